/** What Node needs to run the program from its sources, as the scripts of package.json run it. */
export const RUN_SOURCE = ['--conditions=@dateline/source', '--import', 'tsx'];
