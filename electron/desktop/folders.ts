import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/** Where this program keeps its files. */
export interface Folders {
  readonly config: string;
  /** What the organisation decides; only its administrators can write there. */
  readonly policy: string;
  /** What holds for everybody on this computer where the policy says nothing; beside the policy. */
  readonly machine: string;
  readonly desired: string;
  readonly verdicts: string;
  readonly automation: string;
  readonly tokenCache: string;
  readonly logs: string;
  /** The data folder cannot be written, so that nothing outlives this run but what was there before. */
  readonly isTemporary: boolean;
}

/**
 * Decides where files go, before Chromium has written any: ours in the data folder, Chromium's own in a folder below.
 * A data folder named by the environment serves tests and people who carry the app around.
 */
export function chooseFolders(dataFolder: string | undefined): Folders {
  if (dataFolder) app.setPath('userData', resolve(dataFolder));
  const data = app.getPath('userData');
  const isTemporary = !isWritable(data);
  // Chromium ends the program where it cannot write, and says nothing.
  const written = isTemporary ? temporaryFolder(data) : data;
  if (isTemporary) app.setPath('userData', written);
  app.setPath('sessionData', join(written, 'Session'));
  app.setAppLogsPath(join(written, 'logs'));
  return {
    config: join(data, 'config.json'),
    policy: join(policyFolder(), 'policy.json'),
    machine: join(policyFolder(), 'config.json'),
    desired: join(written, 'desired.json'),
    verdicts: join(written, 'verdicts.json'),
    automation: join(written, 'automation.json'),
    tokenCache: join(written, 'token-cache.bin'),
    logs: join(written, 'logs'),
    isTemporary,
  };
}

/** Fixed by the system, so that no environment leads elsewhere; but a program run from its sources is told where. */
function policyFolder(): string {
  const told = app.isPackaged ? '' : app.commandLine.getSwitchValue('policy-folder');
  if (told !== '') return told;
  if (process.platform === 'darwin') return '/Library/Application Support/Presently';
  return process.platform === 'win32' ? 'C:\\Program Files\\Presently\\Policy' : '/etc/presently';
}

/**
 * The same one at each start, so that there is one Presently, and command lines find it; unless somebody else has made
 * it first.
 */
function temporaryFolder(data: string): string {
  const user = process.getuid?.();
  const place = createHash('sha256').update(`${user} ${data}`).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `presently-${place}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const facts = lstatSync(folder);
    const isOwn = facts.isDirectory() && (user === undefined || (facts.uid === user && (facts.mode & 0o077) === 0));
    if (isOwn) return folder;
  } catch {
    // Then one that nobody can have foreseen.
  }
  return mkdtempSync(join(tmpdir(), 'presently-'));
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
