"""The tray of a desktop, reduced to what a test asks: a StatusNotifier watcher and host that takes orders.

One JSON object a line, orders on stdin, answers on stdout. Run with Debian's own Python, which has the two libraries.
"""

import base64
import json
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


def answer(**facts):
    print(json.dumps(facts), flush=True)


class Watcher(dbus.service.Object):
    """Keeps the items that registered, the newest last, without those whose program has left the bus."""

    def __init__(self, bus):
        super().__init__(bus, "/StatusNotifierWatcher")
        self.bus = bus
        self.items = []

    def newest(self):
        self.items = [item for item in self.items if self.bus.name_has_owner(item[0])]
        if not self.items:
            raise LookupError("no item has registered")
        return self.items[-1]

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        item = (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")
        self.items.append(item)
        self.StatusNotifierItemRegistered(item[0] + item[1])

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, service):
        pass

    @dbus.service.signal(WATCHER, signature="s")
    def StatusNotifierItemRegistered(self, item):
        pass

    @dbus.service.signal(WATCHER)
    def StatusNotifierHostRegistered(self):
        pass

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {
            "IsStatusNotifierHostRegistered": dbus.Boolean(True),
            "ProtocolVersion": dbus.Int32(0),
            "RegisteredStatusNotifierItems": dbus.Array([a + b for a, b in self.items], signature="s"),
        }


class Host:
    """Does to the newest item what a user would."""

    def __init__(self, bus, watcher):
        self.bus = bus
        self.watcher = watcher

    def interface(self, name):
        service, path = self.watcher.newest()
        return dbus.Interface(self.bus.get_object(service, path, introspect=False), name)

    def menu(self):
        path = self.interface(PROPERTIES).Get(ITEM, "Menu")
        service, _ = self.watcher.newest()
        return dbus.Interface(self.bus.get_object(service, path, introspect=False), MENU)

    def layout(self):
        _, root = self.menu().GetLayout(0, -1, dbus.Array([], signature="s"))
        return read_items(root)

    def do_item(self, _order):
        found = self.interface(PROPERTIES).GetAll(ITEM)
        pixmaps = [
            {"width": int(p[0]), "height": int(p[1]), "argb": base64.b64encode(bytes(p[2])).decode()}
            for p in found.get("IconPixmap", [])
        ]
        tooltip = found.get("ToolTip")
        return {
            "id": str(found.get("Id", "")),
            "status": str(found.get("Status", "")),
            "tooltip": str(tooltip[2]) if tooltip else "",
            "pixmaps": pixmaps,
        }

    def do_menu(self, _order):
        return self.layout()

    def do_choose(self, order):
        try:
            self.click(order["label"])
        except dbus.DBusException:
            # Its menu was made anew between the two calls, with other numbers: nothing was clicked.
            self.click(order["label"])

    def click(self, label):
        item = find_item(self.layout(), label)
        self.menu().Event(item["id"], "clicked", dbus.Int32(0, variant_level=1), dbus.UInt32(0))

    def do_activate(self, order):
        self.interface(ITEM).Activate(order["x"], order["y"])


def read_items(node):
    return [read_item(child) for child in node[2]]


def read_item(node):
    facts = node[1]
    return {
        "id": int(node[0]),
        "kind": str(facts.get("type", "standard")),
        "label": str(facts.get("label", "")).replace("__", "\0").replace("_", "").replace("\0", "_"),
        "isEnabled": bool(facts.get("enabled", True)),
        "toggle": str(facts.get("toggle-type", "")),
        "isChecked": int(facts.get("toggle-state", 0)) == 1,
        "items": read_items(node),
    }


def find_item(items, label):
    for item in items:
        if item["label"] == label:
            return item
        if item["items"]:
            try:
                return find_item(item["items"], label)
            except LookupError:
                continue
    raise LookupError(f"no item is labelled {label}")


def main():
    DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    loop = GLib.MainLoop()
    watcher = Watcher(bus)
    host = Host(bus, watcher)
    name = dbus.service.BusName(WATCHER, bus)

    def obey(stream, _condition):
        line = stream.readline()
        if not line:
            loop.quit()
            return False
        order = json.loads(line)
        try:
            answer(of=order["number"], value=getattr(host, "do_" + order["do"])(order))
        except (dbus.DBusException, LookupError) as error:
            answer(of=order["number"], error=str(error))
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, obey)
    watcher.StatusNotifierHostRegistered()
    answer(isReady=True, name=name.get_name())
    loop.run()


main()
