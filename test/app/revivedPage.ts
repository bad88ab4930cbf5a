import type { Desktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';

/** The popup's page, over the deaths of its process: Playwright's own page does not come back from the first. */
export interface RevivedPage {
  /** Null while there is none: a signal to zero would go to whoever sends it, and to all that runs with them. */
  processId(): Promise<number | null>;
  /** Waits until the state is called this. */
  heading(text: string): Promise<void>;
  /** Presses the real mouse on a state's tile, once it is there. */
  click(radio: string): Promise<void>;
}

/** Looks at the page from the main process, and works it with the desktop's mouse. */
export async function seenFromMain(desktop: Desktop, launched: LaunchedApp): Promise<RevivedPage> {
  const window = await launched.app.browserWindow(await launched.popup());
  /** A page whose process has just ended answers with nothing at all. */
  const ask = (script: string): Promise<unknown> =>
    window.evaluate(
      ({ webContents }, code) =>
        Promise.race([webContents.executeJavaScript(code), new Promise((resolve) => setTimeout(resolve, 500, null))]),
      script,
    );
  async function centreOf(radio: string): Promise<{ x: number; y: number } | null> {
    const name = JSON.stringify(radio);
    const found = await ask(`(() => {
      const radio = [...document.querySelectorAll('[role=radio]')].find((it) => it.getAttribute('aria-label') === ${name} || it.textContent.trim() === ${name});
      const box = radio?.getBoundingClientRect();
      return box === undefined ? null : JSON.stringify({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    })()`);
    return typeof found === 'string' ? JSON.parse(found) : null;
  }
  return {
    processId: () => window.evaluate(({ webContents }) => webContents.getOSProcessId() || null),
    heading: async (text) =>
      void (await until(
        `the heading ${text}`,
        async () => (await ask(`document.querySelector('h1')?.textContent ?? null`)) === text,
      )),
    async click(radio) {
      const centre = await until(`the tile ${radio}`, () => centreOf(radio));
      const { x, y } = await launched.popupRegion();
      await desktop.click(Math.round(x + centre.x), Math.round(y + centre.y));
    },
  };
}
