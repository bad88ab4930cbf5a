import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catcher } from './leakChannels.ts';

/** An attacker's ear on this computer. */
export interface Ear extends Catcher {
  /** All that came: paths, bare connections and packets. */
  readonly heard: readonly string[];
  stop(): Promise<void>;
}

/** Listens on a port for requests and whatever else connects, and on another for packets. */
export async function startEar(): Promise<Ear> {
  const heard: string[] = [];
  const answer = { 'access-control-allow-origin': '*', 'content-type': 'text/plain' };
  const server = createServer((request, response) => {
    heard.push(`${request.url}`);
    response.writeHead(200, answer).end();
  });
  server.on('connection', () => heard.push('connection'));
  server.listen(0, '127.0.0.1');
  const packets = createSocket('udp4', () => heard.push('packet'));
  packets.bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(packets, 'listening')]);
  const { port } = server.address() as AddressInfo;
  return {
    http: `http://127.0.0.1:${port}`,
    host: '127.0.0.1',
    udpPort: packets.address().port,
    heard,
    async stop() {
      server.closeAllConnections();
      server.close();
      packets.close();
    },
  };
}
