/** The table of PostgreSQL that everything is kept in. */
export const table = 'dateline_entries';
