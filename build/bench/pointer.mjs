import { once } from 'node:events';
import { createConnection } from 'node:net';

// The few requests of the X11 protocol that move and press the mouse, from here and at once: a program started for each
// click would take longer than what is measured. Source: X11 protocol, section 8 and appendix B; XTEST protocol 2.2.

const motionNotify = 6;
const buttonPress = 4;
const buttonRelease = 5;
const leftButton = 1;
const setupBytes = 12;
const fakeInputWords = 9;

/**
 * @typedef {object} Pointer
 * @property {(x: number, y: number) => void} moveTo
 * @property {() => number} click presses the left button and tells when. Units: milliseconds of performance.now()
 * @property {() => void} close
 */

function setupRequest() {
  const request = Buffer.alloc(setupBytes);
  request.write('l', 0);
  request.writeUInt16LE(11, 2);
  return request;
}

/** @param {string} name */
function queryExtension(name) {
  const padded = Math.ceil(name.length / 4) * 4;
  const request = Buffer.alloc(8 + padded);
  request.writeUInt8(98, 0);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt16LE(name.length, 4);
  request.write(name, 8);
  return request;
}

/** @param {number} extension @param {number} kind @param {number} detail @param {{ x: number, y: number }} [place] */
function fakeInput(extension, kind, detail, { x, y } = { x: 0, y: 0 }) {
  const request = Buffer.alloc(fakeInputWords * 4);
  request.writeUInt8(extension, 0);
  request.writeUInt8(2, 1);
  request.writeUInt16LE(fakeInputWords, 2);
  request.writeUInt8(kind, 4);
  request.writeUInt8(detail, 5);
  request.writeInt16LE(x, 24);
  request.writeInt16LE(y, 26);
  return request;
}

/**
 * @param {string} display as DISPLAY has it, on this computer and open to us
 * @returns {Promise<Pointer>}
 */
export async function openPointer(display) {
  const socket = createConnection(`/tmp/.X11-unix/X${display.replace(/^:|\..*$/g, '')}`);
  socket.setNoDelay(true);
  socket.write(setupRequest());
  await once(socket, 'data');
  socket.write(queryExtension('XTEST'));
  const [reply] = await once(socket, 'data');
  const extension = reply.readUInt8(9);
  return {
    moveTo: (x, y) => void socket.write(fakeInput(extension, motionNotify, 0, { x, y })),
    click() {
      const pressedAt = performance.now();
      socket.write(fakeInput(extension, buttonPress, leftButton));
      socket.write(fakeInput(extension, buttonRelease, leftButton));
      return pressedAt;
    },
    close: () => socket.destroy(),
  };
}
