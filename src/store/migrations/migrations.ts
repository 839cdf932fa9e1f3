import type { Migration } from './migration.ts';
import { toShrinkable } from './to-shrinkable.ts';

/**
 * All migrations, the oldest first. A change of layout is added at the end, with the next number, and the store of
 * the release before it goes into `tests/store/released`.
 */
export const MIGRATIONS: readonly Migration[] = [toShrinkable];

/** The version of the layout of all records that this Dateline reads and writes. 1 was that of 0.1.0. */
export const SCHEMA_VERSION = 1 + MIGRATIONS.length;
