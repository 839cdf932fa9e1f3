import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteractionDataOption,
  APIAttachment,
  InteractionType,
} from 'discord-api-types/v10';
import type { AnyAction, SlashCommand } from '../../command/command.ts';
import type { Attachment } from '../../command/option.ts';

type GivenOption = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;

/** The called part of a slash command, with the raw options. */
export interface CalledAction {
  readonly action: AnyAction;
  /** Option values by name, not validated yet. */
  readonly given: Readonly<Record<string, unknown>>;
  /** In an autocomplete: the option being typed. */
  readonly focused?: string;
}

/**
 * Finds the action that an interaction calls; undefined if the command does not have it. `files` are
 * the attachments, by the ids that options refer to.
 */
export function findAction(
  command: SlashCommand,
  options: readonly GivenOption[] = [],
  files: Readonly<Record<string, APIAttachment>> = {},
): CalledAction | undefined {
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    const { subcommands = {} } = command;
    const action = Object.hasOwn(subcommands, first.name) ? subcommands[first.name] : undefined;
    return describeCall(action, first.options ?? [], files);
  }
  return describeCall(command.action, options, files);
}

function describeCall(
  action: AnyAction | undefined,
  options: readonly GivenOption[],
  files: Readonly<Record<string, APIAttachment>>,
): CalledAction | undefined {
  const focused = options.find((option) => 'focused' in option && option.focused);
  return (
    action && {
      action,
      given: Object.fromEntries(options.map((option) => [option.name, readValue(option, files)])),
      ...(focused && { focused: focused.name }),
    }
  );
}

function readValue(
  option: GivenOption,
  files: Readonly<Record<string, APIAttachment>>,
): string | number | boolean | Attachment | undefined {
  if (!('value' in option)) return undefined;
  if (option.type !== ApplicationCommandOptionType.Attachment) return option.value;
  const file = Object.hasOwn(files, option.value) ? files[option.value] : undefined;
  return file && { name: file.filename, url: file.url, bytes: file.size };
}
