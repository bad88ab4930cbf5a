import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { resolveElectron, runtimeEnvironment } from './electron-runtime.mjs';
import { fail } from './failure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** Runs the app until the user quits it. */
async function runApp() {
  const runtime = resolveElectron();
  const isRoot = process.getuid?.() === 0;
  if (isRoot) console.error('Running as root, so without the sandbox of Chromium (--no-sandbox).');
  const parameters = [...(isRoot ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)];
  console.log('Presently starts; look for its icon in the tray.');
  const app = spawn(runtime.exe, parameters, { stdio: 'inherit', env: runtimeEnvironment(runtime) });
  const [code] = await once(app, 'exit');
  process.exitCode = code ?? 1;
}

async function runDemo() {
  console.log('There is no display here (DISPLAY and WAYLAND_DISPLAY are empty): running the demo in a virtual one.');
  resolveElectron();
  const { showDemo } = await import('./demo.mjs');
  await showDemo(root);
}

try {
  await bundle();
  await (hasDisplay() ? runApp() : runDemo());
} catch (error) {
  fail(error);
}
