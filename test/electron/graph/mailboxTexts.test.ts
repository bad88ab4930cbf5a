import { describe, expect, it } from 'vitest';
import type { Instant } from '#contract/instant.ts';
import { readReplyText, writeReplyText } from '../../../electron/graph/replyText.ts';
import { ianaOf, zonedTimeOf } from '../../../electron/graph/timeZones.ts';

describe('[O5] a reply of a mailbox, as text', () => {
  it.each([
    ['', '', false],
    ['Away', 'Away', false],
    ['<html>\n<body>\nAway<br>\nBack &lt;soon&gt;\n</body>\n</html>\n', 'Away\nBack <soon>', false],
    ['<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo', false],
    ['<div dir="ltr">One</div>', 'One', false],
    ['<p style="color:red">One</p>', 'One', true],
    ['<p>Ask <b>Jonas</b></p>', 'Ask Jonas', true],
    ['<ul><li>One</li><li>Two</li></ul>', '• One\n• Two', true],
    ['<script>alert(1)</script><style>p{}</style>Safe', 'Safe', true],
    ['<img src=x onerror="alert(1)">Safe', 'Safe', true],
    ['<a href="javascript:alert(1)">here</a>', 'here', true],
    ['<!-- hidden -->Shown<!-- <b> never closed', 'Shown', false],
    ['&#60;script&#62;alert(1)&#60;/script&#62;', '<script>alert(1)</script>', false],
    ['<p>Unclosed <b>tags', 'Unclosed tags', true],
    ['a < b & c &nbsp; d', 'a < b & c   d', false],
    ['<p>&nbsp;</p>\n <p> One</p> <p>&nbsp;</p>', 'One', false],
  ])('%j is %j', (html, text, isFormatted) => {
    expect(readReplyText(html)).toEqual({ html, text, isFormatted });
  });

  it.each([
    'Away',
    'One\nTwo\n\nThree',
    '<b>&amp;</b> "quoted" \'it\'',
    'a  b',
    ' One\n  Two\n   Three    four',
    '😀 {until}',
    '</body><script>x</script>',
  ])('%j survives being written and read', (text) => {
    const html = `<html>\n<body>\n${writeReplyText(text)}\n</body>\n</html>\n`;
    expect(readReplyText(html)).toMatchObject({ text, isFormatted: false });
    expect(writeReplyText(text)).not.toMatch(/<(?!br>)/);
  });

  it('is read in one pass, however mad it is', () => {
    expect(readReplyText('<!--'.repeat(250_000)).text).toBe('');
    expect(readReplyText('<p> '.repeat(250_000)).text).toBe('');
    expect(readReplyText('a '.repeat(50_000)).text).toHaveLength(99_999);
  });
});

describe('the zones of a mailbox', () => {
  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['UTC', 'Etc/UTC'],
    ['Customized Time Zone', null],
    ['', null],
  ])('%s is %s', (name, iana) => {
    expect(ianaOf(name)).toBe(iana);
  });

  it.each([
    ['2026-12-01T16:30:00.000Z', 'Europe/Berlin', '2026-12-01T17:30:00', 'W. Europe Standard Time'],
    ['2026-12-01T16:30:00.000Z', 'W. Europe Standard Time', '2026-12-01T17:30:00', 'W. Europe Standard Time'],
    ['2026-12-01T16:30:00.000Z', 'Europe/Kyiv', '2026-12-01T18:30:00', 'FLE Standard Time'],
    // The second 02:30 of that night has no name of its own.
    ['2026-10-25T01:30:00.000Z', 'Europe/Berlin', '2026-10-25T01:30:00', 'UTC'],
    ['2026-12-01T16:30:00.000Z', 'Antarctica/Troll', '2026-12-01T16:30:00', 'UTC'],
    ['2026-12-01T16:30:00.000Z', 'Mars/Olympus', '2026-12-01T16:30:00', 'UTC'],
  ])('%s in %s is written as %s, %s', (instant, zone, dateTime, timeZone) => {
    expect(zonedTimeOf(instant as Instant, zone)).toEqual({ dateTime, timeZone });
  });
});
