import type { Command } from '#contract/commands.ts';
import type { Glyph } from '#contract/glyph.ts';

/** One line of the tray's menu, as data: what it does is a command with its input. */
export type MenuItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'command'; readonly label: string; readonly command: Command }
  | {
      readonly kind: 'radio' | 'checkbox';
      readonly label: string;
      readonly isChecked: boolean;
      readonly command: Command;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly MenuItem[] };

/** What the tray says of a state, beside its glyph. */
export interface TrayView {
  readonly tooltip: string;
  readonly menu: readonly MenuItem[];
}

/** A tray icon that can be told what to show. */
export interface TrayPort {
  setGlyph(glyph: Glyph): void;
  setTooltip(text: string): void;
  setMenu(menu: readonly MenuItem[]): void;
}
