import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// The same time limits as in the repository's vitest.config.ts.
const GENEROUS_MS = 60_000;

export default defineConfig({
  ssr: { resolve: { conditions: ['@dateline/source', ...defaultServerConditions] } },
  test: {
    include: ['tests/**/*.test.ts', 'example/**/*.test.ts'],
    globalSetup: ['testing/prepare-page.ts'],
    testTimeout: GENEROUS_MS,
    hookTimeout: GENEROUS_MS,
    expect: { poll: { timeout: GENEROUS_MS / 2 } },
  },
});
