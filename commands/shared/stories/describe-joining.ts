import type { CommandContext } from '../../../src/command/command.ts';
import { countryAgreement } from '../../../src/story/country-agreement.ts';
import { describeStory } from '../../../src/story/describe-story.ts';
import type { StoryArticle } from '../../../src/story/story.ts';

/** The newest articles whose stories are gauged. */
const GAUGED = 1000;

/**
 * Says in a line how articles join into stories, for who runs the bot: how many there are, the size of the
 * largest, and whether reports of one story agree on a country, which they don't if strangers are joined.
 * Undefined if there are no articles.
 */
export async function describeJoining({
  services: { index, stories },
  guildId,
}: CommandContext): Promise<string | undefined> {
  const { entries } = index.newest({}, { limit: GAUGED });
  if (entries.length === 0) return undefined;
  const members = await stories.storiesOf(
    entries.map(({ id }) => id),
    guildId,
  );
  const described = members
    .map((one) => describeStory(one, index, () => true)?.articles ?? [])
    .filter((articles) => articles.length > 0);
  const largest = Math.max(...described.map((articles) => articles.length));
  const { pairs, share } = countryAgreement(described, ({ places }: StoryArticle) => places ?? []);
  const agreement =
    pairs === 0 ? '' : `; ${Math.round(share * 100)} % of their reports agree on a country`;
  return `- ${described.length} stories in the newest ${entries.length} articles, the largest has ${largest}${agreement}`;
}
