/** A sparse vector: term → weight. Absent terms weigh 0. */
export type TermVector = ReadonlyMap<string, number>;
