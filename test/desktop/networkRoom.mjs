import { createSocket } from 'node:dgram';
import { connect, createServer } from 'node:net';
import process from 'node:process';

// Lives in a network of its own, and lends its hands to the tests outside: sockets stay in the network in which they
// were made, whoever is handed them later.

/** @param {unknown} facts @param {import('node:net').Server} [handle] */
const tell = (facts, handle) => void process.send?.(facts, handle, {}, () => handle?.close());

/** @param {number} port */
function listen(port) {
  const server = createServer();
  server.listen(port, '0.0.0.0', () => tell({ done: 'listen' }, server));
}

/** @param {number} port @param {import('node:net').Server} outside a server of the network outside */
function relay(port, outside) {
  outside.on('connection', (near) => {
    const far = connect(port, '127.0.0.1');
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  tell({ done: 'relay' });
}

/** @param {string} text */
const bytesOf = (text) => Buffer.from(text.split('.').map(Number));

/**
 * Every name is at this address, for a moment; without an address none is known.
 * @param {Buffer} question @param {string | null} address
 */
function answer(question, address) {
  const end = question.indexOf(0, 12) + 5;
  const isAddressAsked = question.readUInt16BE(end - 4) === 1;
  const isKnown = address !== null;
  const header = Buffer.from(question.subarray(0, 12));
  header.writeUInt16BE(isKnown ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(isKnown && isAddressAsked ? 1 : 0, 6);
  header.fill(0, 8);
  const record = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4];
  const found = isKnown && isAddressAsked ? [Buffer.from(record), bytesOf(address)] : [];
  return Buffer.concat([header, question.subarray(12, end), ...found]);
}

/** @type {{ address: string | null }} */
const names = { address: null };

function serveNames() {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => socket.send(answer(question, names.address), from.port, from.address));
  socket.bind(53, '0.0.0.0', () => tell({ done: 'serveNames' }));
}

process.on('message', (/** @type {any} */ order, handle) => {
  if (order.do === 'listen') listen(order.port);
  else if (order.do === 'relay') relay(order.port, /** @type {import('node:net').Server} */ (handle));
  else if (order.do === 'serveNames') serveNames();
  else {
    names.address = order.address;
    tell({ done: 'name' });
  }
});
process.on('disconnect', () => process.exit());
tell({ done: 'start' });
