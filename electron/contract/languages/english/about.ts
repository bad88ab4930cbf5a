/** What the app says of itself: its own faults, and what helps to find them; the menu bar of a Mac; newer versions. */
export const englishAbout = {
  'notice.ownFault':
    'Something in Presently went wrong. It goes on; “Copy diagnostics” in the icon’s menu has what helps to mend it.',
  'menu.copyDiagnostics': 'Copy diagnostics',

  'menuBar.about': 'About Presently',
  'menuBar.hide': 'Hide Presently',
  'menuBar.hideOthers': 'Hide others',
  'menuBar.showAll': 'Show all',
  'menuBar.edit': 'Edit',
  'menuBar.redo': 'Redo',
  'menuBar.cut': 'Cut',
  'menuBar.paste': 'Paste',
  'menuBar.selectAll': 'Select all',
  'menuBar.window': 'Window',
  'menuBar.minimise': 'Minimise',
  'menuBar.close': 'Close',

  'update.title': 'Updates',
  'update.keep': 'Keep Presently up to date',
  'update.keep.hint': 'Asks GitHub at start and once a day for a newer version, and installs it when you quit',
  'update.off': 'Presently does not look for newer versions.',
  'update.packageManager': 'Newer versions come with those of your other programs.',
  'update.idle': 'Not looked for yet.',
  'update.current': 'Up to date, checked at {time}.',
  'update.checking': 'Looking for a newer version…',
  'update.fetching': 'Fetching version {version}…',
  'update.ready': 'Version {version} is ready, and installs when you quit.',
  'update.unreachable': 'Newer versions could not be looked for. That is tried again later.',
  'update.refused': 'What was offered as a newer version is not what it says it is, so it was not installed.',
  'update.notWritten': 'There is a newer version, but the file of this program cannot be replaced. Get it by hand.',
  'update.check': 'Check now',
  'update.restart': 'Restart now',
  'settings.privacyUpdates':
    'Talks to your sign-in service and to Microsoft Graph. GitHub is asked for newer versions, and told nothing of you.',
} as const;
