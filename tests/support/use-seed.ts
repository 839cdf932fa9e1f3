import * as fc from 'fast-check';
import { TEST_SEED } from './test-seed.ts';

// fast-check names the seed and the path in its errors; TEST_SEED repeats the whole run.
fc.configureGlobal({ seed: TEST_SEED });
