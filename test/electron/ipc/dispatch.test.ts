import { describe, expect, it } from 'vitest';
import type { CommandHandlers } from '#contract/commands.ts';
import { commands } from '#contract/commands.ts';
import { dispatch } from '../../../electron/ipc/dispatch.ts';

function recorder(): { handlers: CommandHandlers; called: [string, unknown][] } {
  const called: [string, unknown][] = [];
  const entries = Object.keys(commands).map((name) => [
    name,
    async (input: unknown) => {
      called.push([name, input]);
    },
  ]);
  return { handlers: Object.fromEntries(entries) as CommandHandlers, called };
}

const invented: readonly (readonly [string, unknown])[] = [
  ['an invented availability', { availability: 'Sleeping', activity: 'Sleeping' }],
  ['an inherited name as availability', { availability: 'toString', activity: 'toString' }],
  ['an illegal pair', { availability: 'Available', activity: 'Presenting' }],
  ['another case', { availability: 'busy', activity: 'busy' }],
  ['one member more', { availability: 'Busy', activity: 'Busy', id: 'x' }],
  ['a polluting member', JSON.parse('{"availability":"Busy","activity":"Busy","__proto__":{"x":1},"constructor":1}')],
  ['a missing member', { availability: 'Busy' }],
  ['a string', 'Busy'],
  ['nothing', undefined],
  ['null', null],
  ['an array', ['Busy', 'Busy']],
  ['a number', Number.NaN],
];

describe('[X2] dispatch', () => {
  it('leads a command with its input to its handler', async () => {
    const { handlers, called } = recorder();
    expect(await dispatch(handlers, 'setPresence', { availability: 'Busy', activity: 'InACall' })).toBeNull();
    expect(await dispatch(handlers, 'signOut', undefined)).toBeNull();
    expect(called).toEqual([
      ['setPresence', { availability: 'Busy', activity: 'InACall' }],
      ['signOut', undefined],
    ]);
  });

  it.each(invented)('refuses %s', async (_name, input) => {
    const { handlers, called } = recorder();
    const refusal = await dispatch(handlers, 'setPresence', input);
    expect([refusal?.reason, called]).toEqual(['invalidInput', []]);
  });

  it.each(['constructor', '__proto__', 'toString', 'setpresence', '', 7, null, undefined, {}, ['quit']])(
    'refuses the command %j',
    async (name) => {
      const { handlers, called } = recorder();
      expect([await dispatch(handlers, name, undefined), called]).toEqual([{ reason: 'unknownCommand' }, []]);
    },
  );

  it.each([
    ['setOutOfOffice', { isOutOfOffice: true, message: 'x'.repeat(1001) }],
    ['setOutOfOffice', { isOutOfOffice: 'yes', message: null }],
    ['resizePopup', 1e9],
    ['resizePopup', 440.5],
    ['signIn', 'password'],
    ['quit', 'now'],
  ])('refuses %s with %j', async (name, input) => {
    const { handlers, called } = recorder();
    expect([(await dispatch(handlers, name, input))?.reason, called]).toEqual(['invalidInput', []]);
  });
});
