# The part of a login manager (logind) that an app listens to: who delays a shutdown, and that one comes; when the
# computer sleeps and wakes, and when the screen of session 1 is locked. Takes orders from standard input, one a line:
# shutdown, sleep, wake, lock, unlock.
import os
import sys
import threading

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = 'org.freedesktop.login1'
MANAGER = NAME + '.Manager'


class Manager(dbus.service.Object):
    held = []

    @dbus.service.method(MANAGER, in_signature='ssss', out_signature='h')
    def Inhibit(self, what, who, why, mode):
        mine, theirs = os.pipe()
        self.held.append(mine)
        print(f'delays {what}', flush=True)
        # The bus takes a copy of it; ours would keep the pipe open after theirs.
        GLib.timeout_add(1000, os.close, theirs)
        return dbus.types.UnixFd(theirs)

    @dbus.service.signal(MANAGER, signature='b')
    def PrepareForShutdown(self, isStarting):
        pass

    @dbus.service.signal(MANAGER, signature='b')
    def PrepareForSleep(self, isStarting):
        pass


class Session(dbus.service.Object):
    @dbus.service.signal(NAME + '.Session', signature='')
    def Lock(self):
        pass

    @dbus.service.signal(NAME + '.Session', signature='')
    def Unlock(self):
        pass

    @dbus.service.signal('org.freedesktop.DBus.Properties', signature='sa{sv}as')
    def PropertiesChanged(self, interface, changed, invalidated):
        pass

    def hint(self, isLocked):
        self.PropertiesChanged(NAME + '.Session', {'LockedHint': isLocked}, [])


orders = {
    'lock': lambda _: (session.Lock(), session.hint(True)) and False,
    'unlock': lambda _: (session.Unlock(), session.hint(False)) and False,
    'shutdown': lambda manager: manager.PrepareForShutdown(True),
    'sleep': lambda manager: manager.PrepareForSleep(True),
    'wake': lambda manager: manager.PrepareForSleep(False),
}


def listen(manager, loop):
    for line in sys.stdin:
        order = orders.get(line.strip())
        if order is not None:
            GLib.idle_add(order, manager)
    GLib.idle_add(loop.quit)


DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName(NAME, bus)
manager = Manager(bus, '/org/freedesktop/login1')
session = Session(bus, '/org/freedesktop/login1/session/_31')
loop = GLib.MainLoop()
threading.Thread(target=listen, args=(manager, loop), daemon=True).start()
print('ready', flush=True)
loop.run()
