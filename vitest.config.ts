import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Packages of this repository are tested as they are written, without being built.
  ssr: { resolve: { conditions: ['@dateline/source', ...defaultServerConditions] } },
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/{tests,example}/**/*.test.ts'],
    globalSetup: ['packages/local-discord/testing/prepare-page.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    coverage: { include: ['src/**', 'commands/**', 'packages/*/**'] },
  },
});
