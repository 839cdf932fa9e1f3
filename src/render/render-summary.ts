import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import type { Article, Caption } from '../article/article.ts';
import type { Summary, SummaryResult } from '../summary/summary.ts';
import { renderByline } from './render-byline.ts';
import { buildLinkButton, buildPanel, buildRow, buildSeparator, buildText } from './components.ts';
import { fitBlocks } from './fit-blocks.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import { parseLink } from './parse-link.ts';
import { renderLine, renderText } from './render-text.ts';

/** The fields of an article that are shown with its summary. */
type SummarizedArticle = Pick<
  Article,
  'title' | 'url' | 'source' | 'place' | 'publishedAt' | 'dayOnly' | 'captions'
> & {
  readonly dateBasis?: Article['dateBasis'];
  /** Label of the button that opens `url`. Default: "Read the article". */
  readonly linkLabel?: string;
};

const SIZES = { title: 250, sentence: 1500, caption: 400, credit: 80, keyTerm: 40 } as const;

/** Renders an article's summary. `buttons` come before the link to the article. */
export function renderSummary(
  article: SummarizedArticle,
  result: SummaryResult,
  buttons: readonly APIComponentInMessageActionRow[] = [],
): Message {
  const title = `## ${renderMaskedLink(article.title, article.url, SIZES.title)}`;
  const place = article.place ?? (result.kind === 'summary' ? result.summary.place : undefined);
  const head = [title, renderByline({ ...article, place })].filter(Boolean).join('\n');
  const notes = [renderCaption(article.captions[0]), ...renderFigures(result)];
  const foot = notes.filter(Boolean).join('\n');
  const room = DISCORD_LIMITS.componentTextLength - head.length - foot.length;
  const body = fitBlocks(
    [{ head: '', sentences: renderBody(result), joiner: '\n', foot: '' }],
    room,
  );
  return buildPanel(
    [
      ...[head, ...body].filter((text) => text !== '').map(buildText),
      ...(foot === '' ? [] : [buildSeparator(), buildText(foot)]),
    ],
    buildRows(article, result.kind === 'summary' ? buttons : []),
  );
}

function renderBody(result: SummaryResult): string[] {
  if (result.kind === 'summary') {
    return result.summary.sentences.map(({ text }) => renderText(text, SIZES.sentence));
  }
  const { sentenceCount, wordCount } = result;
  if (sentenceCount === 0) return ['There is no whole sentence here to summarize.'];
  const sentences = sentenceCount === 1 ? '1 sentence' : `${sentenceCount} sentences`;
  const words = wordCount === 1 ? '1 word' : `${wordCount} words`;
  return [`This is too short to summarize: ${sentences}, ${words}. Read it as it is.`];
}

function renderCaption(caption: Caption | undefined): string {
  if (!caption) return '';
  const credit = caption.credit ? ` (${renderLine(caption.credit, SIZES.credit)})` : '';
  return `-# Picture: ${renderLine(caption.text, SIZES.caption)}${credit}`;
}

function renderFigures(result: SummaryResult): string[] {
  if (result.kind === 'too-short') return [];
  const { keyTerms } = result.summary;
  const terms = keyTerms.map((term) => renderLine(term, SIZES.keyTerm)).join(', ');
  return [`-# ${renderShare(result.summary)}`, terms && `-# Key terms: ${terms}`];
}

/** "4 of 23 sentences, 82 % shorter" */
function renderShare({ sentences, sentenceCount, shorterBy }: Summary): string {
  const of = sentenceCount === 1 ? '1 sentence' : `${sentenceCount} sentences`;
  return `${sentences.length} of ${of}, ${Math.round(shorterBy * 100)} % shorter`;
}

function buildRows(
  { url, linkLabel = 'Read the article' }: Pick<SummarizedArticle, 'url' | 'linkLabel'>,
  buttons: readonly APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const link = parseLink(url);
  const all = [...buttons, ...(link ? [buildLinkButton(linkLabel, link)] : [])];
  return all.length === 0 ? [] : [buildRow(all)];
}
