import { describe, expect, it } from 'vitest';
import { createReader } from '../../../electron/desktop/lockSignals.ts';

function heard(session: string, text: string): readonly boolean[] {
  const told: boolean[] = [];
  const read = createReader(session, (isLocked) => told.push(isLocked));
  for (const line of text.split('\n')) read(line);
  return told;
}

const head = 'signal time=1795635000.1 sender=:1.2 -> destination=(null destination) serial=9 path=';
const login = `${head}/org/freedesktop/login1/session`;

describe('[D1] what the bus says of the lock screen', () => {
  it.each([
    [
      'a screen saver',
      `${head}/org/gnome/ScreenSaver; interface=org.gnome.ScreenSaver; member=ActiveChanged\n   boolean true`,
      [true],
    ],
    [
      'another one',
      `${head}/ScreenSaver; interface=org.freedesktop.ScreenSaver; member=ActiveChanged\n   boolean false`,
      [false],
    ],
    ['the login manager', `${login}/_31; interface=org.freedesktop.login1.Session; member=Lock`, [true]],
    ['the login manager', `${login}/_31; interface=org.freedesktop.login1.Session; member=Unlock`, [false]],
    [
      'its hint',
      `${login}/_31; interface=org.freedesktop.DBus.Properties; member=PropertiesChanged\n   string "org.freedesktop.login1.Session"\n   array [\n      dict entry(\n         string "IdleHint"\n         variant             boolean true\n      )\n      dict entry(\n         string "LockedHint"\n         variant             boolean false\n      )\n   ]`,
      [false],
    ],
    ['somebody else’s session', `${login}/_32; interface=org.freedesktop.login1.Session; member=Lock`, []],
    ['something else', `${head}/a; interface=org.example.Music; member=ActiveChanged\n   boolean true`, []],
  ])('%s', (_, text, expected) => {
    expect(heard('1', text)).toEqual(expected);
  });

  it('hears every session where its own is not told', () => {
    expect(heard('', `${login}/c7; interface=org.freedesktop.login1.Session; member=Lock`)).toEqual([true]);
    expect(heard('c7', `${login}/c7; interface=org.freedesktop.login1.Session; member=Lock`)).toEqual([true]);
  });
});
