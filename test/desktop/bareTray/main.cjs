'use strict';
// The least a tray app can be: what the harness is tried on, and what ours is measured against. With --cold its window
// is made at each click and gone after it, as in most of its kind. With --ask=URL it has asked one page of a server, the
// least that an app with a service can do; with --tell=URL it tells a server of each click in its page and changes its
// icon. With --place=x,y,width,height its window is as large as another one's, and stands there.
const { app, BrowserWindow, Menu, nativeImage, net, Tray } = require('electron');
const { join } = require('node:path');

const icons = join(__dirname, '../../../assets/tray');
const isCold = process.argv.includes('--cold');
const page = option('ask');
const told = option('tell');
const [x, y, width, height] = (option('place') ?? '640,260,360,460').split(',').map(Number);
const parts = {};

function option(name) {
  const start = `--${name}=`;
  return process.argv.find((word) => word.startsWith(start))?.slice(start.length);
}

function say(event, facts = {}) {
  console.log(JSON.stringify({ event, ...facts }));
}

function show(glyph) {
  parts.tray.setImage(nativeImage.createFromPath(join(icons, `${glyph}.png`)));
  parts.tray.setToolTip(glyph);
  const item = (label) => ({ label, type: 'radio', checked: label === glyph, click: () => show(label) });
  parts.tray.setContextMenu(Menu.buildFromTemplate([item('available'), item('busy')]));
  say('tray', { icon: glyph });
}

async function createPopup() {
  parts.popup = new BrowserWindow({ width, height, show: false, frame: false, type: 'toolbar' });
  await parts.popup.loadFile(join(__dirname, 'index.html'));
  // The shortest way from a click in a page to here.
  if (!told) return;
  parts.popup.on('page-title-updated', () => {
    net.fetch(told, { method: 'POST' });
    parts.isBusy = !parts.isBusy;
    show(parts.isBusy ? 'busy' : 'available');
  });
}

async function toggle() {
  if (isCold) {
    if (parts.popup) {
      parts.popup.destroy();
      parts.popup = null;
      return;
    }
    await createPopup();
  }
  if (parts.popup.isVisible()) return parts.popup.hide();
  parts.popup.setPosition(x, y);
  parts.popup.show();
}

app.on('window-all-closed', () => {});
app.whenReady().then(async () => {
  parts.tray = new Tray(nativeImage.createFromPath(join(icons, 'available.png')));
  parts.tray.on('click', toggle);
  show('available');
  if (!isCold) await createPopup();
  if (page) await (await net.fetch(page)).text();
  say('ready');
});
