import { type Action, actionsOf, findAction } from '#contract/actions.ts';
import type { Command, CommandHandlers } from '#contract/commands.ts';
import type { AppState } from '#contract/state.ts';
import { dispatch, type Refusal } from './dispatch.ts';

/** What became of an action; null when it was carried out. */
export type Performance = Refusal | { readonly reason: 'unknownAction' | 'notNow' } | null;

/** Does an action of the table by its id, from wherever it was asked for: no way in can forget a check. */
export async function perform(handlers: CommandHandlers, state: AppState, id: string): Promise<Performance> {
  const action = findAction(state, id);
  return action === undefined ? { reason: 'unknownAction' } : performAction(handlers, state, action);
}

/** Does what was offered some time ago: where it is an action of the table, only if that can be done now. */
export async function performCommand(
  handlers: CommandHandlers,
  state: AppState,
  command: Command,
): Promise<Performance> {
  const text = JSON.stringify(command);
  const action = actionsOf(state).find((each) => JSON.stringify(each.command) === text);
  const [name, input] = command;
  return action === undefined ? dispatch(handlers, name, input) : performAction(handlers, state, action);
}

/** One that cannot be done now shows the popup, which says why. */
async function performAction(handlers: CommandHandlers, state: AppState, action: Action): Promise<Performance> {
  if (!action.isEnabled(state)) {
    await handlers.showPopup(undefined);
    return { reason: 'notNow' };
  }
  const [name, input] = action.command;
  return dispatch(handlers, name, input);
}
