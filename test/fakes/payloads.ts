import fc from 'fast-check';
import { type CommandName, commands } from '#contract/commands.ts';

/** Names that are a command, or look as if. */
const names = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...(Object.keys(commands) as CommandName[])) },
  { weight: 2, arbitrary: fc.constantFrom('constructor', '__proto__', 'toString', 'setpresence', 'setPresence ', '') },
  { weight: 1, arbitrary: fc.anything() },
);

/** Words of ours, nearly right ones, and ones that objects inherit. */
const words = fc.oneof(
  fc.constantFrom('Available', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away', 'Offline', 'InACall', 'Presenting'),
  fc.constantFrom(
    'busy',
    'Busy ',
    'BUSY',
    'Bus\u0443',
    'Busy\u0000',
    'toString',
    'constructor',
    '__proto__',
    'Sleeping',
  ),
  fc.constantFrom('browser', 'deviceCode', 'password', 'automatic', 'thisWeek', '2026-11-25T19:00:00Z', '24:00'),
  fc.string(),
  fc.constantFrom('\u202e', '\ud800', '\u0000', '<b>', 'x'.repeat(281), 'x'.repeat(1_001), 'x'.repeat(30_000)),
);

const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, 12, 13, -1, 5.5, 119, 120, 440, 900, 901, 1e308, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double(),
  fc.integer(),
);

const leaves = fc.oneof(words, numbers, fc.boolean(), fc.constantFrom(null, undefined), fc.bigInt(), fc.date());

const keys = fc.constantFrom(
  ...['availability', 'activity', 'isOutOfOffice', 'message', 'text', 'lasts', 'sequel', 'until', 'id', '@odata.type'],
  ...['__proto__', 'constructor', 'toString'],
);

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaves,
    fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}));

/** Two right members, so that what is nearly right comes often enough. */
const nearPresences = fc.record({ availability: words, activity: words }, { requiredKeys: [] });
const nearMessages = fc.record({ text: words, lasts: fc.oneof(words, fc.record({ until: words })) });
const nearOutOfOffice = fc.record({ isOutOfOffice: fc.boolean(), message: fc.oneof(words, fc.constant(null)) });

/** What a page in the hands of an attacker can send: anything that survives structured cloning. */
export const messages = fc.tuple(
  names,
  fc.oneof(
    { weight: 3, arbitrary: leaves },
    { weight: 3, arbitrary: tree },
    { weight: 3, arbitrary: nearPresences },
    { weight: 1, arbitrary: nearMessages },
    { weight: 1, arbitrary: nearOutOfOffice },
    {
      weight: 1,
      arbitrary: fc.anything({ withMap: true, withSet: true, withTypedArray: true, withSparseArray: true }),
    },
  ),
);
