import type { AppState } from '#contract/state.ts';
import type { About, Desktop } from '../ports.ts';
import { currentProblem } from './copyReport.ts';

/**
 * All that helps to find a fault, and nothing that tells who or what: no name, address, message or token.
 *
 * Shape: one `name: value` a line, so that it can be read before it is sent.
 */
export function diagnose(about: About, state: AppState, origins: readonly string[]): string {
  const { session, presence, publication, reading, notices, writes } = state;
  const problem = currentProblem(state);
  const facts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(about).map(([name, value]) => [name, `${value}`])),
    origins: origins.join(' '),
    demo: `${state.isDemo}`,
    online: `${state.isOnline}`,
    tray: `${state.hasTray}`,
    session: session.status,
    presence: presence === null ? 'unknown' : `${presence.value.availability} (${presence.evidence})`,
    publication: publication.status,
    reading: reading.status,
    route: state.verdict === null ? 'create' : `actions since ${state.verdict.decidedAt}`,
    problem: problem === null ? 'none' : JSON.stringify('trace' in problem ? problem : { kind: problem.kind }),
    notices: notices.map(({ kind }) => kind).join(' ') || 'none',
    writes: `${writes.length}`,
    managed: state.managedKeys.join(' ') || 'none',
  };
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** Makes the command that copies them. */
export function createCopyDiagnostics(diagnostics: () => string, { copy }: Pick<Desktop, 'copy'>) {
  return (): Promise<void> => copy(diagnostics());
}
