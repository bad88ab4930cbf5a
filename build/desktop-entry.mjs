import { desktopActions } from './desktop-actions.mjs';

export const desktopId = 'io.github.presently.Presently';

/** What Linux desktops read: how the app is called, found and started, and what its icon's menu offers. */
export async function desktopEntry() {
  const { entry, desktopActions: actions } = await desktopActions('presently');
  const groups = Object.entries(actions).map(
    ([id, { Name, Exec }]) => `\n[Desktop Action ${id}]\nName=${Name}\nExec=${Exec}\n`,
  );
  return `[Desktop Entry]
Type=Application
Name=Presently
GenericName=Presence for Microsoft 365
Comment=Set your own Microsoft 365 presence from the tray
Keywords=presence;teams;busy;available;away;status;office;
Exec=presently
Icon=presently
Terminal=false
Categories=Network;InstantMessaging;Office;
StartupWMClass=presently
StartupNotify=false
SingleMainWindow=true
Actions=${entry.Actions}
${groups.join('')}`;
}
