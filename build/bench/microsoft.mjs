import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * The part of test/desktop/organisation.ts that is measured with. That file is written for the tests, which build on
 * this folder, so it is not the compiler that brings it here.
 * @typedef {object} Microsoft
 * @property {Readonly<Record<string, string>>} environment with which the app finds it
 * @property {{ visit: (url: string) => Promise<void> }} simulator
 * @property {() => Promise<readonly string[]>} openedPages
 * @property {(onRequest: (request: import('node:http').IncomingMessage) => void) => void} watchGraph
 * @property {() => void} close
 */

const organisation = fileURLToPath(new URL('../../test/desktop/organisation.ts', import.meta.url));

/**
 * Starts the Microsoft 365 that is measured with. It runs here, so that nothing of it is counted as the app's.
 * @param {import('../desktop.mjs').Desktop} desktop
 * @returns {Promise<Microsoft>}
 */
export async function startMicrosoft(desktop) {
  const { module } = await runnerImport(organisation, { configFile: false, logLevel: 'warn' });
  return module.startOrganisation(desktop);
}
