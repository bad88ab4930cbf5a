import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, type Rectangle, Tray } from 'electron';
import type { Command } from '#contract/commands.ts';
import type { Glyph } from '#contract/glyph.ts';
import type { Log } from '../ports.ts';
import type { MenuItem, TrayPort } from '../tray/trayPort.ts';

export interface TrayIconParts {
  readonly assets: string;
  readonly glyph: Glyph;
  /** A left click, or what the desktop takes for one. */
  readonly onClick: () => void;
  readonly onCommand: (command: Command) => void;
  readonly log: Log;
}

export interface TrayIcon extends TrayPort {
  /** Where the icon is; null on desktops that do not tell. Units: density-independent pixels. */
  bounds(): Rectangle | null;
  /** Shows the icon anew: a tray that came up after us never hears of an old one. */
  renew(): void;
}

/** Puts the icon into the tray. Linux wants a menu set at all times; elsewhere it opens on the right click only. */
export function createTrayIcon({ assets, glyph, onClick, onCommand, log }: TrayIconParts): TrayIcon {
  let shown: { glyph: Glyph; tooltip: string; menu: readonly MenuItem[] } = { glyph, tooltip: '', menu: [] };
  let tray = create();

  function create(): Tray {
    const created = new Tray(image(assets, shown.glyph));
    created.setIgnoreDoubleClickEvents(true);
    created.on('click', onClick);
    created.on('right-click', () => {
      if (process.platform !== 'linux') created.popUpContextMenu(build(shown.menu));
    });
    return created;
  }

  function build(items: readonly MenuItem[]): Menu {
    return Menu.buildFromTemplate(items.map((item) => template(item, onCommand)));
  }

  const icon: TrayIcon = {
    setGlyph(next) {
      shown = { ...shown, glyph: next };
      tray.setImage(image(assets, next));
      log.info('tray', { icon: next });
    },
    setTooltip(tooltip) {
      shown = { ...shown, tooltip };
      tray.setToolTip(tooltip);
    },
    setMenu(menu) {
      shown = { ...shown, menu };
      if (process.platform === 'linux') tray.setContextMenu(build(menu));
    },
    bounds() {
      const bounds = tray.getBounds();
      return bounds.width === 0 ? null : bounds;
    },
    renew() {
      tray.destroy();
      tray = create();
      icon.setTooltip(shown.tooltip);
      icon.setMenu(shown.menu);
    },
  };
  return icon;
}

function image(assets: string, glyph: Glyph): NativeImage {
  if (process.platform === 'win32') return nativeImage.createFromPath(join(assets, `${glyph}.ico`));
  if (process.platform === 'darwin') return nativeImage.createFromPath(join(assets, `${glyph}Template.png`));
  return nativeImage.createFromPath(join(assets, `${glyph}.png`));
}

function template(item: MenuItem, onCommand: (command: Command) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'label':
      return { label: item.label, enabled: false };
    case 'submenu':
      return { label: item.label, submenu: item.items.map((inner) => template(inner, onCommand)) };
    case 'command':
      return { label: item.label, click: () => onCommand(item.command) };
    default:
      return { label: item.label, type: item.kind, checked: item.isChecked, click: () => onCommand(item.command) };
  }
}
