import type { z } from 'zod';
import { type CommandHandlers, type CommandInputs, type CommandName, commands } from '#contract/commands.ts';

/** What came over the wall is not a command of ours, or not with its input. A bug or an attack, never a Problem. */
export type Refusal =
  | { readonly reason: 'unknownCommand' }
  | { readonly reason: 'invalidInput'; readonly detail: string }
  | { readonly reason: 'tooOften' };

// The mapped type lets TypeScript follow one command from its schema to its handler without a cast.
const schemas: { readonly [C in CommandName]: z.ZodType<CommandInputs[C]> } = commands;

// Own keys only: `constructor` is not a command.
function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}

async function run<C extends CommandName>(
  handlers: CommandHandlers,
  name: C,
  input: unknown,
  mayRun: () => boolean,
): Promise<Refusal | null> {
  const parsed = schemas[name].safeParse(input);
  if (!parsed.success) {
    return {
      reason: 'invalidInput',
      detail: parsed.error.issues.map((issue) => issue.path.join('.') || name).join(', '),
    };
  }
  if (!mayRun()) return { reason: 'tooOften' };
  await handlers[name](parsed.data);
  return null;
}

/**
 * Leads an unknown name with an unknown input to its handler; from there on the value is typed and never checked again.
 *
 * Shape: resolves with null when the command was carried out, with a refusal when it never reached a handler.
 * `mayRun` is asked last, about commands that are right in all else.
 */
export async function dispatch(
  handlers: CommandHandlers,
  name: unknown,
  input: unknown,
  mayRun: () => boolean = () => true,
): Promise<Refusal | null> {
  return isCommandName(name) ? run(handlers, name, input, mayRun) : { reason: 'unknownCommand' };
}
