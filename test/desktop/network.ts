import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Desktop } from '../../build/desktop.mjs';

const run = promisify(execFile);
const script = fileURLToPath(new URL('networkRoom.mjs', import.meta.url));
/** Comes with every Linux (util-linux). */
const opener = 'unshare';
const address = '10.9.8.1';
const gateway = '10.9.9.1';

/** A computer's network, with a cable that can be pulled out, and a world behind it. */
export interface Network {
  /** What to put before a program on the command line, so that it has this network and no other. */
  readonly wrapper: readonly string[];
  /** Switches for a program that is worked over its debugging ports. */
  readonly switches: readonly string[];
  /** The server's end of the world: connections to every name arrive here. */
  readonly world: Server;
  /** Where connections of the computer to a port of its own arrive, with and without a cable. */
  atHome(port: number): Promise<Server>;
  plug(): Promise<void>;
  unplug(): Promise<void>;
  /** Whether packets to the world get an answer, and not just lost. */
  route(isThere: boolean): Promise<void>;
  /** Whether names can be looked up. */
  resolve(isThere: boolean): Promise<void>;
  stop(): void;
}

interface Room {
  readonly pid: number;
  ip(...words: string[]): Promise<void>;
  order(facts: { readonly do: string; readonly [fact: string]: unknown }, handle?: Server): Promise<Server | undefined>;
  stop(): void;
}

/** Starts a process in a network that has nothing in it. Rejects where this user may not have one. */
async function openRoom(nameServers: string): Promise<Room> {
  const enter = 'mount --bind "$1" /etc/resolv.conf && shift && exec "$@"';
  const words = ['--net', '--mount', 'sh', '-c', enter, 'sh', nameServers, process.execPath, script];
  const child = spawn(opener, words, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const reason: string[] = [];
  child.stderr?.on('data', (text: Buffer) => reason.push(text.toString()));
  const { pid } = child;
  await answerOf(
    child,
    () => `No network of its own for the test (it needs root, or user namespaces): ${reason.join('')}`,
  );
  if (pid === undefined) throw new Error('unshare has no process.');
  return {
    pid,
    ip: async (...words) => void (await run('nsenter', ['--target', `${pid}`, '--net', 'ip', ...words])),
    order: (facts, handle) => {
      const done = answerOf(child, () => `The network's process ended before it did this: ${facts.do}`);
      child.send(facts, handle, {}, () => handle?.close());
      return done;
    },
    stop: () => void child.kill(),
  };
}

function answerOf(child: ChildProcess, failure: () => string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(failure()));
    child.once('exit', ended);
    child.once('error', ended);
    child.once('message', (_facts, handle) => {
      child.off('exit', ended);
      child.off('error', ended);
      resolve(handle !== undefined && 'listening' in handle ? handle : undefined);
    });
  });
}

async function serverIn(room: Room, port: number): Promise<Server> {
  const server = await room.order({ do: 'listen', port });
  if (server === undefined) throw new Error('The network gave no server.');
  return server;
}

/** Makes a debugging port of the inside be one outside too. The number is free there, because nothing else is there. */
async function debuggingPort(room: Room): Promise<number> {
  const outside = createServer();
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const { port: number } = outside.address() as AddressInfo;
  await room.order({ do: 'relay', port: number }, outside);
  return number;
}

/** Makes a network that is not plugged in yet, all on this machine and out of everybody's way. */
export async function startNetwork(desktop: Desktop): Promise<Network> {
  const nameServers = join(desktop.home, 'resolv.conf');
  await writeFile(nameServers, `nameserver ${gateway}\noptions timeout:1 attempts:1\n`);
  const outer = await openRoom(nameServers);
  const inner = await openRoom(nameServers);
  await outer.ip('link', 'set', 'lo', 'up');
  await outer.ip('link', 'add', 'wall', 'type', 'veth', 'peer', 'name', 'plug', 'netns', `${inner.pid}`);
  await outer.ip('address', 'add', `${gateway}/24`, 'dev', 'wall');
  await outer.ip('link', 'set', 'wall', 'up');
  // What is for nobody is lost in silence.
  await outer.ip('route', 'add', 'blackhole', '10.9.8.0/24');
  await inner.ip('link', 'set', 'lo', 'up');
  await inner.ip('address', 'add', '10.9.9.2/24', 'dev', 'plug');
  await outer.order({ do: 'serveNames' });
  const world = await serverIn(outer, 443);
  const ports = [await debuggingPort(inner), await debuggingPort(inner)];
  const network: Network = {
    wrapper: ['nsenter', '--target', `${inner.pid}`, '--net', '--mount'],
    switches: [`--inspect=${ports[0]}`, `--remote-debugging-port=${ports[1]}`],
    world,
    atHome: (port) => serverIn(inner, port),
    async plug() {
      await inner.ip('link', 'set', 'plug', 'up');
      await inner.ip('route', 'replace', 'default', 'via', gateway);
    },
    unplug: () => inner.ip('link', 'set', 'plug', 'down'),
    route: (isThere) => outer.ip('address', isThere ? 'add' : 'delete', `${address}/32`, 'dev', 'lo'),
    resolve: async (isThere) => void (await outer.order({ do: 'name', address: isThere ? address : null })),
    stop() {
      world.close();
      inner.stop();
      outer.stop();
    },
  };
  await network.route(true);
  await network.resolve(true);
  return network;
}
