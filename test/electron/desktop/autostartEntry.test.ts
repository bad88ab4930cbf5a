import { describe, expect, it } from 'vitest';
import { readEntry, withCommand, writeEntry } from '../../../electron/desktop/autostartEntry.ts';

describe('[D3] the entry that a desktop starts at login', () => {
  it.each([
    [['/usr/bin/presently', '--hidden'], 'Exec=/usr/bin/presently --hidden'],
    [['/home/a b/Presently.AppImage', '--hidden'], 'Exec="/home/a b/Presently.AppImage" --hidden'],
    [['/o/100%/p'], 'Exec=/o/100%%/p'],
    [['/o/$HOME/`p`"'], 'Exec="/o/\\\\$HOME/\\\\`p\\\\`\\\\""'],
    [['/o/back\\slash'], 'Exec="/o/back\\\\\\\\slash"'],
    [['/o/é'], 'Exec="/o/é"'],
  ])('quotes %j', (command, line) => {
    const text = writeEntry(command) ?? '';
    expect(text.split('\n')).toContain(line);
    expect(readEntry(text)).toEqual({ isEnabled: true, program: command[0] });
  });

  it('carries no line break', () => {
    expect(writeEntry(['/o/a\nExec=evil'])).toBeNull();
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false', 'Hidden = true'])('is off with %s', (line) => {
    expect(readEntry(`[Desktop Entry]\nExec=/p\n${line}\n`).isEnabled).toBe(false);
    expect(readEntry(`[Desktop Entry]\nExec=/p\n[Other]\n${line}\n`).isEnabled).toBe(true);
  });

  it('keeps what else the user wrote when the program has moved', () => {
    const own = '[Desktop Entry]\nName=Mine\nExec=/old --hidden\nX-Delay=5\n';
    expect(withCommand(own, ['/new $1', '--hidden'])).toBe(
      '[Desktop Entry]\nName=Mine\nExec="/new \\\\$1" --hidden\nX-Delay=5\n',
    );
  });
});
