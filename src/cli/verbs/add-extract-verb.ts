import type { Command } from 'commander';
import { buildPageArticle } from '../../article/page/build-page-article.ts';
import type { PageArticle, PageResult } from '../../article/page/parse-page.ts';
import { UserError } from '../../errors.ts';
import { createPageReader, type PageReader } from '../../web/pages/page-reader.ts';
import type { CliIo } from '../../io.ts';
import { readBytes } from '../read-bytes.ts';
import { answerJsonLines, optionalText, requireText, type JsonLine } from '../jsonl.ts';

interface ExtractOptions {
  readonly url?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

/**
 * `dateline extract`: prints the article of a web page from a file or standard input. Fetches
 * nothing.
 */
export function addExtractVerb(program: Command, io: CliIo): void {
  program
    .command('extract')
    .description('print the article of a web page, given as a file')
    .argument('[path]', 'an HTML file; - or nothing for standard input', '-')
    .option('--url <url>', 'the address of the page')
    .option('--json', 'the article as one JSON object')
    .option(
      '--jsonl',
      '{id?, url?, html} per line in → {id?, article} or {id?, error} out; behind a paywall both, with the free part of the article',
    )
    .action(async (path: string, options: ExtractOptions) => {
      const reader = createPageReader({ onError: (error) => io.err(error.message) });
      try {
        if (options.jsonl) await answerJsonLines(io, (line) => extractLine(line, reader, io));
        else print(await reader.read(await readBytes(path, io), options.url), options, io);
      } finally {
        await reader.close();
      }
    });
}

async function extractLine(line: JsonLine, reader: PageReader, io: CliIo): Promise<object> {
  const result = await reader.read(requireText(line, 'html'), optionalText(line, 'url'));
  if (result.kind === 'article') return { article: toJson(result.article) };
  if (!result.beginning) throw new UserError('not-available', result.message);
  io.exitCode(1);
  return { article: toJson(result.beginning), error: result.message };
}

/** An article in the format of the other verbs, without guessed values. */
function toJson(page: PageArticle): object {
  const { id, title, text, url, author, publishedAt, dayOnly, section, captions, source } =
    buildPageArticle(page);
  const { subheads, lang } = page;
  return {
    id,
    title,
    text,
    url,
    author,
    publishedAt,
    dayOnly,
    section,
    captions,
    subheads,
    lang,
    source,
  };
}

function print(result: PageResult, { json }: ExtractOptions, io: CliIo): void {
  const page = result.kind === 'article' ? result.article : result.beginning;
  if (result.kind === 'fault') {
    if (!page) throw new UserError('not-available', result.message);
    io.err(result.message);
    io.exitCode(1);
  }
  if (!page) return;
  if (json) {
    io.out(JSON.stringify(toJson(page)));
    return;
  }
  const { title, author, publishedAt, section, source, canonicalUrl, url } = page;
  const facts = [publishedAt, source, author, section, canonicalUrl ?? url];
  io.out(title);
  io.out(`  ${facts.filter((fact) => fact !== undefined).join(' · ')}`);
  io.out(`\n${page.text}`);
  for (const { text, credit } of page.captions) {
    io.out(`\n[${text}${credit === undefined ? '' : ` — ${credit}`}]`);
  }
}
