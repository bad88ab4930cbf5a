/** What this copy is, and what its desktop lets it do. */
export interface About {
  readonly version: string;
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** What starts this copy from a command line, ready for parameters. */
  readonly program: string;
  /** Whether programs may take keys wherever the focus is; Wayland keeps that to the desktop. */
  readonly hasShortcuts: boolean;
  /** Actions whose keys the system did not give us, because another program has them. */
  readonly refusedShortcuts: readonly string[];
}

export const unknownAbout: About = {
  version: '',
  platform: '',
  program: 'presently',
  hasShortcuts: true,
  refusedShortcuts: [],
};
