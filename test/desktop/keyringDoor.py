# Locks the login keyring on the session bus, or unlocks it as a login manager does: with the password, asking nobody.
import sys

import dbus

NAME = 'org.freedesktop.secrets'
bus = dbus.SessionBus()
root = bus.get_object(NAME, '/org/freedesktop/secrets')
service = dbus.Interface(root, 'org.freedesktop.Secret.Service')
collection = service.ReadAlias('default')

if sys.argv[1] == 'lock':
    service.Lock([collection])
else:
    session = service.OpenSession('plain', dbus.String('', variant_level=1))[1]
    secret = dbus.Struct((session, dbus.ByteArray(b''), dbus.ByteArray(b'correct horse'), 'text/plain'), signature='oayays')
    inner = dbus.Interface(root, 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface')
    inner.UnlockWithMasterPassword(collection, secret)
