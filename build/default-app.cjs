'use strict';
// Stands in for Electron's own default app, which the carrier of the fallback has replaced: it runs the app of a folder.
// electron [switches] [-r module] <folder> [arguments]
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

function readTarget() {
  const words = process.argv.slice(1);
  while (words.length > 0) {
    const word = words.shift();
    if (word === '-r' || word === '--require') require(path.resolve(words.shift()));
    else if (!word.startsWith('-')) return path.resolve(word);
  }
  return null;
}

function takeOnName(target) {
  const file = path.join(target, 'package.json');
  if (!fs.existsSync(file)) return;
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  const name = manifest.productName || manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (name) app.name = name;
  app.setDesktopName(manifest.desktopName || `${name}.desktop`);
  app.setAppPath(target);
}

const target = readTarget();
if (target === null) {
  console.error('usage: electron <folder>');
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  takeOnName(target);
  Module._load(Module._resolveFilename(target, null, true), Module, true);
}
