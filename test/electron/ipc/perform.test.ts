import { describe, expect, it } from 'vitest';
import { type CommandHandlers, commands } from '#contract/commands.ts';
import { perform, performCommand } from '../../../electron/ipc/perform.ts';
import { home, signedOutState } from '../tray/states.ts';

function recorder() {
  const called: unknown[] = [];
  const entries = Object.keys(commands).map((name) => [
    name,
    async (input: unknown) => void called.push([name, input]),
  ]);
  return { handlers: Object.fromEntries(entries) as CommandHandlers, called };
}

describe('[A3] an action by its id', () => {
  it('is carried out where it can be', async () => {
    const { handlers, called } = recorder();
    expect(await perform(handlers, home({}), 'preset:focus')).toBeNull();
    expect(await perform(handlers, home({}), 'busy')).toBeNull();
    expect(called).toEqual([
      ['applyPreset', 'focus'],
      ['setPresence', { availability: 'Busy', activity: 'Busy' }],
    ]);
  });

  it('shows the popup where it cannot be done now', async () => {
    const { handlers, called } = recorder();
    expect(await perform(handlers, signedOutState, 'busy')).toEqual({ reason: 'notNow' });
    expect(called).toEqual([['showPopup', undefined]]);
  });

  it('that is unknown does nothing', async () => {
    const { handlers, called } = recorder();
    expect(await perform(handlers, home({}), 'preset:holiday')).toEqual({ reason: 'unknownAction' });
    expect(called).toEqual([]);
  });

  it('offered some time ago is looked at again', async () => {
    const { handlers, called } = recorder();
    expect(await performCommand(handlers, home({}), ['signIn', 'browser'])).toEqual({ reason: 'notNow' });
    expect(await performCommand(handlers, home({}), ['retryPublication'])).toBeNull();
    expect(called).toEqual([
      ['showPopup', undefined],
      ['retryPublication', undefined],
    ]);
  });
});
