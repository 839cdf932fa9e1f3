import type { CommandContext, Suggest } from '../../src/command/command.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { UserError } from '../../src/errors.ts';
import { parseSince } from '../../src/index/query/parse-since.ts';
import { DISCORD_LIMITS } from '../../src/render/discord-limits.ts';
import { countStories, hasStories } from './describe-edition.ts';
import { findEditionDay, listNewestEditions } from './past-editions.ts';

/** Finds an edition of the channel by its id or its day. Throws a UserError when there is none. */
export async function findEdition(typed: string, context: CommandContext): Promise<Edition> {
  const editions = (await listNewestEditions(context.services, context.channelId)).filter(
    hasStories,
  );
  const byId = editions.find(({ id }) => id === typed.toLowerCase().replace(/^edition /u, ''));
  if (byId) return byId;
  const day = parseSince(typed, context.now)?.toISOString().slice(0, 10);
  for (const edition of day ? editions : []) {
    if ((await findEditionDay(context.services, edition)) === day) return edition;
  }
  throw new UserError(
    'not-found',
    'This channel has no digest with that id or on that date. `/digest history` lists those it has.',
  );
}

/** Suggests the channel's editions by day, headline or id; the value is the id. */
export const suggestEdition: Suggest = async (typed, { services, channelId }) => {
  const editions = (await listNewestEditions(services, channelId)).filter(hasStories);
  const choices = [];
  for (const edition of editions) {
    const day = await findEditionDay(services, edition);
    const headline = edition.digest.stories[0]?.headline ?? '';
    const name = `${day} · ${countStories(edition)} · ${headline}`;
    if (!`${name} ${edition.id}`.toLowerCase().includes(typed.trim().toLowerCase())) continue;
    choices.push({ name, value: edition.id });
    if (choices.length === DISCORD_LIMITS.autocompleteChoices) break;
  }
  return choices;
};
