export const desktopId = 'io.github.presently.Presently';

/** The states that can be set from the launcher's menu, by their words in `presently --set`. */
const quickStates = [
  ['available', 'Available'],
  ['busy', 'Busy'],
  ['dnd', 'Do not disturb'],
  ['brb', 'Be right back'],
  ['away', 'Appear away'],
];

/** What Linux desktops read: how the app is called, found and started, and what its icon's menu offers. */
export function desktopEntry() {
  const actions = quickStates.map(
    ([word, name]) => `\n[Desktop Action set-${word}]\nName=${name}\nExec=presently --set ${word}\n`,
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
Actions=${quickStates.map(([word]) => `set-${word}`).join(';')};
${actions.join('')}`;
}
