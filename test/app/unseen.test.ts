import { afterEach, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { launchUnwatched } from './unwatched.ts';

let desktop: Desktop;
afterEach(() => desktop.stop());

const isUnseen = `document.documentElement.hasAttribute('data-unseen')`;

it('a page knows whether it is seen, also before it is shown for the first time', async () => {
  desktop = await startDesktop();
  const app = launchUnwatched(desktop);
  await trayTurns(desktop, 'green');
  const becomes = (wanted: 'seen' | 'unseen') =>
    app.untilPage(`a page that is ${wanted}`, isUnseen, ({ value }) => value === (wanted === 'unseen'));
  expect((await becomes('unseen')).isShown).toBe(false);
  await clickTray(desktop);
  expect((await becomes('seen')).isShown).toBe(true);
  await clickTray(desktop);
  expect((await becomes('unseen')).isShown).toBe(false);
});

/** What moves, in an element and in what stands before it, as Fluent's own spinner does. */
const move = [
  'const sheet = new CSSStyleSheet()',
  `sheet.replaceSync('@keyframes turn { to { rotate: 1turn } } .turning, .turning::before { content: ""; animation: turn 1s infinite }')`,
  'document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]',
  `document.body.append(Object.assign(document.createElement('div'), { className: 'turning' }))`,
].join('; ');

it('nothing of a page moves while nobody sees it', async () => {
  desktop = await startDesktop();
  const app = launchUnwatched(desktop);
  await trayTurns(desktop, 'green');
  const states = `document.getAnimations().filter((each) => each.animationName === 'turn').map((each) => each.playState).join()`;
  const becomes = (wanted: string) => app.untilPage(wanted, states, ({ value }) => value === wanted);
  await app.untilPage('the page behind the screen', isUnseen, ({ value }) => value === true);
  app.run(move);
  await becomes('paused,paused');
  await clickTray(desktop);
  await becomes('running,running');
  await clickTray(desktop);
  await becomes('paused,paused');
});
