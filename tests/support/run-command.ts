import type { Choice, CommandContext, SlashCommand } from '../../src/command/command.ts';
import { parseCustomId } from '../../src/command/custom-id.ts';
import { parseOptions } from '../../src/command/parse-options.ts';
import { checkMessage } from './check-message.ts';
import type { Message } from '../../src/render/message.ts';
import { readAll } from './shown-text.ts';

/** Runs a command as the dispatcher does. Throws if its answer breaks a limit of Discord. */
export async function runCommand(
  command: SlashCommand,
  context: CommandContext,
  raw: Readonly<Record<string, unknown>> = {},
  subcommand?: string,
): Promise<Message> {
  const action = findAction(command, subcommand);
  return checked(await action.run(parseOptions(action.options, raw), context));
}

/** Presses the button with this label on a message. */
export async function pressButton(
  command: SlashCommand,
  context: CommandContext,
  message: Message,
  label: string,
): Promise<Message> {
  const labels = readAll(message, 'label');
  const ids = readAll(message, 'custom_id');
  const parsed = parseCustomId(String(ids[labels.indexOf(label)]));
  const handle = parsed && command.components?.[parsed.action];
  if (!handle) throw new Error(`No button "${label}" among ${labels.join(', ')}.`);
  return checked(await handle(parsed.state, context, []));
}

/** The suggestions of an option for a typed text. */
export async function suggest(
  command: SlashCommand,
  context: CommandContext,
  option: string,
  typed: string,
  subcommand?: string,
): Promise<Choice[]> {
  const suggestOption = findAction(command, subcommand).suggest?.[option];
  if (!suggestOption) throw new Error(`"${option}" suggests nothing.`);
  return await suggestOption(typed, context, {});
}

function findAction(command: SlashCommand, subcommand: string | undefined) {
  const action = subcommand === undefined ? command.action : command.subcommands?.[subcommand];
  if (!action) throw new Error(`/${command.name} has no "${subcommand}".`);
  return action;
}

function checked(message: Message): Message {
  const faults = checkMessage(message);
  if (faults.length > 0) throw new Error(`Discord would refuse this: ${faults.join('; ')}.`);
  return message;
}
