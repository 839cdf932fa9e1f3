import type { Migration } from './migration.ts';

/**
 * Version 2: a SQLite file can give back the space of what was removed. It has to be rewritten once for that. The other
 * engines only get the number, because a store has one version, whatever it stands on.
 */
export const toShrinkable: Migration = {
  version: 2,
  what: 'the file is rewritten once, so that it can become smaller when articles are removed',
  run: async (engine) => engine.makeShrinkable?.(),
};
