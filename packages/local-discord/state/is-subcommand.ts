import {
  ApplicationCommandOptionType as Kind,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';

/** A subcommand or a group of subcommands. */
type SubcommandOption = Extract<
  APIApplicationCommandOption,
  { type: Kind.Subcommand | Kind.SubcommandGroup }
>;

/** Tells whether an option is a subcommand or a group of subcommands. */
export function isSubcommand(option: APIApplicationCommandOption): option is SubcommandOption {
  return option.type === Kind.Subcommand || option.type === Kind.SubcommandGroup;
}
