import type { Command } from 'commander';
import type { CliIo } from './io.ts';
import { withApp } from './with-app.ts';

/** `dateline sources`: what is in the store, by publisher. */
export function addSourcesVerb(program: Command, io: CliIo): void {
  program
    .command('sources')
    .description('list the publishers in the store and how fresh they are')
    .option('--json', 'an array of {name, articleCount, newestAt}')
    .action(async (options: { json?: boolean }) => {
      await withApp(io, async ({ services }) => {
        const sources = services.sources();
        if (options.json) io.out(JSON.stringify(sources));
        else if (sources.length === 0) io.out('No publisher yet: import articles first.');
        for (const { name, articleCount, newestAt } of options.json ? [] : sources) {
          const newest = newestAt ? `newest ${newestAt.slice(0, 10)}` : 'undated';
          io.out(`${name}: ${articleCount} articles, ${newest}`);
        }
      });
    });
}
