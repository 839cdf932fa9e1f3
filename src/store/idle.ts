import { z } from 'zod';

/**
 * The time in which nobody has to look at a record: from an instant, up to another and without it, or forever. A clock
 * that is before `from` was set back, so what was planned then does not count.
 */
export type Idle = { readonly from: Date; readonly until: Date } | typeof FOREVER;

/** Nobody has to look at a record until it is changed. */
export const FOREVER = 'forever';

/** Tells when a record is idle; undefined if somebody has to look at it now. It must be pure. */
export type IdleOf<T> = (record: T) => Idle | undefined;

const kinds = z.registry<{ readonly idleOf: IdleOf<z.$output> }>();

/**
 * The same schema, for records that are due at times: `RecordStore.due` finds them.
 *
 * @example
 * sources: timed(sourceSchema, ({ state }) => ({ from: …, until: new Date(state.nextPollAt) })),
 */
export function timed<Schema extends z.ZodType>(
  schema: Schema,
  idleOf: IdleOf<z.output<Schema>>,
): Schema {
  kinds.add(schema, { idleOf });
  return schema;
}

/** The function that a schema was given by `timed`. */
export function findIdleOf<T>(schema: z.ZodType<T>): IdleOf<T> | undefined {
  return kinds.get(schema)?.idleOf as IdleOf<T> | undefined;
}

/** Whether nobody has to look at a record at `now`. */
export function isIdleAt(idle: Idle | undefined, now: Date): boolean {
  if (idle === undefined || idle === FOREVER) return idle === FOREVER;
  return idle.from <= now && now < idle.until;
}
