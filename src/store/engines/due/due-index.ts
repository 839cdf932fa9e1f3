import { FOREVER } from '../../idle.ts';
import { endOfPrefix } from '../key-range.ts';
import { quoteLiteral } from '../quote-literal.ts';
import { IDLE_MARK, INSTANT_CHARS } from '../stored-value.ts';

/** An index of the database itself over the rows of a namespace, in the order of an instant that their texts begin with. */
export interface DueIndex {
  readonly name: string;
  readonly create: string;
  /** What its rows are ordered by: the instant, and the key behind it. */
  readonly position: string;
  /** The rows that it has. A query names them in the same words, by which the database finds the index. */
  readonly rows: string;
}

/** The index by which due rows are found, and the one by which those are found whose clock was ahead. */
export interface DueIndexes {
  readonly until: DueIndex;
  readonly from: DueIndex;
}

/**
 * Describes the indexes of a namespace in a table. The database derives them from the rows, so they are never
 * behind them. A row without an instant, which an older Dateline wrote, is before all others; one that is idle
 * forever is in none. `collation` is for databases that don't compare byte by byte.
 */
export function describeDueIndexes(namespace: string, table: string, collation = ''): DueIndexes {
  const isSaid = `substr(value, 1, ${IDLE_MARK.length}) = ${quoteLiteral(IDLE_MARK)}`;
  const forever = IDLE_MARK + FOREVER;
  const rows = `key >= ${quoteLiteral(`${namespace}:`)} AND key < ${quoteLiteral(`${namespace};`)}
    AND substr(value, 1, ${forever.length}) <> ${quoteLiteral(forever)}`;
  const describe = (instant: 'until' | 'from', offset: number): DueIndex => {
    const start = IDLE_MARK.length + 1 + offset;
    const name = `${table}_${instant}_${namespace.replaceAll('-', '_')}`;
    const text = `CASE WHEN ${isSaid} THEN substr(value, ${start}, ${INSTANT_CHARS}) ELSE '0' END || key`;
    const position = `(${text})${collation}`;
    const create = `CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${position}) WHERE ${rows}`;
    return { name, create, position, rows };
  };
  return { until: describe('until', 0), from: describe('from', INSTANT_CHARS + 1) };
}

/** A part of an index, in the order of its positions; both ends are excluded. */
export interface DueRange {
  readonly index: keyof DueIndexes;
  readonly after: string;
  readonly before: string;
}

/** The parts that hold what is due at an instant. A row may be in both. */
export function listDueRanges(now: string): DueRange[] {
  return [
    { index: 'until', after: '', before: endOfPrefix(now) },
    { index: 'from', after: endOfPrefix(now), before: endOfPrefix('') },
  ];
}
