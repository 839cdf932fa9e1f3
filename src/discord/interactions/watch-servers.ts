import { ApplicationIntegrationType, type APIInteraction } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import type { SeenGuild } from '../../delivery/greeting/plan-greeting.ts';

/** Of so many servers the locale is remembered, so that not each interaction asks the store whether it is known. */
const MOST_REMEMBERED = 10_000;

/**
 * Creates a function that tells what an interaction says of its server: without a gateway, nothing else does. It tells
 * of a server when it is first seen and when its locale is another. Where somebody uses the bot that is not in
 * the server, there is nothing to tell.
 */
export function createServerWatch(
  onGuild: (guild: SeenGuild) => void,
): (interaction: APIInteraction) => void {
  const told = new LRUCache<string, string>({ max: MOST_REMEMBERED });
  return ({
    guild_id: id,
    guild_locale: locale,
    authorizing_integration_owners: owners,
  }: Pick<APIInteraction, 'guild_id' | 'guild_locale' | 'authorizing_integration_owners'>) => {
    if (id === undefined || locale === undefined || told.get(id) === locale) return;
    if (owners[ApplicationIntegrationType.GuildInstall] !== id) return;
    told.set(id, locale);
    onGuild({ id, locale });
  };
}
