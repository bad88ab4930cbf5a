'use strict';
// Loaded into an app under test: keeps what it prints in a file as well. Playwright reads the pipe from the first
// moment, so that whoever attaches later has missed the beginning.
const { appendFileSync } = require('node:fs');
const { env, stdout } = require('node:process');

const write = stdout.write.bind(stdout);
stdout.write = (text, ...rest) => {
  appendFileSync(env.KEEP_OUTPUT_IN, text);
  return write(text, ...rest);
};
