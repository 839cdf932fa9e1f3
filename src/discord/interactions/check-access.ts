import { InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { AnyAction, Command, CommandContext } from '../../command/command.ts';
import { servicesFor } from '../../command/services-for.ts';
import type { Services } from '../../command/services.ts';
import { UserError } from '../../errors.ts';

/** The interactions that somebody expects an answer to. */
export type AskedInteraction =
  | APIApplicationCommandInteraction
  | APIApplicationCommandAutocompleteInteraction
  | APIMessageComponentInteraction;

/** Builds what a command may know of who asked, where and when. */
export function buildContext(
  interaction: AskedInteraction,
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

/**
 * Throws a UserError where a command, or the subcommand that is called, may not be used here or by this person. Discord hides such
 * commands, but a server's settings can show them to anyone, and buttons outlive permissions.
 */
export function checkAccess(
  command: Command,
  interaction: AskedInteraction,
  context: CommandContext,
  action?: AnyAction,
): void {
  const name = command.kind === 'slash' ? `/${command.name}` : command.name;
  if (!command.contexts.includes(placeOf(interaction)))
    throw new UserError('not-allowed', `${name} works ${describePlaces(command)} only.`);
  const isForManagers = [command.access, action?.access].includes('managers');
  if (isForManagers && !context.isManager)
    throw new UserError(
      'not-allowed',
      `Only people with the Manage Server permission can use ${describeUse(command, action)}. Ask one of them to do it.`,
    );
}

/** A subcommand by its whole name, where only that is for managers. */
function describeUse(command: Command, action?: AnyAction): string {
  if (command.kind === 'message') return command.name;
  const found = Object.entries(command.subcommands ?? {}).find(([, one]) => one === action);
  const isWhole = command.access === 'managers' || !found;
  return isWhole ? `/${command.name}` : `/${command.name} ${found[0]}`;
}

type Place = Command['contexts'][number];

function placeOf(interaction: AskedInteraction): Place {
  if (interaction.context === InteractionContextType.PrivateChannel) return 'private-channel';
  return interaction.guild_id ? 'guild' : 'bot-dm';
}

function describePlaces(command: Command): string {
  const places: Record<Place, string> = {
    guild: 'in a server',
    'bot-dm': 'in a direct message to me',
    'private-channel': 'in private conversations',
  };
  return command.contexts.map((place) => places[place]).join(' or ');
}

function canManageGuild(permissions: string | undefined): boolean {
  const either = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return permissions !== undefined && (BigInt(permissions) & either) !== 0n;
}
