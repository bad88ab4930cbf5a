import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bundle.mjs';
import { startDesktop } from '../desktop.mjs';
import { resolveElectron } from '../electron-runtime.mjs';
import { endAsFailed } from '../failure.mjs';
import { figure, isMet, median, table } from './figures.mjs';
import { createBench } from './measure.mjs';
import { startMicrosoft } from './microsoft.mjs';
import { sizes } from './sizes.mjs';
import { asking, grown } from './variants.mjs';

// Measures our app against the least tray app there can be, in turns, on the same screen and the same Electron. Ratios
// are what is judged: milliseconds of one computer say nothing about another. Nothing else may run beside it.

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {import('./measure.mjs').Sample} Sample
 * @typedef {{ hidden: number, freed: number }} Asking the memory of bare apps that have asked a server one thing
 */

/** @param {string} name @param {number} otherwise */
function option(name, otherwise) {
  return Number(new RegExp(`--${name}=(\\d+)`).exec(process.argv.join(' '))?.[1] ?? otherwise);
}

const rounds = option('rounds', 10);
const idleSeconds = option('idle', 60);
const idleRounds = option('idle-rounds', 2);
/** @typedef {Awaited<ReturnType<typeof createBench>>} Bench */
/** @typedef {keyof Bench['variants']} Name */

/**
 * @template T
 * @param {readonly Record<'ours' | 'other', T>[]} pairs @param {(value: T) => number} pick
 */
function compared(pairs, pick) {
  return {
    ours: figure(pairs.map(({ ours }) => pick(ours))),
    other: figure(pairs.map(({ other }) => pick(other))),
    ratio: median(pairs.map(({ ours, other }) => pick(ours) / pick(other))),
  };
}

/** @param {ReadonlyArray<Record<Name, Sample> & { asking: Asking }>} samples @returns {Row[]} */
function startRows(samples) {
  const hidden = samples.map((sample) => ({ ours: sample.warm, other: sample.bareWarm }));
  const freed = samples.map((sample) => ({ ours: sample.cold, other: sample.bareCold }));
  const hiddenAsking = samples.map(({ warm, asking }) => ({ ours: warm.memory, other: asking.hidden }));
  const freedAsking = samples.map(({ cold, asking }) => ({ ours: cold.memory, other: asking.freed }));
  return [
    { what: 'start to tray icon', unit: 'ms', limit: 1.2, ...compared(hidden, ({ icon }) => icon) },
    { what: 'click to painted popup, window ready', unit: 'ms', limit: 1.1, ...compared(hidden, ({ popup }) => popup) },
    { what: 'click to painted popup, window made', unit: 'ms', limit: 2, ...compared(freed, ({ popup }) => popup) },
    { what: 'memory with a hidden popup', unit: 'MiB', limit: 1.1, ...compared(hidden, ({ memory }) => memory) },
    { what: 'the same, bare with one page asked', unit: 'MiB', limit: null, ...compared(hiddenAsking, (mib) => mib) },
    { what: 'the same after three uses', unit: 'MiB', limit: null, ...compared(hidden, (each) => each.memoryAfter) },
    { what: 'memory freed, before the first use', unit: 'MiB', limit: 1.05, ...compared(freed, (each) => each.memory) },
    { what: 'freed, bare with one page asked', unit: 'MiB', limit: null, ...compared(freedAsking, (mib) => mib) },
    {
      what: 'the same after three uses, freed',
      unit: 'MiB',
      limit: null,
      ...compared(freed, (each) => each.memoryAfter),
    },
  ];
}

