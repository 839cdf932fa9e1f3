import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  ssr: { resolve: { conditions: ['@dateline/source', ...defaultServerConditions] } },
  test: {
    include: ['tests/**/*.test.ts', 'example/**/*.test.ts'],
    globalSetup: ['testing/prepare-page.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
