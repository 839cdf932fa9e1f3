import type { Command } from 'commander';
import { noteRecentOnly } from '../../../commands/shared/describe-older.ts';
import { listPublishers } from '../../../commands/sources/list-publishers.ts';
import { UserError } from '../../errors.ts';
import { describeOutage } from '../../ingest/sources/describe-outage.ts';
import { HOST, type Source } from '../../ingest/sources/source.ts';
import { buildHealthTable, describeRow, listDropped } from '../health-table.ts';
import type { CliIo } from '../../io.ts';
import { withApp } from '../with-app.ts';
import { countOf } from '../../text/count-of.ts';

interface SourcesOptions {
  readonly json?: boolean;
  readonly dropped?: boolean;
  readonly pause?: string;
  readonly resume?: string;
  readonly removeArticles?: string;
}

/** `dateline sources`: lists the feeds with their health, and the publishers in the store. */
export function addSourcesVerb(program: Command, io: CliIo): void {
  program
    .command('sources')
    .description('list the feeds and their health, and what is stored from each publisher')
    .option('--json', 'an array of {name, articleCount?, newestAt?, feed?: {url, health, …}}')
    .option('--dropped', 'instead list recent feed entries that yielded no article, and why')
    .option('--pause <source>', "stop reading one of the host's feeds, by its name or id")
    .option('--resume <source>', 'read a paused feed again')
    .option(
      '--remove-articles <publisher>',
      'remove the stored articles of a publisher whose feed is not read any more',
    )
    .action(async (options: SourcesOptions) => {
      await withApp(io, async (app) => {
        const { services } = app;
        const { manageSources } = services;
        await app.loadSources();
        if (options.pause !== undefined) await manageSources.pause(options.pause, HOST);
        if (options.resume !== undefined) await manageSources.resume(options.resume, HOST);
        if (options.removeArticles !== undefined) {
          const count = await manageSources.removeArticles(options.removeArticles, HOST);
          if (count === 0) throw nothingStored(options.removeArticles);
          if (options.json) io.out(JSON.stringify({ removed: count }));
          else io.out(`${countOf(count, 'article')} removed`);
          return;
        }
        const feeds = await manageSources.listAll();
        if (options.json) io.out(JSON.stringify(listAsJson(feeds, services.sources(), io.now())));
        else if (options.dropped) for (const line of listDropped(feeds)) io.out(line);
        else {
          printSources(feeds, services.sources(), io);
          for (const note of noteRecentOnly(services.older)) io.err(`Counted: ${note}`);
        }
      });
    });
}

function nothingStored(publisher: string): UserError {
  return new UserError(
    'not-found',
    `Nothing is stored from ${publisher}. \`dateline sources\` lists the publishers as they are spelled.`,
  );
}

type Stored = Parameters<typeof listPublishers>[1];

function printSources(feeds: readonly Source[], stored: Stored, io: CliIo): void {
  if (feeds.length + stored.length === 0) {
    io.out('No publishers yet: import articles or set SOURCES first.');
  }
  const outage = describeOutage(feeds);
  if (outage !== undefined) io.out(`${outage}\n`);
  for (const line of buildHealthTable(feeds, io.now())) io.out(line);
  if (feeds.length > 0 && stored.length > 0) io.out('');
  for (const { name, articleCount, newestAt } of stored) {
    const newest = newestAt ? `newest ${newestAt.slice(0, 10)}` : 'undated';
    io.out(`${name}: ${countOf(articleCount, 'article')}, ${newest}`);
  }
}

function listAsJson(feeds: readonly Source[], stored: Stored, now: Date): object[] {
  return listPublishers(feeds, stored).map(({ name, source, stored: status }) => ({
    name,
    ...(status && { articleCount: status.articleCount, newestAt: status.newestAt }),
    ...(source && { feed: describeRow(source, now) }),
  }));
}
