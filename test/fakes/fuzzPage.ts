import './withoutCode.ts';
import fc from 'fast-check';
import type { Bridge } from '#contract/bridge.ts';
import { messages } from './payloads.ts';
import { isValidMessage } from './validMessage.ts';

/** Runs in the popup's page, beside the bridge. */
declare const bridge: { readonly send: (...message: readonly unknown[]) => ReturnType<Bridge['send']> };

/** What came of it. */
export interface Fuzzed {
  sent: number;
  refused: number;
  accepted: number;
  wronglyAccepted: string[];
}

/** Sends so many made-up messages; right ones are left out, but for a choice, since they would do what they say. */
export async function run(count: number): Promise<Fuzzed> {
  const fuzzed: Fuzzed = { sent: 0, refused: 0, accepted: 0, wronglyAccepted: [] };
  const wanted = messages.filter(
    ([name, input]) => !isLeftBehind(input) && (name === 'setPresence' || !isValidMessage(name, input)),
  );
  for (let seed = 1; fuzzed.sent < count; seed += 1) {
    const batch = fc.sample(wanted, { seed, numRuns: Math.min(500, count - fuzzed.sent) });
    await Promise.all(batch.map((message) => sendOne(fuzzed, message)));
  }
  return fuzzed;
}

/** A member of this name does not cross Electron's bridge; without it, what arrives may be right. */
function isLeftBehind(input: unknown): boolean {
  return fc.stringify(input).includes('["__proto__"]');
}

async function sendOne(fuzzed: Fuzzed, [name, input]: readonly [unknown, unknown]): Promise<void> {
  fuzzed.sent += 1;
  try {
    await bridge.send(name, input);
  } catch {
    fuzzed.refused += 1;
    return;
  }
  fuzzed.accepted += 1;
  if (!isValidMessage(name, input)) fuzzed.wronglyAccepted.push(fc.stringify([name, input]));
}
