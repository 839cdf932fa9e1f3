import { describeStore } from './store-suite.ts';

describeStore('memory', () =>
  Promise.resolve({ url: 'memory:', shared: false, remove: () => Promise.resolve() }),
);
