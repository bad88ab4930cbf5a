/** What the app says of itself: its own faults, and what helps to find them. */
export const englishAbout = {
  'notice.ownFault':
    'Something in Presently went wrong. It goes on; Copy diagnostics in the icon’s menu has what helps to mend it.',
  'menu.copyDiagnostics': 'Copy diagnostics',
} as const;
