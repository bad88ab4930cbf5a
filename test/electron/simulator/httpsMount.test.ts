import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, type SimulatorCore } from '../../../electron/simulator/simulator.ts';
import { authorizeQuery } from './client.ts';

let folder: string;
let server: Server;
let simulator: SimulatorCore;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', [...kind, ...names, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const pem = readFileSync(certificate, 'utf8');
  simulator = createSimulator({ certificate: pem });
  server = createServer({ key: readFileSync(key), cert: pem }, simulator.listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

describe('the simulator in a server of https', () => {
  it('names endpoints and issuer on the host that was asked, and its pages can be visited', async () => {
    await simulator.visit(`${origin}/${simulator.tenantId}/v2.0/.well-known/openid-configuration`);
    await simulator.visit(`${origin}/organizations/v2.0/.well-known/openid-configuration`);
    const [one, any] = simulator.pages.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect([one?.['issuer'], one?.['token_endpoint'], any?.['issuer']]).toEqual([
      `${origin}/${simulator.tenantId}/v2.0`,
      `${origin}/${simulator.tenantId}/oauth2/v2.0/token`,
      `${origin}/{tenantid}/v2.0`,
    ]);
    const query = authorizeQuery({ clientId: simulator.clientId });
    await simulator.visit(`${origin}/organizations/oauth2/v2.0/authorize?${query}`, { outcome: 'close' });
    expect(simulator.pages.at(-1)).toMatchObject({ status: 200, body: expect.stringContaining('Mira Kovač') });
  });
});
