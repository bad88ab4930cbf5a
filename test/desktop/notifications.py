# A desktop's notification service, as far as an app talks to it: says what it is told to show, one JSON line each.
# Takes orders from standard input, one a line: press <action id> on the newest.
import json
import sys
import threading

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = 'org.freedesktop.Notifications'


class Notifications(dbus.service.Object):
    newest = 0

    @dbus.service.method(NAME, out_signature='as')
    def GetCapabilities(self):
        return ['actions', 'body']

    @dbus.service.method(NAME, out_signature='ssss')
    def GetServerInformation(self):
        return ('test', 'test', '1', '1.2')

    @dbus.service.method(NAME, in_signature='susssasa{sv}i', out_signature='u')
    def Notify(self, app, replaces, icon, title, body, actions, hints, timeout):
        Notifications.newest += 1
        told = {'title': str(title), 'body': str(body), 'actions': [str(each) for each in actions]}
        print(json.dumps(told), flush=True)
        return dbus.UInt32(Notifications.newest)

    @dbus.service.method(NAME, in_signature='u')
    def CloseNotification(self, number):
        self.NotificationClosed(number, 3)

    @dbus.service.signal(NAME, signature='uu')
    def NotificationClosed(self, number, why):
        pass

    @dbus.service.signal(NAME, signature='us')
    def ActionInvoked(self, number, action):
        pass


def listen(service, loop):
    for line in sys.stdin:
        action = line.strip().removeprefix('press ')
        GLib.idle_add(lambda chosen=action: service.ActionInvoked(dbus.UInt32(Notifications.newest), chosen) or False)
    GLib.idle_add(loop.quit)


DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName(NAME, bus)
service = Notifications(bus, '/org/freedesktop/Notifications')
loop = GLib.MainLoop()
threading.Thread(target=listen, args=(service, loop), daemon=True).start()
print('ready', flush=True)
loop.run()
