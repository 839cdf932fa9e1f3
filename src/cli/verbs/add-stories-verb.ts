import type { Command } from 'commander';
import type { Services } from '../../command/services.ts';
import { chooseHeadline } from '../../story/brief/choose-headline.ts';
import { describeStory } from '../../story/describe-story.ts';
import { createVoiceOf, listSources } from '../../story/story.ts';
import { findGist } from '../../summary/gist.ts';
import { weighReading } from '../../summary/weigh-reading.ts';
import type { CliIo } from '../../io.ts';
import { parseWholeNumber } from '../whole-number.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly articles: number;
  readonly json?: boolean;
}

/** A story as the verb prints it. */
interface ListedStory {
  readonly id: string;
  /** The one that says most of what the others say. */
  readonly headline: string;
  /** Of its newest article. */
  readonly gist?: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly sources: readonly string[];
  readonly articleIds: readonly string[];
}

/** `dateline stories`: lists the events in the newest articles, and who reports them. */
export function addStoriesVerb(program: Command, io: CliIo): void {
  program
    .command('stories')
    .description('list the stories of the newest articles, the newest first')
    .option('-a, --articles <number>', 'how many articles', parseWholeNumber(1, 20_000), 500)
    .option('--json', 'an array of {id, headline, gist, firstAt, lastAt, sources, articleIds}')
    .action(async (options: Options) => {
      const stories = await withApp(io, ({ services }) => listStories(services, options.articles));
      if (options.json) io.out(JSON.stringify(stories));
      else if (stories.length === 0) io.out('No articles yet: import articles first.');
      else {
        for (const { headline, gist, firstAt, sources, articleIds } of stories) {
          io.out(`${firstAt.slice(0, 10)}  ${headline}`);
          if (gist !== undefined) io.out(`            ${gist.replaceAll(/\s+/g, ' ')}`);
          io.out(`            ${sources.join(', ') || 'unknown publisher'} · ${articleIds.length}`);
        }
      }
    });
}

async function listStories(
  { index, stories, articles, readingOf }: Services,
  articleCount: number,
): Promise<ListedStory[]> {
  const { entries } = index.newest({}, { limit: articleCount });
  const members = await stories.storiesOf(entries.map(({ id }) => id));
  const listed = members.map(async (one) => {
    const story = describeStory(one, index, () => true);
    const newest = story?.articles.at(-1);
    const article = newest && (await articles.get(newest.id));
    if (!story || !newest || !article) return [];
    const voiceOf = createVoiceOf(story.articles);
    const gist = findGist(weighReading(readingOf(article), index.corpus))?.text;
    return [
      {
        id: story.id,
        headline: chooseHeadline(story.articles, { voiceOf })?.text ?? newest.title,
        ...(gist !== undefined && { gist }),
        firstAt: new Date(story.articles[0]!.at).toISOString(),
        lastAt: new Date(newest.at).toISOString(),
        sources: listSources(story.articles),
        articleIds: story.articles.map(({ id }) => id),
      },
    ];
  });
  return (await Promise.all(listed)).flat();
}
