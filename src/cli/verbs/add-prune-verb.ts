import type { Command } from 'commander';
import { parseConfig } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { areFolderArticlesKnown } from '../../ingest/files/folder-articles.ts';
import type { CliIo } from '../../io.ts';
import { RECORDS, type Records } from '../../run/records.ts';
import { listCandidates } from '../../run/retention/list-candidates.ts';
import { LEAST_KEEP_DAYS, MOST_KEEP_DAYS, pruneEdge } from '../../run/retention/plan-prune.ts';
import { planStore, pruneStore } from '../../run/retention/prune-store.ts';
import type { Store } from '../../store/create-store.ts';
import { openStore } from '../../store/open-store.ts';
import { describePrune, summarizePrune } from '../describe-prune.ts';
import { parseWholeNumber } from '../whole-number.ts';

interface PruneOptions {
  readonly dryRun?: boolean;
  readonly keepDays?: number;
  readonly json?: boolean;
}

/** `dateline prune`: removes now what a running bot removes by itself, or says what that would be. */
export function addPruneVerb(program: Command, io: CliIo): void {
  program
    .command('prune')
    .description('remove articles older than KEEP_DAYS; a running bot does so by itself')
    .option('--dry-run', 'only say what would go')
    .option(
      '--keep-days <days>',
      `keep so many days instead (${LEAST_KEEP_DAYS} or more)`,
      parseWholeNumber(LEAST_KEEP_DAYS, MOST_KEEP_DAYS),
    )
    .option('--json', 'one JSON object: {articles, bytes, oldest?, newest?, sources, …}')
    .action(async (options: PruneOptions) => {
      const config = parseConfig(io.env);
      const keepDays = options.keepDays ?? config.keepDays;
      const now = io.now();
      const edge = pruneEdge(keepDays, now);
      if (!edge) {
        throw new UserError(
          'bad-config',
          'KEEP_DAYS is 0, so everything is kept. Set it, or give --keep-days.',
        );
      }
      const store = await openStore(config.storeUrl, { records: RECORDS });
      try {
        await refuseBeforeImport(store);
        const candidates = await listCandidates(store.articles, { edge, now });
        const plan = await planStore(store, candidates, { keepDays, now });
        if (!options.dryRun) await prune(store, plan, { keepDays, now });
        const summary = summarizePrune(plan, now);
        const verb = options.dryRun ? 'would go' : 'are removed';
        if (options.json) io.out(JSON.stringify({ keepDays, ...summary }));
        else for (const line of describePrune(summary, keepDays, verb)) io.out(line);
      } finally {
        await store.close();
      }
    });
}

/** The first Ctrl-C ends it after what is under way; the next prune removes the rest. */
async function prune(...[store, plan, moment]: Parameters<typeof pruneStore>): Promise<void> {
  const interrupt = new AbortController();
  const onInterrupt = (): void => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  try {
    await pruneStore(store, plan, moment, interrupt.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
  if (interrupt.signal.aborted)
    throw new UserError('not-available', 'Interrupted: run the same command again for the rest.');
}

/** A store of an earlier version does not say yet which articles the folders have, and those must stay. */
async function refuseBeforeImport(store: Store<Records>): Promise<void> {
  if (await areFolderArticlesKnown(store.records('files'))) return;
  throw new UserError(
    'not-available',
    'This store is from an earlier version and does not say which articles are in the article folders. Start the bot once; it notes them.',
  );
}
