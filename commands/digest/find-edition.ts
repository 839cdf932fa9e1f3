import type { CommandContext, Suggest } from '../../src/command/command.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { UserError } from '../../src/errors.ts';
import { parseSince } from '../../src/index/query/parse-since.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
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
  // A day means its digest; only a day without one means its alert.
  const digestsFirst = editions.toSorted((a, b) => Number(!!a.alert) - Number(!!b.alert));
  for (const edition of digestsFirst) {
    const { day, today } = await findEditionDay(context.services, edition, context.now);
    // "Yesterday" is that of the schedule, as the days of its editions are.
    const wanted = parseSince(typed, new Date(today));
    if (wanted?.toISOString().slice(0, 10) === day) return edition;
  }
  throw new UserError(
    'not-found',
    'This channel has no digest with that id or on that date. `/digest history` lists those it has.',
  );
}

/** Suggests the channel's editions by day, name, headline or id; the value is the id. */
export const suggestEdition: Suggest = async (typed, { services, channelId, now }) => {
  const editions = (await listNewestEditions(services, channelId)).filter(hasStories);
  const choices = [];
  for (const edition of editions) {
    const { day, today } = await findEditionDay(services, edition, now);
    const headline = edition.digest.stories[0]?.headline ?? '';
    const called = edition.name === undefined ? '' : ` · ${sanitizeLine(edition.name)}`;
    const name = `${day}${called} · ${countStories(edition)} · ${headline}`;
    const words = `${name} ${edition.id} ${describeDay(day, today)}`;
    if (!words.toLowerCase().includes(typed.trim().toLowerCase())) continue;
    choices.push({ name, value: edition.id });
    if (choices.length === DISCORD_LIMITS.autocompleteChoices) break;
  }
  return choices;
};

/** The words by which people look for a recent day. */
function describeDay(day: string, today: string): string {
  const isDay = (word: string): boolean =>
    parseSince(word, new Date(today))?.toISOString().slice(0, 10) === day;
  return ['today', 'yesterday'].filter(isDay).join(' ');
}
