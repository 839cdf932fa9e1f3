/** The seed of everything random in this test run, chosen by vitest.config.ts. */
export const TEST_SEED = Number(process.env['TEST_SEED'] ?? 0);
