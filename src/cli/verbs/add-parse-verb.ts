import type { Command } from 'commander';
import type { Article } from '../../article/article.ts';
import { readArticles, type FileItem } from '../../ingest/files/read-articles.ts';
import { explainItems } from '../explain.ts';
import type { CliIo } from '../../io.ts';

interface ParseOptions {
  readonly source?: string;
  readonly jsonl?: boolean;
  readonly json?: boolean;
  readonly explain?: boolean;
}

/** `dateline parse`: prints the articles of files and folders. Stores nothing. */
export function addParseVerb(program: Command, io: CliIo): void {
  program
    .command('parse')
    .description('print the articles of files and folders, storing nothing')
    .argument('<path...>', 'text, Markdown, JSON, JSONL and HTML files, or folders of them')
    .option('--source <name>', "the publisher's name for all of them")
    .option('--jsonl', 'one article per line as JSON')
    .option('--json', 'all articles as one JSON array')
    .option('--explain', 'say what became of each line of each file')
    .action(async (paths: string[], options: ParseOptions) => {
      const { source } = options;
      const items = readArticles(paths, source === undefined ? {} : { source });
      if (options.explain) await explain(items, io);
      else await list(items, options, io);
    });
}

async function list(items: AsyncIterable<FileItem>, options: ParseOptions, io: CliIo) {
  let count = 0;
  let dropped = 0;
  if (options.json) io.out('[');
  let waiting: string | undefined;
  for await (const item of items) {
    if (item.kind === 'fault') reportFault(item, io);
    if (item.kind === 'dropped') dropped += 1;
    if (item.kind !== 'article') continue;
    count += 1;
    if (options.json) {
      if (waiting !== undefined) io.out(`${waiting},`);
      waiting = JSON.stringify(item.article);
    } else if (options.jsonl) io.out(JSON.stringify(item.article));
    else for (const line of describeArticle(item.article)) io.out(line);
  }
  if (waiting !== undefined) io.out(waiting);
  if (options.json) io.out(']');
  else if (!options.jsonl) {
    io.out(
      `${countOf(count, 'article')}; ${countOf(dropped, 'line')} dropped (--explain shows them)`,
    );
  }
}

/** Prints file by file. A file's lines are held until it ends, because they are sorted. */
async function explain(items: AsyncIterable<FileItem>, io: CliIo): Promise<void> {
  let ofFile: FileItem[] = [];
  const print = (): void => {
    if (ofFile[0]) io.out(ofFile[0].file);
    for (const line of explainItems(ofFile)) io.out(line);
    ofFile = [];
  };
  for await (const item of items) {
    if (item.kind === 'fault') reportFault(item, io);
    if (ofFile[0] && ofFile[0].file !== item.file) print();
    ofFile.push(item);
  }
  print();
}

/** Reports file, line and reason on standard error, and sets exit code 1. */
export function reportFault(fault: FileItem & { kind: 'fault' }, io: CliIo): void {
  io.err(`${fault.file}:${fault.line}: ${fault.reason}`);
  io.exitCode(1);
}

function describeArticle(article: Article): string[] {
  const { title, publishedAt, dayOnly, dateBasis, text } = article;
  const date =
    publishedAt === undefined
      ? 'no date'
      : publishedAt.slice(0, dayOnly ? 10 : 16).replace('T', ' ');
  const facts = [
    `${date} (${dateBasis})`,
    article.source,
    article.author,
    article.section,
    article.place,
    article.url,
  ].filter((fact) => fact !== undefined);
  const paragraphs = text.split('\n\n');
  const counts = [
    countOf(paragraphs.length, 'paragraph'),
    countOf(article.captions.length, 'caption'),
    countOf(article.subheads.length, 'sub-head'),
  ];
  return [
    title,
    `  ${facts.join(' · ')}`,
    `  ${article.id} · ${counts.join(', ')}`,
    `  ${shorten(paragraphs[0] ?? '')}`,
    '',
  ];
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shorten(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(' ', 160))} …`;
}
