import type { Command } from 'commander';
import { buildFeedArticle } from '../../article/feed/build-feed-article.ts';
import type { Feed, FeedEntry, FeedLink } from '../../article/feed/feed.ts';
import { parseFeed, type FeedDocument } from '../../article/feed/parse-feed.ts';
import { planEntries } from '../../article/feed/entries/plan-entries.ts';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import { readBytes } from '../read-bytes.ts';
import { answerJsonLines, optionalText, requireText, type JsonLine } from '../jsonl.ts';
import { countOf } from '../../text/count-of.ts';

/** `dateline feed`: prints the content of a feed. Stores nothing. */
export function addFeedVerb(program: Command, io: CliIo): void {
  program
    .command('feed')
    .description('print the articles of a feed (RSS, Atom, RDF, JSON Feed), storing nothing')
    .argument('[path]', 'a feed; - or nothing for standard input', '-')
    .option('--url <address>', 'the address of the feed, to resolve relative links')
    .option(
      '--jsonl',
      '{id?, url?, base64, contentType?} per line in → {id?, articles: [...]} or {id?, error} out',
    )
    .action(async (path: string, options: { url?: string; jsonl?: boolean }) => {
      if (options.jsonl) {
        await answerJsonLines(io, (line) => answerLine(line, io));
        return;
      }
      const bytes = await readBytes(path, io);
      const { url } = options;
      for (const line of describeFeed(readFeed({ bytes, ...(url !== undefined && { url }) }))) {
        io.out(line);
      }
    });
}

function answerLine(line: JsonLine, io: CliIo): object {
  const url = optionalText(line, 'url');
  const contentType = optionalText(line, 'contentType');
  const feed = readFeed({
    bytes: Buffer.from(requireText(line, 'base64'), 'base64'),
    ...(url !== undefined && { url }),
    ...(contentType !== undefined && { contentType }),
  });
  const { title, homeUrl, selfUrl, lang, ttlMinutes, encoding } = feed;
  const { plans } = planEntries([], feed.entries, { now: io.now(), ...sourceOf(feed) });
  return {
    feed: { title, homeUrl, selfUrl, lang, ttlMinutes, encoding },
    articles: plans.map(({ entry, articleId }) => describeEntry(entry, articleId, feed, io.now())),
  };
}

/** An article in the format of the other verbs, with additional fields from the feed. */
function describeEntry(entry: FeedEntry, id: string, feed: Feed, now: Date): object {
  const { lang: _lang, ...article } = buildFeedArticle(entry, feed, { now, id });
  const lang = entry.lang ?? feed.lang;
  const { id: guid, summary, updatedAt, isTeaser } = entry;
  return { ...article, lang, guid, summary, updatedAt, isTeaser };
}

function readFeed(document: FeedDocument): Feed {
  const result = parseFeed(document);
  if (result.kind === 'feed') return result.feed;
  const reason = result.kind === 'page' ? describePage(result.feedUrls) : result.reason;
  throw new UserError('bad-input', `This is not a readable feed: ${reason}.`);
}

function describePage(links: readonly FeedLink[]): string {
  if (links.length === 0) return 'a web page without links to feeds';
  return `a web page; its feeds are ${links.map(({ url }) => url).join(', ')}`;
}

function sourceOf({ title }: Feed): { source?: string } {
  return title === undefined ? {} : { source: title };
}

function describeFeed(feed: Feed): string[] {
  const facts = [feed.homeUrl, feed.lang, feed.encoding].filter((fact) => fact !== undefined);
  return [
    feed.title ?? 'A feed without a title',
    `  ${[...facts, countOf(feed.entries.length, 'entry', 'entries')].join(' · ')}`,
    '',
    ...feed.entries.flatMap(describeLines),
  ];
}

function describeLines(entry: FeedEntry): string[] {
  const date = entry.publishedAt ?? entry.updatedAt;
  const text = entry.text ?? '';
  const facts = [
    date === undefined ? 'no date' : date.slice(0, entry.dayOnly ? 10 : 16).replace('T', ' '),
    entry.author,
    entry.section,
    entry.url,
    `${countOf(text.length, 'character')}${entry.isTeaser ? ', a teaser' : ''}`,
  ];
  const lead = text.split('\n\n', 1)[0] ?? '';
  return [
    entry.title === '' ? '(no title)' : entry.title,
    `  ${facts.filter((fact) => fact !== undefined).join(' · ')}`,
    `  ${lead.length <= 160 ? lead : `${lead.slice(0, 160)} …`}`,
    '',
  ];
}
