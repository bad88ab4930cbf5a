'use strict';
// The least a tray app can be: what the harness is tried on, and what ours is measured against. With --cold its window
// is made at each click and gone after it, as in most of its kind. With --ask=URL it has asked one page of a server, the
// least that an app with a service can do.
const { app, BrowserWindow, Menu, nativeImage, net, Tray } = require('electron');
const { join } = require('node:path');

const icons = join(__dirname, '../../../assets/tray');
const isCold = process.argv.includes('--cold');
const page = process.argv.find((word) => word.startsWith('--ask='))?.slice('--ask='.length);
const parts = {};

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
  parts.popup = new BrowserWindow({ width: 360, height: 460, show: false, frame: false, type: 'toolbar' });
  await parts.popup.loadFile(join(__dirname, 'index.html'));
  // The shortest way from a click in a page to here.
  parts.popup.on('page-title-updated', () => say('clicked'));
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
  parts.popup.setPosition(640, 260);
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
