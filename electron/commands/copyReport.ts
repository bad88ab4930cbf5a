import type { Problem, Trace } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';
import { sayProblem } from '#contract/words.ts';
import type { Desktop } from '../ports.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';

/** The problem that the user sees now: of the sign-in, of the last wish, or of the last read. */
export function currentProblem({ session, publication, reading }: AppState): Problem | null {
  if (session.status === 'signedOut' && session.problem !== null) return session.problem;
  if (publication.status === 'failed' || publication.status === 'waiting') return publication.problem;
  return reading.status === 'failed' ? reading.problem : null;
}

/** Makes the command that copies what a helper needs to find the failed request: the sentence and the ids. */
export function createCopyProblem(store: Store, words: Words, { copy }: Pick<Desktop, 'copy'>) {
  return async (): Promise<void> => {
    const problem = currentProblem(store.get());
    if (problem === null) return;
    const trace: Trace = 'trace' in problem ? problem.trace : {};
    const facts = Object.entries(trace).map(([name, value]) => `${name}: ${value}`);
    await copy([sayProblem(words, problem), `kind: ${problem.kind}`, ...facts].join('\n'));
  };
}

/** Makes the command that copies a ready-made request to an administrator: what the app is, asks for, and the link. */
export function createCopyAdminRequest(
  store: Store,
  serviceFor: ServiceFor,
  words: Words,
  { copy }: Pick<Desktop, 'copy'>,
) {
  return async (): Promise<void> => {
    const { adminConsent, clientId } = await serviceFor(store.get());
    if (adminConsent === null) return;
    const scopes = adminConsent.scopes.join(', ');
    const mailboxScopes = adminConsent.mailboxScopes.join(', ');
    await copy(words.say('admin.request', { scopes, mailboxScopes, clientId, url: adminConsent.url }));
  };
}
