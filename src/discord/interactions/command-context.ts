import { PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { CommandContext } from '../../command/command.ts';
import { servicesFor } from '../../command/services-for.ts';
import type { Services } from '../../command/services.ts';

/** An interaction to which a user expects an answer. */
export type AnswerableInteraction =
  | APIApplicationCommandInteraction
  | APIApplicationCommandAutocompleteInteraction
  | APIMessageComponentInteraction;

/** Builds what a command may know of the requester, the channel and the time. */
export function buildContext(
  interaction: AnswerableInteraction,
  services: Services,
  now: Date,
): CommandContext {
  const user = interaction.member?.user ?? interaction.user;
  return {
    services: servicesFor(services, interaction.guild_id),
    now,
    locale: interaction.locale,
    userId: user?.id ?? '',
    isManager: canManageGuild(interaction.member?.permissions),
    ...(interaction.guild_id && { guildId: interaction.guild_id }),
    channelId: interaction.channel?.id ?? interaction.channel_id ?? '',
  };
}

function canManageGuild(permissions: string | undefined): boolean {
  const either = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return permissions !== undefined && (BigInt(permissions) & either) !== 0n;
}
