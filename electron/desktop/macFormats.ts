import { dayTags } from '#contract/week.ts';

/** What a person on a Mac decided about the clock and the week, whatever their region has. */
export interface MacChoices {
  readonly has24Hours: boolean;
  readonly has12Hours: boolean;
  /** Shape: 1 is Sunday; anything else than a number is no choice. */
  readonly firstWeekday: unknown;
}

/**
 * The locale of dates and times on a Mac.
 *
 * Shape: `identifier` as Electron tells it, with hyphens. Where the region is not that of the language, as for English (US)
 * in Germany, a Mac writes `en-US@rg=dezzzz`, which is no BCP 47 tag.
 * Source: https://unicode.org/reports/tr35/#RegionOverride
 */
export function macFormats(identifier: string, { has24Hours, has12Hours, firstWeekday }: MacChoices): string {
  const [tag = '', keywords = ''] = identifier.split('@');
  const region = /(?:^|;)rg=([a-z]{2})/i.exec(keywords)?.[1];
  const placed = region === undefined ? tag : `${tag.replace(/-(?:[a-z]{2}|\d{3})$/i, '')}-${region.toUpperCase()}`;
  const clock = has24Hours ? ['hc', 'h23'] : has12Hours ? ['hc', 'h12'] : [];
  const week = typeof firstWeekday === 'number' ? ['fw', dayTags[(firstWeekday + 5) % 7]] : [];
  return [placed, ...(clock.length + week.length === 0 ? [] : ['u']), ...week, ...clock].join('-');
}
