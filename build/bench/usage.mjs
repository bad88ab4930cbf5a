import { readdirSync, readFileSync } from 'node:fs';

// What a program takes of the computer, with all the programs that it started. Source: proc(5) of Linux.

/** Units: milliseconds of one clock tick of the kernel's accounts. */
const tick = 10;

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended while we looked.
    return '';
  }
}

/** @param {number} root @returns {number[]} the program and all that come from it */
export function familyOf(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ id: Number(name), parent: Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1]) }));
  const family = [root];
  for (const member of family) family.push(...parents.filter(({ parent }) => parent === member).map(({ id }) => id));
  return family;
}

/** @param {number} root the memory, what is shared divided by those that share it. Units: MiB */
export function memoryOf(root) {
  const pages = familyOf(root).map((id) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0));
  return pages.reduce((sum, kib) => sum + kib, 0) / 1024;
}

/**
 * How often threads woke up so far, and for how long they ran. Units: `ran` in milliseconds.
 * @param {number} root
 */
export function workOf(root) {
  const work = { woke: 0, ran: 0 };
  for (const id of familyOf(root)) {
    const times = read(`/proc/${id}/stat`).split(') ')[1]?.split(' ') ?? [];
    work.ran += (Number(times[11] ?? 0) + Number(times[12] ?? 0)) * tick;
    for (const thread of threadsOf(id)) {
      work.woke += Number(
        /^voluntary_ctxt_switches:\s+(\d+)/m.exec(read(`/proc/${id}/task/${thread}/status`))?.[1] ?? 0,
      );
    }
  }
  return work;
}

/** @param {number} id */
function threadsOf(id) {
  try {
    return readdirSync(`/proc/${id}/task`);
  } catch {
    return [];
  }
}
