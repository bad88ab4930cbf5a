import type { Problem } from '#contract/problem.ts';
import { isWithoutEffect } from '#contract/route.ts';
import type { Session } from '#contract/session.ts';
import type { AppState } from '#contract/state.ts';

/** What the program knows of itself and of its computer: flat, and nothing of the person. */
export type RunFacts = Readonly<Record<string, string>>;

/**
 * A report for whoever helps: Markdown with versions, the state of things, and the ids with which an administrator
 * finds a failed request. Never a token, a name, an address or a text of the user's.
 */
export function diagnosticsOf(state: AppState, facts: RunFacts, problem: Problem | null): string {
  const { session, presence, publication } = state;
  const rows: Readonly<Record<string, string>> = {
    ...facts,
    session: saySession(session),
    demo: String(state.isDemo),
    online: String(state.isOnline),
    tray: String(state.hasTray),
    presence:
      presence === null ? 'unknown' : `${presence.value.availability}/${presence.value.activity}, ${presence.evidence}`,
    publication: publication.status,
    'create operation': sayCreate(state),
    problem: problem === null ? 'none' : sayTrouble(problem),
    updates: `by ${state.updates.by}, ${state.updates.step.status}`,
    notices: state.notices.map(({ kind }) => kind).join(', ') || 'none',
  };
  const writes = state.writes.map((write) =>
    [write.at, write.operation, write.asked, write.outcome, write.trace.requestId ?? ''].join(' | '),
  );
  return [
    '# Presently',
    '',
    '| | |',
    '| --- | --- |',
    ...Object.entries(rows).map(([name, value]) => `| ${name} | ${value} |`),
    '',
    '## Last requests',
    '',
    '| at | operation | asked | outcome | request id |',
    '| --- | --- | --- | --- | --- |',
    ...writes.map((line) => `| ${line} |`),
  ].join('\n');
}

function saySession(session: Session): string {
  if (session.status === 'signedIn') return `signedIn, kept by ${session.keptBy}`;
  return 'isLocked' in session ? `${session.status}, locked or out of reach` : session.status;
}

function sayCreate({ settings, verdict }: AppState): string {
  if (settings.route === 'actionsOnly') return 'not used, by the settings';
  if (verdict === null) return 'tried first';
  return `${isWithoutEffect(verdict) ? 'without effect' : 'not offered'} since ${verdict.decidedAt}`;
}

function sayTrouble(problem: Problem): string {
  const { status, code, requestId } = 'trace' in problem ? problem.trace : {};
  return [problem.kind, status, code, requestId].filter((part) => part !== undefined).join(', ');
}
