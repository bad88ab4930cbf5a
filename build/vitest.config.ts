import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite',
  test: {
    // Vitest would keep one processor for itself, which is half of what a machine with two has.
    maxWorkers: '100%',
    projects: [
      // The first two read each module once for all their files, as no test leaves anything in one. A process is kept
      // only for files of its own project, so these take turns.
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['test/*.test.ts', 'test/{electron,build,journeys}/**/*.test.ts'],
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          isolate: false,
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 1 },
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        // Each file has a screen, a session bus and an Electron of its own, and waits for them half of its time, so two
        // get on together. They come after the others, which would take the processor from under them.
        test: {
          name: 'app',
          environment: 'node',
          include: ['test/app/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          retry: 0,
        },
      },
    ],
  },
});
