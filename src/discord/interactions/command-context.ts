import { PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { CommandContext } from '../../command/command.ts';
import { servicesFor } from '../../command/services-for.ts';
import type { Services } from '../../command/services.ts';
import { resolveUsual } from '../../digest/guild/usual.ts';

/** An interaction to which a user expects an answer. */
export type AnswerableInteraction =
  | APIApplicationCommandInteraction
  | APIApplicationCommandAutocompleteInteraction
  | APIMessageComponentInteraction;

/** What is known of a requester, a channel and the time before anything is read from the store. */
export type KnownContext = Omit<CommandContext, 'usual'>;

/** Builds what an interaction says of the requester and the channel. */
export function buildContext(
  interaction: AnswerableInteraction,
  services: Services,
  now: Date,
): KnownContext {
  const user = interaction.member?.user ?? interaction.user;
  return {
    services: servicesFor(services, interaction.guild_id),
    now,
    locale: interaction.locale,
    userId: user?.id ?? '',
    isManager: canManageGuild(interaction.member?.permissions),
    ...(interaction.guild_id && { guildId: interaction.guild_id }),
    ...(interaction.guild_locale && { guildLocale: interaction.guild_locale }),
    channelId: interaction.channel?.id ?? interaction.channel_id ?? '',
  };
}

/** Adds what is usual in the server, or in direct messages for the requester. */
export async function addUsual(context: KnownContext): Promise<CommandContext> {
  const { services, guildId, guildLocale, locale } = context;
  const reader = guildId
    ? { settings: await services.settings.get(guildId), guildLocale }
    : { locale };
  return { ...context, usual: resolveUsual(reader, services.defaultZone) };
}

function canManageGuild(permissions: string | undefined): boolean {
  const either = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return permissions !== undefined && (BigInt(permissions) & either) !== 0n;
}
