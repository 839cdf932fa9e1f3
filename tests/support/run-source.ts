/** Node's arguments for running the program's TypeScript, as in the scripts of package.json. */
export const RUN_SOURCE = ['--conditions=@dateline/source', '--import', 'tsx'];
