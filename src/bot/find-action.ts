import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteractionDataOption,
  InteractionType,
} from 'discord-api-types/v10';
import type { AnyAction, SlashCommand } from '../command/command.ts';

type GivenOption = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;

/** The part of a slash command that was called, with the options as they came. */
export interface CalledAction {
  readonly action: AnyAction;
  /** Option values by name; nothing is known of their types. */
  readonly given: Readonly<Record<string, unknown>>;
  /** In an autocomplete: the option being typed. */
  readonly focused?: string;
}

/** Finds the action that an interaction calls; undefined where the command does not have it. */
export function findAction(
  command: SlashCommand,
  options: readonly GivenOption[] = [],
): CalledAction | undefined {
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    const { subcommands = {} } = command;
    const action = Object.hasOwn(subcommands, first.name) ? subcommands[first.name] : undefined;
    return describeCall(action, first.options ?? []);
  }
  return describeCall(command.action, options);
}

function describeCall(
  action: AnyAction | undefined,
  options: readonly GivenOption[],
): CalledAction | undefined {
  const focused = options.find((option) => 'focused' in option && option.focused);
  return (
    action && {
      action,
      given: Object.fromEntries(
        options.map((option) => [option.name, 'value' in option ? option.value : undefined]),
      ),
      ...(focused && { focused: focused.name }),
    }
  );
}