/** @param {Bench} bench @param {Record<'page' | 'presences', string>} urls a page that a server has, and where a click is told */
async function measureAll(bench, { page, presences }) {
  const { bareWarm, warm, bareCold } = bench.variants;
  /** @type {(Record<Name, Sample> & { asking: Asking })[]} */
  const samples = [];
  for (let round = 0; round <= rounds; round += 1) {
    const order = /** @type {Name[]} */ (Object.keys(bench.variants));
    if (round % 2 === 1) order.reverse();
    /** @type {Partial<Record<Name, Sample>>} */
    const sample = {};
    for (const name of order) sample[name] = await bench.measure(bench.variants[name]);
    const hidden = await bench.memory(asking(bareWarm, page));
    const freed = await bench.memory(asking(bareCold, page));
    // The first round fills caches and is not counted.
    if (round > 0) samples.push({ .../** @type {Record<Name, Sample>} */ (sample), asking: { hidden, freed } });
    console.log(`round ${round} of ${rounds}`);
  }
  const idle = [];
  for (let round = 0; round < idleRounds; round += 1) {
    idle.push({ other: await bench.idle(bareWarm, idleSeconds), ours: await bench.idle(warm, idleSeconds) });
  }
  const hours = [];
  for (let round = 0; round < idleRounds; round += 1) hours.push(await bench.hour(presences));
  const growth = [];
  for (let round = 0; round < rounds; round += 1) {
    growth.push({ other: await bench.known(grown(10)), ours: await bench.known(grown(10_000)) });
  }
  const clicks = await bench.clicks(presences);
  return { samples, idle, hours, growth, clicks };
}

/** @param {Awaited<ReturnType<typeof measureAll>>} measured @param {Awaited<ReturnType<typeof sizes>>} sizes @returns {Row[]} */
function rowsOf({ samples, idle, hours, growth, clicks }, { firstPaint, main, archive, installed }) {
  const alone = { other: null, ratio: null };
  return [
    ...startRows(samples),
    { what: 'memory after an hour of use', unit: 'MiB', limit: null, ...compared(hours, (mib) => mib) },
    {
      ...{ what: 'click on a state to its request; bare: to an empty one', unit: 'ms', limit: 5, ratio: null },
      ...{ ours: figure(clicks.ours.wire), other: figure(clicks.other.wire) },
    },
    {
      ...{ what: 'click on a state to the icon', unit: 'ms', limit: null, ratio: null },
      ...{ ours: figure(clicks.ours.shown), other: figure(clicks.other.shown) },
    },
    { what: `wakeups in ${idleSeconds} s idle`, unit: '', limit: 1.2, ...compared(idle, ({ woke }) => woke) },
    { what: `processor time in ${idleSeconds} s idle`, unit: 'ms', limit: null, ...compared(idle, ({ ran }) => ran) },
    {
      what: '10 000 presets in the file, beside 10: start to known',
      unit: 'ms',
      limit: 1.2,
      ...compared(growth, (ms) => ms),
    },
    { what: 'script for the first paint', unit: 'kB', limit: 650, ours: figure([firstPaint]), ...alone },
    { what: 'scripts of the main process', unit: 'kB', limit: null, ours: figure([main]), ...alone },
    { what: 'app.asar', unit: 'kB', limit: 2500, ours: figure([archive]), ...alone },
    { what: 'installed, with Electron', unit: 'MB', limit: null, ours: figure([installed]), ...alone },
  ];
}

await bundle();
const { exe } = resolveElectron();
const desktop = await startDesktop({ keyring: 'unlocked' });
const microsoft = await startMicrosoft(desktop);
Object.assign(desktop.env, microsoft.environment);
try {
  const bench = await createBench(desktop, exe, microsoft);
  const { PRESENTLY_AUTHORITY: authority, PRESENTLY_GRAPH_URL: graph } = microsoft.environment;
  const page = `${authority}/v2.0/.well-known/openid-configuration`;
  const presences = `${graph}/beta/communications/presences`;
  const rows = rowsOf(await measureAll(bench, { page, presences }), await sizes());
  bench.close();
  const about = {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model,
    cores: cpus().length,
    rounds,
  };
  const path = fileURLToPath(new URL('../../out/bench.json', import.meta.url));
  writeFileSync(path, `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
  console.log(`${JSON.stringify(about)}\n${table(rows)}`);
  const met = rows.filter(isMet).length;
  console.log(`${met} passed, ${rows.length - met} failed`);
  if (met < rows.length) endAsFailed();
} finally {
  microsoft.close();
  await desktop.stop();
}
