import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Desktop } from '../../build/desktop.mjs';

const run = promisify(execFile);

/** What an https server on localhost needs. Shape: PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A name that is no computer's, for a server that is not this one. */
export const farHost = 'graph.presently.test';

/** Makes a certificate for localhost that programs with this desktop's home trust. Must be there before they start. */
export async function trustLocalhost({ env, home }: Desktop): Promise<Certificate> {
  const key = join(home, 'localhost.key');
  const cert = join(home, 'localhost.crt');
  const database = join(home, '.pki/nssdb');
  const subject = ['-subj', '/CN=localhost', '-addext', `subjectAltName=DNS:localhost,DNS:${farHost},IP:127.0.0.1`];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-days', '1000'];
  // Valid since long ago, and for long, for programs whose clock is wrong.
  await run('faketime', ['-f', '-9d', 'openssl', 'req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], {
    env,
  });
  await mkdir(database, { recursive: true });
  await run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password'], { env });
  // P: trusted as this very server, C: and as the one who vouches for it.
  await run('certutil', ['-A', '-d', `sql:${database}`, '-n', 'localhost', '-t', 'CP,,', '-i', cert], { env });
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
}
