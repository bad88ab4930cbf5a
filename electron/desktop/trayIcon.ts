import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, type Rectangle, Tray } from 'electron';
import type { Command } from '#contract/commands.ts';
import type { Glyph } from '#contract/glyph.ts';
import type { MenuItem, TrayPort } from '../tray/trayPort.ts';
import { menuLabel } from './menuLabel.ts';

export interface TrayListener {
  /** A left click, or what the desktop takes for one. */
  onClick(): void;
  /** Comes after a click, and in place of a second one; on Windows only. */
  onDoubleClick(): void;
  onCommand(command: Command): void;
}

export interface TrayIcon extends TrayPort {
  /** From now on clicks and commands go there; also a click that came too early. */
  listen(listener: TrayListener): void;
  /** Where the icon is; null on desktops that do not tell. Units: density-independent pixels. */
  bounds(): Rectangle | null;
  /** Shows the icon anew: a tray that came up after us never hears of an old one. */
  renew(): void;
}

/** Puts the icon into the tray. Linux wants a menu set at all times; elsewhere it opens on the right click only. */
export function createTrayIcon(assets: string, glyph: Glyph): TrayIcon {
  let shown: { glyph: Glyph; tooltip: string; menu: readonly MenuItem[] } = { glyph, tooltip: '', menu: [] };
  let listener: TrayListener | null = null;
  let isClickWaiting = false;
  let tray = create();

  function create(): Tray {
    const created = new Tray(image(assets, shown.glyph));
    created.setIgnoreDoubleClickEvents(true);
    created.on('click', () => {
      isClickWaiting = listener === null;
      listener?.onClick();
    });
    created.on('double-click', () => listener?.onDoubleClick());
    created.on('right-click', () => {
      if (process.platform !== 'linux') created.popUpContextMenu(build(shown.menu));
    });
    return created;
  }

  function build(items: readonly MenuItem[]): Menu {
    return Menu.buildFromTemplate(items.map((item) => template(item, (command) => listener?.onCommand(command))));
  }

  const icon: TrayIcon = {
    listen(next) {
      listener = next;
      if (isClickWaiting) next.onClick();
      isClickWaiting = false;
    },
    setGlyph(next) {
      shown = { ...shown, glyph: next };
      tray.setImage(image(assets, next));
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
  if (item.kind === 'separator') return { type: 'separator' };
  const label = menuLabel(item.label);
  switch (item.kind) {
    case 'label':
      return { label, enabled: false };
    case 'submenu':
      return { label, submenu: item.items.map((inner) => template(inner, onCommand)) };
    case 'command':
      return { label, click: () => onCommand(item.command) };
    default:
      return { label, type: item.kind, checked: item.isChecked, click: () => onCommand(item.command) };
  }
}
