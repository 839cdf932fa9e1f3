/** The table of PostgreSQL that everything is kept in. */
export const table = 'dateline_entries';

/** The table that the articles are searched by, if a process has asked for it. It can be rebuilt from the other. */
export const searchTable = 'dateline_search';
