/** Two numbers from 0 to 1 that look random and are the same for the same seed and turn. */
export function drawFrom(seed: number, turn: number): readonly [number, number] {
  return [mix(seed, turn * 2), mix(seed, turn * 2 + 1)];
}

/** Source: the finaliser of MurmurHash3, which is in the public domain. */
function mix(seed: number, turn: number): number {
  let bits = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(turn + 1, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
