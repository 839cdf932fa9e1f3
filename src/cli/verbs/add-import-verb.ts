import type { Command } from 'commander';
import { parseConfig } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { findFiles } from '../../ingest/files/find-files.ts';
import { readArticles } from '../../ingest/files/read-articles.ts';
import { importDocuments, type ImportCounts } from '../../ingest/files/import-documents.ts';
import type { Store } from '../../store/create-store.ts';
import { openStore } from '../../store/open-store.ts';
import type { CliIo } from '../../io.ts';
import { reportFault } from './add-parse-verb.ts';
import { createProgress } from '../progress.ts';
import { countOf } from '../../text/count-of.ts';

interface ImportOptions {
  readonly source?: string;
  readonly json?: boolean;
}

/**
 * `dateline import`: stores the articles of files and folders. Importing them again changes
 * nothing.
 */
export function addImportVerb(program: Command, io: CliIo): void {
  program
    .command('import')
    .description('store the articles of files and folders; importing them again changes nothing')
    .argument('<path...>', 'text, Markdown, JSON, JSONL and HTML files, or folders of them')
    .option('--source <name>', "the publisher's name for all of them")
    .option('--json', 'the counts as one JSON object')
    .action(async (paths: string[], options: ImportOptions) => {
      const store = await openStore(parseConfig(io.env).storeUrl, { onMigration: io.err });
      const interrupt = new AbortController();
      const onInterrupt = (): void => interrupt.abort();
      // The first Ctrl-C stores what has been read and ends. A second one kills the process,
      // without losing more.
      process.once('SIGINT', onInterrupt);
      try {
        const counts = await importPaths(paths, options, { io, store, signal: interrupt.signal });
        const { aborted } = interrupt.signal;
        if (options.json)
          io.out(JSON.stringify({ ...counts, ...(aborted && { interrupted: true }) }));
        else {
          io.out(describeCounts(counts));
          if (aborted) io.err('Interrupted: run the same command again to import the rest.');
        }
        if (aborted) io.exitCode(1);
      } finally {
        process.off('SIGINT', onInterrupt);
        await store.close();
      }
    });
}

/**
 * Imports the files at `paths`. If the store fails on the way, reports how many articles it has and
 * rethrows.
 */
export async function importPaths(
  paths: readonly string[],
  { source }: ImportOptions,
  { io, store, signal }: { io: CliIo; store: Pick<Store, 'articles'>; signal: AbortSignal },
): Promise<ImportCounts> {
  const progress = createProgress((text) => void process.stderr.write(text), io.isTerminal);
  const totalBytes = io.isTerminal ? await sumBytes(paths) : 0;
  let bytes = 0;
  let stored = 0;
  const items = readArticles(paths, {
    signal,
    ...(source !== undefined && { source }),
    onBytes: (count) => {
      bytes += count;
      progress.show(bytes, totalBytes, `${countOf(stored, 'article')} stored`);
    },
  });
  try {
    return await importDocuments(items, store.articles, io.now, {
      onFault: (fault) => {
        progress.clear();
        reportFault(fault, io);
      },
      onStored: (counts) => {
        stored = counts.articles;
        progress.show(bytes, totalBytes, `${countOf(stored, 'article')} stored`);
      },
    });
  } catch (error) {
    progress.clear();
    if (error instanceof UserError && stored > 0) {
      io.err(
        `${countOf(stored, 'article')} ${stored === 1 ? 'was' : 'were'} stored; the import ended early:`,
      );
    }
    throw error;
  } finally {
    progress.clear();
  }
}

async function sumBytes(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for await (const found of findFiles(paths)) if (found.kind === 'file') bytes += found.bytes;
  return bytes;
}

/** "312 articles: 300 new, 10 updated, 2 unchanged; 5 lines dropped (parse --explain shows them)" */
function describeCounts(counts: ImportCounts): string {
  const { articles, added, updated, unchanged, dropped } = counts;
  const sum = `${articles} ${articles === 1 ? 'article' : 'articles'}: ${added} new, ${updated} updated, ${unchanged} unchanged`;
  if (dropped === 0) return sum;
  const lines = dropped === 1 ? '1 line' : `${dropped} lines`;
  return `${sum}; ${lines} dropped (parse --explain shows ${dropped === 1 ? 'it' : 'them'})`;
}
