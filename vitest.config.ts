import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
    globalSetup: ['tests/support/prepare-page.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    coverage: { include: ['src/**', 'commands/**', 'packages/*/**'] },
  },
});
