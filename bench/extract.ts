import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parsePage, type PageArticle } from '../src/article/page/parse-page.ts';
import { createPageReader } from '../src/web/pages/page-reader.ts';
import { estimateDifference } from './support/bootstrap.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import { readEvalPages, type EvalPage } from './support/read-pages.ts';
import { matchShingles, meanMatch, type ShingleMatch } from './support/score-shingles.ts';

/**
 * Prints how well articles are extracted from the pages of the article extraction benchmark (a development
 * set), compared with Readability alone in the same run, and how long a page takes.
 */
export async function run(): Promise<void> {
  const pages = readEvalPages();
  if (!pages) {
    console.log(NO_EVAL_DATA);
    return;
  }
  const extractors = {
    'ours, as stored': (page: EvalPage) => readArticle(page)?.text ?? '',
    'ours, sub-heads put back': (page: EvalPage) => withSubheads(readArticle(page)),
    'Readability alone': ({ html }: EvalPage) =>
      new Readability(parseHTML(html).document).parse()?.textContent ?? '',
  };
  console.log(
    `article extraction, ${pages.length} pages (development set: rules were tuned on one half)`,
  );
  print('', 'P / R / F1, all pages', 'half looked at', 'half left alone', 'CPU ms a page');
  const scores: ShingleMatch[][] = [];
  for (const [name, extract] of Object.entries(extractors)) {
    const before = process.cpuUsage();
    const matches = pages.map((page) => matchShingles(page.text, extract(page)));
    const { user, system } = process.cpuUsage(before);
    scores.push(matches);
    print(
      name,
      format(matches),
      format(matches.filter((_, i) => !pages[i]!.isHeldOut)),
      format(matches.filter((_, i) => pages[i]!.isHeldOut)),
      ((user + system) / 1000 / pages.length).toFixed(1),
    );
  }
  const [ours, , plain] = scores.map((matches) => matches.map(f1Of));
  const { mean, low, high } = estimateDifference(ours!, plain!);
  const [difference, from, to] = [mean, low, high].map((value) => value.toFixed(3));
  console.log(
    `ours as stored minus Readability, mean F1 of a page: ${difference} [${from}, ${to}] (95 %)`,
  );
  await measureReader(pages);
}

/** Prints how long a caller waits for a page, thread included. */
async function measureReader(pages: readonly EvalPage[]): Promise<void> {
  const reader = createPageReader();
  await reader.read('');
  const times: number[] = [];
  for (const { html, url } of pages) {
    const bytes = Buffer.from(html);
    const startedAt = performance.now();
    await reader.read(bytes, url);
    times.push(performance.now() - startedAt);
  }
  await reader.close();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0);
  console.log(
    `a page through a reader's thread: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`,
  );
}

/** The article, or the free part of one behind a paywall: that is what the benchmark's annotators marked. */
function readArticle({ html, url }: EvalPage): PageArticle | undefined {
  const result = parsePage({ html, url });
  return result.kind === 'article' ? result.article : result.beginning;
}

function withSubheads(article: PageArticle | undefined): string {
  if (!article) return '';
  const { text, subheads } = article;
  return subheads.reduceRight(
    (all, { text: head, start }) => `${all.slice(0, start)}${head}\n\n${all.slice(start)}`,
    text,
  );
}

function f1Of({ precision = 0, recall = 0 }: ShingleMatch): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function format(matches: readonly ShingleMatch[]): string {
  const { precision, recall, f1 } = meanMatch(matches);
  return [precision, recall, f1].map((value) => value.toFixed(3)).join(' / ');
}

function print(name: string, ...cells: readonly string[]): void {
  console.log((name.padEnd(28) + cells.map((cell) => cell.padEnd(24)).join('')).trimEnd());
}
