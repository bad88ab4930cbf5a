import { expect, it } from 'vitest';
import { speechOf } from '../../../electron/contract/speech.ts';
import { type MacChoices, macFormats } from '../../../electron/desktop/macFormats.ts';

const none: MacChoices = { has24Hours: false, has12Hours: false, firstWeekday: undefined };

it.each([
  ['de-DE', {}, 'en-DE-u-fw-mon-hc-h23'],
  ['en-DE', {}, 'en-DE-u-fw-mon-hc-h23'],
  ['en-US@rg=dezzzz', {}, 'en-DE-u-fw-mon-hc-h23'],
  ['en-GB@currency=USD;rg=uszzzz', {}, 'en-US-u-fw-sun-hc-h12'],
  ['es-419@rg=eszzzz', {}, 'en-ES-u-fw-mon-hc-h23'],
  ['zh-Hans-CN@rg=gbsct', {}, 'en-GB-u-fw-mon-hc-h23'],
  ['de-DE@calendar=gregorian', {}, 'en-DE-u-fw-mon-hc-h23'],
  ['en-US', { has24Hours: true }, 'en-US-u-fw-sun-hc-h23'],
  ['de-DE', { has12Hours: true }, 'en-DE-u-fw-mon-hc-h12'],
  ['en-US@rg=dezzzz', { has12Hours: true, firstWeekday: 1 }, 'en-DE-u-fw-sun-hc-h12'],
  ['en-US', { firstWeekday: 2 }, 'en-US-u-fw-mon-hc-h12'],
] as const)('[L3] on a Mac that says %s with %j, dates are as %s', (identifier, choices, formats) => {
  const system = macFormats(identifier, { ...none, ...choices });
  expect(speechOf('en', { languages: [], formats: system }).formats).toBe(formats);
});
