import { keptNothing } from '#contract/outOfOfficeState.ts';
import { openPlan } from '#contract/plan.ts';
import type { Log } from '../../../electron/ports.ts';
import { createDesiredFile } from '../../../electron/storage/desiredFile.ts';

// A program that does nothing but remember the next thing, and says so when it is on disk. Made to be killed.

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const nothing = {
  desired: null,
  chosen: null,
  undo: null,
  openRequests: [],
  plan: openPlan,
  visibleUntil: null,
  message: null,
  askedMessage: null,
  messageDraft: null,
  followUp: null,
  previous: null,
  beforeRules: { desk: null, hours: null },
  outOfOffice: keptNothing,
};
const file = createDesiredFile(process.argv[2] ?? '', silent);

async function main(): Promise<void> {
  const remembered = await file.load('m');
  if (remembered === 'unreachable') throw new Error(remembered);
  const before = Number(remembered?.recent[0] ?? 0);
  for (let count = before + 1; ; count += 1) {
    file.save('m', { ...nothing, recent: [`${count}`, 'x'.repeat(5_000)] });
    if (await file.saved()) process.stdout.write(`${count}\n`);
  }
}

void main();
