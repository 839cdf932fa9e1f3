import { availableParallelism } from 'node:os';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { postgresIsAvailable } from './tests/support/local-postgres.ts';
import LongestFirst from './tests/support/longest-first.ts';

/** What starts servers, processes, threads or a browser, or tries many thousands of inputs. */
const INTEGRATION = [
  'tests/e2e/**/*.test.ts',
  'tests/browser/**/*.test.ts',
  '{tests,packages/*/tests}/**/*.integration.test.ts',
  'packages/*/example/**/*.test.ts',
];

/** Also run on PostgreSQL in each run: what reads, writes, claims and ends depends on the store. */
const STORES = [
  'alerts',
  'alerts-killed',
  'commands',
  'delivery',
  'delivery-killed',
  'follow',
  'schedule',
  'settings',
  'sources',
  'start',
].map((name) => `tests/e2e/${name}.test.ts`);

/** `npm run test:postgres` runs all. Tests of roles always have a PostgreSQL server of their own. */
const ON_POSTGRES =
  process.env['TEST_STORE'] === 'postgres' ? ['tests/{e2e,browser}/**/*.test.ts'] : STORES;
const ALWAYS_ON_POSTGRES = ['tests/e2e/roles*.test.ts'];

/** The threads that read pages run compiled, as children do. */
const RUN_COMPILED = {
  extends: true as const,
  resolve: {
    alias: [
      {
        find: /^\.\/open-worker\.ts$/u,
        replacement: `${import.meta.dirname}/tests/support/open-compiled-worker.ts`,
      },
    ],
  },
};
const PREPARED = [
  'tests/support/compile-children.ts',
  'packages/local-discord/testing/prepare-page.ts',
];

const E2E_POSTGRES = {
  ...RUN_COMPILED,
  test: {
    name: 'e2e-postgres',
    include: ON_POSTGRES,
    exclude: ALWAYS_ON_POSTGRES,
    globalSetup: [...PREPARED, 'tests/support/serve-postgres.ts'],
  },
};

// Another run on the same machine, or a slow one, must not fail a test that only waits.
const GENEROUS_MS = 180_000;

/** CI runs the same random cases each time; elsewhere they differ, and a failure names its seed. */
const SEED = process.env['TEST_SEED'] ?? (process.env['CI'] ? '20240314' : `${Date.now() % 1e9}`);

export default defineConfig({
  // Packages of this repository are tested as they are written, without being built.
  ssr: { resolve: { conditions: ['@dateline/source', ...defaultServerConditions] } },
  test: {
    // Tests leave nothing behind in their process, so that the files of a worker share what they import.
    isolate: false,
    // Many tests wait for processes and clocks, and leave the processors to others meanwhile.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: GENEROUS_MS,
    hookTimeout: GENEROUS_MS,
    expect: { poll: { timeout: GENEROUS_MS / 2 } },
    restoreMocks: true,
    env: { TEST_SEED: SEED },
    setupFiles: ['tests/support/use-seed.ts'],
    reporters: ['default', './tests/support/list-skipped.ts'],
    coverage: { include: ['src/**', 'commands/**', 'packages/*/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{tests,packages/*/{tests,example}}/**/*.test.ts'],
          exclude: INTEGRATION,
          setupFiles: ['tests/support/refuse-processes.ts'],
        },
      },
      {
        ...RUN_COMPILED,
        test: { name: 'integration', include: INTEGRATION, globalSetup: PREPARED },
      },
      ...(postgresIsAvailable ? [E2E_POSTGRES] : []),
    ],
  },
});
