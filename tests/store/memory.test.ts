import { describeChanges } from './change-suite.ts';
import { describeDue } from './due-suite.ts';
import { describeStore, type StoreUnderTest } from './store-suite.ts';

const create = (): Promise<StoreUnderTest> =>
  Promise.resolve({ url: 'memory:', shared: false, remove: () => Promise.resolve() });

describeStore('memory', create);
describeChanges('memory', create);
describeDue('memory', create);
