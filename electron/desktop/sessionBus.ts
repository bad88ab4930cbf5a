import { execFile } from 'node:child_process';
import type { BusCall, CallBus } from './keyringProbe.ts';

/** Units: milliseconds. */
const timeLimit = 1_500;

/** Calls the session bus through whichever of the two usual tools is installed; nothing of it runs in this process. */
export const callSessionBus: CallBus = async (call) => {
  const answer = await run('dbus-send', dbusSend(call));
  return answer === 'missing' ? textOf(await run('gdbus', gdbus(call))) : textOf(answer);
};

type Printed = { readonly text: string } | 'missing' | 'failed';

function run(tool: string, parameters: readonly string[]): Promise<Printed> {
  return new Promise((resolve) => {
    execFile(tool, [...parameters], { timeout: timeLimit, killSignal: 'SIGKILL' }, (failure, text) => {
      if (failure === null) resolve({ text });
      else resolve(failure.code === 'ENOENT' ? 'missing' : 'failed');
    });
  });
}

function textOf(printed: Printed): string | null {
  return typeof printed === 'string' ? null : printed.text;
}

function dbusSend({ destination, path, method, strings }: BusCall): readonly string[] {
  const target = [`--dest=${destination}`, path, method, ...strings.map((text) => `string:${text}`)];
  return ['--session', '--print-reply=literal', `--reply-timeout=${timeLimit}`, ...target];
}

function gdbus({ destination, path, method, strings }: BusCall): readonly string[] {
  return ['call', '--session', '--dest', destination, '--object-path', path, '--method', method, ...strings];
}
