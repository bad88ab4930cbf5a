'use strict';
// Loaded into an app under test: its start waits at config.json until the file HELD_UNTIL is there, as it would for a
// slow disk or, on Windows, for the tool that reads the registry.
const { existsSync } = require('node:fs');
const promises = require('node:fs/promises');
const { env, stdout } = require('node:process');
const { setTimeout: wait } = require('node:timers/promises');

const { open } = promises;
promises.open = async (path, ...rest) => {
  if (String(path).endsWith('config.json') && !existsSync(env.HELD_UNTIL)) {
    stdout.write('{"event":"held"}\n');
    while (!existsSync(env.HELD_UNTIL)) await wait(20);
  }
  return open(path, ...rest);
};
