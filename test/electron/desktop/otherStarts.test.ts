import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { keepOtherStarts, type OtherStart } from '../../../electron/desktop/otherStarts.ts';

it('[X7] starts that come while the first still starts are heard in their order, and each once', () => {
  const app = new EventEmitter();
  const start = (...words: string[]) => app.emit('second-instance', {}, words, '/', { session: '4' });
  const starts = keepOtherStarts(app);
  start('presently', '--hidden');
  start('presently');
  const heard: OtherStart[] = [];
  starts.listen((each) => heard.push(each));
  start('presently', '--demo');
  expect(heard).toEqual([
    { words: ['presently', '--hidden'], handed: { session: '4' } },
    { words: ['presently'], handed: { session: '4' } },
    { words: ['presently', '--demo'], handed: { session: '4' } },
  ]);
});
