import { readFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { endianness, homedir } from 'node:os';
import { join } from 'node:path';

// The few bytes of the X11 protocol that ask "who owns the tray selection?". No tool of a desktop answers it, and
// Electron does not tell whether its icon found a home.
// Source: https://www.x.org/releases/current/doc/xproto/x11protocol.html, freedesktop.org System Tray Protocol 0.3

const cookieName = 'MIT-MAGIC-COOKIE-1';
const timeLimitMilliseconds = 1_000;
const setupBytes = 8;
const replyBytes = 32;

/** Whether a tray of the older kind (XEmbed) runs on this X display. Rejects when the display cannot be asked. */
export async function hasXembedTray(display: string, authorityFile: string | undefined): Promise<boolean> {
  const { number, screen } = parseDisplay(display);
  const socket = createConnection(`/tmp/.X11-unix/X${number}`);
  // The reader below gets errors too, but only from its first read on; an earlier one would be thrown.
  socket.on('error', () => undefined);
  socket.setTimeout(timeLimitMilliseconds, () => socket.destroy(new Error('the X server did not answer')));
  try {
    const read = reader(socket);
    socket.write(setupRequest(await cookie(authorityFile ?? join(homedir(), '.Xauthority'), number)));
    const setup = await read(setupBytes);
    if (setup.readUInt8(0) !== 1) throw new Error('the X server refused the connection');
    await read(setup.readUInt16LE(6) * 4);
    socket.write(internAtom(`_NET_SYSTEM_TRAY_S${screen}`));
    const atom = (await read(replyBytes)).readUInt32LE(8);
    socket.write(getSelectionOwner(atom));
    return (await read(replyBytes)).readUInt32LE(8) !== 0;
  } finally {
    socket.destroy();
  }
}

function parseDisplay(display: string): { number: number; screen: number } {
  const found = /^(?:unix)?:(\d+)(?:\.(\d+))?$/.exec(display);
  if (found === null || endianness() !== 'LE') throw new Error('not a local display');
  return { number: Number(found[1]), screen: Number(found[2] ?? 0) };
}

/** Reads exact numbers of bytes, one read after the other. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  const chunks = socket[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  return async (length) => {
    while (held.length < length) {
      const next = await chunks.next();
      if (next.done) throw new Error('the X server hung up');
      held = Buffer.concat([held, next.value]);
    }
    const wanted = held.subarray(0, length);
    held = held.subarray(length);
    return wanted;
  };
}

/** The display's cookie from the Xauthority file; empty where there is none, as on a server without access control. */
async function cookie(path: string, display: number): Promise<Buffer> {
  const file = await readFile(path).catch(() => Buffer.alloc(0));
  let offset = 0;
  function field(): Buffer {
    const length = file.readUInt16BE(offset);
    offset += 2 + length;
    return file.subarray(offset - length, offset);
  }
  while (offset + 2 < file.length) {
    offset += 2;
    field();
    const number = field().toString();
    const name = field().toString();
    const data = field();
    if (name === cookieName && (number === '' || Number(number) === display)) return data;
  }
  return Buffer.alloc(0);
}

function setupRequest(data: Buffer): Buffer {
  const name = data.length === 0 ? '' : cookieName;
  const head = Buffer.alloc(12);
  head.write('l', 0);
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(Buffer.from(name)), padded(data)]);
}

function internAtom(name: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(16, 0);
  head.writeUInt16LE(2 + Math.ceil(name.length / 4), 2);
  head.writeUInt16LE(name.length, 4);
  return Buffer.concat([head, padded(Buffer.from(name))]);
}

function getSelectionOwner(atom: number): Buffer {
  const request = Buffer.alloc(8);
  request.writeUInt8(23, 0);
  request.writeUInt16LE(2, 2);
  request.writeUInt32LE(atom, 4);
  return request;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
