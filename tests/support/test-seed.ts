/** The seed of everything random in this test run; vitest.config.ts chooses it. */
export const TEST_SEED = Number(process.env['TEST_SEED'] ?? 0);
