import type { CommandContext } from '../../../src/command/command.ts';
import { compileNarrowing } from '../../../src/index/narrowing/compile-narrowing.ts';
import { UNLIMITED } from '../../../src/index/narrowing/narrowing.ts';
import { languageName } from '../../../src/text/language-names.ts';
import { countOf } from '../../../src/text/count-of.ts';
import { countryName } from '../../../src/text/places/country-names.ts';
import { drawStoryCoverage } from '../../../src/render/picture/story/story-coverage.ts';
import { renderMoment, renderPublisher } from '../../../src/render/render-story-parts.ts';
import { renderLine } from '../../../src/render/render-text.ts';
import { countVoices, listEvery, type Story, type StoryArticle } from '../../../src/story/story.ts';
import { isFirstReport } from './first-report.ts';
import { readPublishers, type Publisher } from './read-publishers.ts';
import type { ViewContent } from './view-content.ts';

const SHOWN = { publishers: 15, silent: 15, name: 60, word: 40 } as const;
/** Links are left out if the lines of publishers would be longer, so that every line has room. */
const LINKED_SIZE = 2500;

/** Describes who reports a story: publishers by their first report, languages, countries, and who has nothing. */
export async function describeCoverage(
  story: Story,
  context: CommandContext,
): Promise<ViewContent> {
  const { articles } = story;
  const { now, locale } = context;
  const publishers = await readPublishers(story, context);
  const isFirstKnown = isFirstReport(story, publishers[0]?.reports[0]?.dayOnly);
  const languages = countBy(articles, ({ lang }) => languageName(lang, locale));
  const countries = countBy(publishers, ({ country }) => country && countryName(country, locale));
  const isOwnShown = publishers.some(({ ownWords }) => ownWords.length > 0);
  return {
    blocks: [
      [
        describeSize(articles, publishers.length),
        `Articles by language: ${describeCounts(languages)}`,
        ...(countries.length > 0 ? [`Publishers by country: ${describeCounts(countries)}`] : []),
      ],
      [
        '**By first report**',
        ...listPublishers(publishers.slice(0, SHOWN.publishers), isFirstKnown, now),
        ...more(publishers.length - SHOWN.publishers),
        ...(isOwnShown ? ['-# Only here: words that no report of another publisher has.'] : []),
      ],
      describeSilent(story, context),
    ],
    picture: drawStoryCoverage({
      articles: publishers
        .flatMap(({ name, country, reports }) =>
          reports.map((report) => ({ ...report, source: name, country })),
        )
        .toSorted((a, b) => a.position - b.position),
      isFirstKnown,
      now,
    }),
  };
}

function describeSize(articles: readonly StoryArticle[], publisherCount: number): string {
  const size = `**${countOf(articles.length, 'article')} of ${countOf(publisherCount, 'publisher')}**`;
  return articles.length > 1 ? `${size}, ${countVoices(articles)} of them independent` : size;
}

function listPublishers(
  publishers: readonly Publisher[],
  isFirstKnown: boolean,
  now: Date,
): string[] {
  const [linked, plain] = [true, false].map((isLinked) =>
    publishers.map((publisher, index) =>
      describePublisher(publisher, { isFirst: isFirstKnown && index === 0, isLinked, now }),
    ),
  );
  return linked!.join('\n').length <= LINKED_SIZE ? linked! : plain!;
}

interface PublisherLine {
  readonly isFirst: boolean;
  /** Its name leads to its first article. */
  readonly isLinked: boolean;
  readonly now: Date;
}

function describePublisher(
  { source, reports, wordCount, ownWords }: Publisher,
  { isFirst, isLinked, now }: PublisherLine,
): string {
  const [first] = reports as [Publisher['reports'][number]];
  const url = isLinked ? first.url : undefined;
  const words = ownWords.map((word) => renderLine(word, SHOWN.word)).join(', ');
  return [
    `- ${renderMoment(first, now)} ${renderPublisher({ source, url })}`,
    ...(isFirst ? ['**first**'] : []),
    countOf(reports.length, 'article'),
    ...(wordCount === undefined ? [] : [countOf(wordCount, 'word')]),
    ...(words === '' ? [] : [`only here: ${words}`]),
  ].join(' · ');
}

/** Publishers with newer articles than the story's first in the languages that it is limited to, but none of the story. */
function describeSilent(story: Story, { services }: Pick<CommandContext, 'services'>): string[] {
  const every = listEvery(story);
  const reporting = new Set(every.map(({ source }) => source));
  const from = every[0]!.at;
  const writing = listWriting(story, from, services.index);
  const silent = services
    .sources()
    .filter(
      ({ name, newestAt }) =>
        !reporting.has(name) &&
        newestAt !== undefined &&
        Date.parse(newestAt) >= from &&
        (writing?.has(name) ?? true),
    );
  if (silent.length === 0) return [];
  const names = silent.slice(0, SHOWN.silent).map(({ name }) => renderLine(name, SHOWN.name));
  return [
    `**Nothing from** ${names.join(', ')}`,
    ...more(silent.length - SHOWN.silent),
    '-# They published other articles since the first report.',
  ];
}

/** The publishers with articles since an instant in the languages that a story is limited to; undefined if it isn't. */
function listWriting(
  { languages }: Story,
  from: number,
  index: CommandContext['services']['index'],
): ReadonlySet<string | undefined> | undefined {
  if (languages === undefined) return undefined;
  const since = compileNarrowing({ ...UNLIMITED, languages }, { from: new Date(from) });
  const { entries } = index.newest(since, { limit: Number.POSITIVE_INFINITY });
  return new Set(entries.map(({ source }) => source));
}

function more(count: number): string[] {
  return count > 0 ? [`-# … and ${count} more`] : [];
}

type Counts = readonly (readonly [name: string, count: number])[];

function describeCounts(counts: Counts): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(' · ');
}

/** How often each value occurs, the most frequent first; without a value, an item isn't counted. */
function countBy<T>(items: readonly T[], valueOf: (item: T) => string | undefined): Counts {
  const counts = new Map<string, number>();
  for (const item of items) {
    const value = valueOf(item);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
