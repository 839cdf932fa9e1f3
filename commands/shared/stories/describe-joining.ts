import type { CommandContext } from '../../../src/command/command.ts';
import { countryAgreement } from '../../../src/story/country-agreement.ts';
import type { StoryArticle } from '../../../src/story/story.ts';
import { findStoriesOf } from './list-stories.ts';
import { countOf } from '../../../src/text/count-of.ts';

/** The newest articles whose stories are gauged. */
const GAUGED = 1000;

/**
 * Says in one line how articles join into stories: how many stories there are, the size of the largest, and how
 * often reports of one story agree on a country. If that is rare, articles on different events were joined.
 * Undefined if there are no articles.
 */
export async function describeJoining(context: CommandContext): Promise<string | undefined> {
  const { services, guildId } = context;
  const kept = await services.cache.keep(['joining', guildId], async () => ({
    line: await measureJoining(context),
  }));
  return kept.line;
}

async function measureJoining(context: CommandContext): Promise<string | undefined> {
  const { entries } = context.services.index.newest({}, { limit: GAUGED, isFirst: true });
  const ids = entries.map(({ id }) => id);
  const described = (await findStoriesOf(ids, context, [])).map(({ articles }) => articles);
  if (described.length === 0) return undefined;
  const largest = Math.max(...described.map((articles) => articles.length));
  const { pairs, share } = countryAgreement(described, ({ places }: StoryArticle) => places ?? []);
  const agreement =
    pairs === 0 ? '' : `; ${Math.round(share * 100)} % of their reports agree on a country`;
  return `- ${countOf(described.length, 'story', 'stories')} in the newest ${countOf(entries.length, 'article')}, the largest has ${largest}${agreement}`;
}
