import type { CommandContext } from '../../../src/command/command.ts';
import { languageName } from '../../../src/text/language-names.ts';
import { renderMoment, nameSource } from '../../../src/render/render-story-parts.ts';
import { renderLine } from '../../../src/render/render-text.ts';
import { countVoices, type Story, type StoryArticle } from '../../../src/story/story.ts';

const SHOWN = { publishers: 15, silent: 15, name: 60 } as const;

/** Describes who reports a story: publishers by their first report, languages, and who has nothing. */
export function describeCoverage(
  story: Story,
  { services, now, locale }: CommandContext,
): string[][] {
  const { articles } = story;
  const publishers = groupBySource(articles);
  const languages = countBy(articles, ({ lang }) => languageName(lang, locale));
  const independent = countVoices(articles);
  return [
    [
      `**${articles.length} articles of ${publishers.size} publishers**, ${independent} of them independent`,
      `Languages: ${languages.map(([name, count]) => `${name} ${count}`).join(' · ')}`,
    ],
    [
      '**By first report**',
      ...[...publishers.values()]
        .slice(0, SHOWN.publishers)
        .map((own) => `- ${describePublisher(own, now)}`),
      ...more(publishers.size - SHOWN.publishers),
    ],
    describeSilent(articles, services.sources()),
  ];
}

/** A publisher's articles, by its name; publishers in the order of their first report. */
function groupBySource(articles: readonly StoryArticle[]): Map<string, StoryArticle[]> {
  const groups = new Map<string, StoryArticle[]>();
  for (const article of articles) {
    const name = nameSource(article.source);
    groups.set(name, [...(groups.get(name) ?? []), article]);
  }
  return groups;
}

function describePublisher(own: readonly StoryArticle[], now: Date): string {
  const [first] = own as [StoryArticle];
  const words = own.reduce((sum, { length }) => sum + length, 0);
  const count = own.length === 1 ? '1 article' : `${own.length} articles`;
  return `${renderMoment(first, now)} ${renderLine(nameSource(first.source), SHOWN.name)} · ${count} · ${words} terms`;
}

/** Publishers with newer articles than the story's first, but none of the story. */
function describeSilent(
  articles: readonly StoryArticle[],
  sources: readonly { readonly name: string; readonly newestAt?: string }[],
): string[] {
  const reporting = new Set(articles.map(({ source }) => source));
  const from = articles[0]!.at;
  const silent = sources.filter(
    ({ name, newestAt }) =>
      !reporting.has(name) && newestAt !== undefined && Date.parse(newestAt) >= from,
  );
  if (silent.length === 0) return [];
  const names = silent.slice(0, SHOWN.silent).map(({ name }) => renderLine(name, SHOWN.name));
  return [
    `**Nothing from** ${names.join(', ')}`,
    ...more(silent.length - SHOWN.silent),
    '-# They published other articles since the first report.',
  ];
}

function more(count: number): string[] {
  return count > 0 ? [`-# … and ${count} more`] : [];
}

/** How often each value occurs, the most frequent first. */
function countBy<T>(items: readonly T[], valueOf: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(valueOf(item), (counts.get(valueOf(item)) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
