import { renderMaskedLink } from '../../src/render/masked-link.ts';
import { parseLink } from '../../src/render/parse-link.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';
import { describeHealth } from '../../src/ingest/sources/describe-health.ts';
import { articlesADay } from '../../src/ingest/sources/publishing-rate.ts';
import { HOST, type Source } from '../../src/ingest/sources/source.ts';
import type { SourceTest } from '../../src/ingest/sources/examine-feed.ts';
import type { SourceStatus } from '../../src/index/source-status.ts';

/** Characters of markdown for text of publishers and servers, so that a page of the list fits into one message. */
const SIZES = { name: 70, words: 110, url: 300, sample: 300, reason: 100 } as const;

/** A feed, or a publisher whose articles came from files, or both. */
export interface ListedPublisher {
  readonly name: string;
  readonly source?: Source;
  readonly stored?: SourceStatus;
}

/** One line of markdown: what is stored of a source, how often it publishes, and its health. */
export function describePublisher({ name, source, stored }: ListedPublisher, now: Date): string {
  const newest = renderTimeStamp(stored?.newestAt, 'R');
  return [
    `- **${renderLine(name, SIZES.name)}**`,
    ...(source && source.owner !== HOST ? ["this server's"] : []),
    ...(stored
      ? [stored.articleCount === 1 ? '1 article' : `${stored.articleCount} articles`]
      : []),
    ...(newest ? [`newest ${newest}`] : []),
    ...(source ? describePolling(source, now) : []),
  ].join(' · ');
}

/** Describes the polling of a feed, as parts of a line. */
function describePolling(source: Source, now: Date): string[] {
  const { state, paused } = source;
  const { kind, words } = describeHealth(source, now);
  const perDay = articlesADay(state, now);
  const success = renderTimeStamp(state.lastSuccessAt, 'R');
  const next = renderTimeStamp(state.nextPollAt, 'R');
  return [
    ...(perDay === undefined ? [] : [`${roundRate(perDay)} a day`]),
    ...(success ? [`read ${success}`] : []),
    ...(next && !paused ? [`next ${next}`] : []),
    ...(kind === 'healthy'
      ? describeDropped(source)
      : [`**${kind}**: ${renderLine(words, SIZES.words)}`]),
  ];
}

/** The number of recent entries that gave no article, and why the latest did not. `dateline sources --dropped` lists all. */
function describeDropped({ state: { dropped = [] } }: Source): string[] {
  const [latest] = dropped;
  if (!latest) return [];
  const count = dropped.length === 1 ? '1 entry' : `${dropped.length} entries`;
  return [`${count} left out recently: ${renderLine(latest.reason, SIZES.words)}`];
}

/** Describes what a feed has, in blocks of markdown lines. */
export function describeTest(test: SourceTest): string[][] {
  const { url, entryCount, newestAt, sample, dropped, lang } = test;
  const newest = renderTimeStamp(newestAt, 'R');
  const facts = [
    entryCount === 1 ? '1 entry' : `${entryCount} entries`,
    ...(newest ? [`newest ${newest}`] : []),
    ...(lang ? [`language ${renderLine(lang, 10)}`] : []),
  ];
  return [
    [...renderAddress(url), facts.join(' · ')],
    sample
      ? [
          `For example: **${renderMaskedLink(sample.title, sample.url, SIZES.sample)}**`,
          ...[sample.text ?? sample.summary ?? '']
            .filter((text) => text.trim() !== '')
            .map((text) => `> ${renderLine(text, SIZES.sample)}`),
        ]
      : ['It has no article that I can use.'],
    dropped.map(
      ({ reason, count, example }) =>
        `- ${count === 1 ? '1 entry' : `${count} entries`} would be left out: ${reason}${
          example === undefined ? '' : ` (such as “${renderLine(example, SIZES.reason)}”)`
        }`,
    ),
  ];
}

/** An address without a link preview; nothing if it is too long to read. */
export function renderAddress(url: string): string[] {
  const link = parseLink(url);
  return link && link.length <= SIZES.url ? [`<${link}>`] : [];
}

function roundRate(perDay: number): string {
  return perDay >= 10 ? String(Math.round(perDay)) : perDay.toFixed(1).replace(/\.0$/u, '');
}
