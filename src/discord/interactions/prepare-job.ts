import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteraction,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { AnyAction, Command, CommandContext } from '../../command/command.ts';
import { parseCustomId } from '../../command/custom-id.ts';
import { parseOptions } from '../../command/parse-options.ts';
import { UserError } from '../../errors.ts';
import { checkAccess } from './check-access.ts';
import { addUsual, buildContext } from './command-context.ts';
import type { DispatchDependencies } from './dispatch-dependencies.ts';
import { findAction } from './find-action.ts';
import type { Job } from './respond.ts';
import { buildTargetMessage } from './target-message.ts';

/** An interaction that starts some work. */
export type WorkInteraction = APIApplicationCommandInteraction | APIMessageComponentInteraction;

/**
 * Finds the action that an interaction calls and checks that the requester may use it, without doing
 * any of the work. Throws a UserError if the command or button does not exist (any more), if the
 * requester may not use it, or if the value of an option is not valid.
 */
export function prepareJob(interaction: WorkInteraction, dependencies: DispatchDependencies): Job {
  if (interaction.type === InteractionType.MessageComponent)
    return prepareComponent(interaction, dependencies);
  const { type } = interaction.data;
  if (type === ApplicationCommandType.ChatInput)
    return prepareSlash(interaction as APIChatInputApplicationCommandInteraction, dependencies);
  if (type === ApplicationCommandType.Message)
    return prepareMessage(interaction as APIMessageApplicationCommandInteraction, dependencies);
  throw unknownCommand();
}

function prepareSlash(
  interaction: APIChatInputApplicationCommandInteraction,
  dependencies: DispatchDependencies,
): Job {
  const { name, options, resolved } = interaction.data;
  const command = dependencies.commands.find((one) => one.kind === 'slash' && one.name === name);
  const called = command?.kind === 'slash' && findAction(command, options, resolved?.attachments);
  if (!called) throw unknownCommand();
  const { action, given } = called;
  const context = admit(command, interaction, dependencies, action);
  const values = parseOptions(action.options, given);
  return {
    acknowledge: toAcknowledgement(action),
    mayBeginAtOnce: action.storesNothing === true,
    work: async () => action.run(values, await context()),
  };
}

function prepareMessage(
  interaction: APIMessageApplicationCommandInteraction,
  dependencies: DispatchDependencies,
): Job {
  const { name, resolved, target_id: targetId } = interaction.data;
  const command = dependencies.commands.find((one) => one.kind === 'message' && one.name === name);
  const message = resolved.messages[targetId];
  if (command?.kind !== 'message' || !message) throw unknownCommand();
  const context = admit(command, interaction, dependencies);
  const target = buildTargetMessage(message, interaction.guild_id);
  return {
    acknowledge: toAcknowledgement(command),
    mayBeginAtOnce: command.storesNothing === true,
    work: async () => command.run(target, await context()),
  };
}

function prepareComponent(
  interaction: APIMessageComponentInteraction,
  dependencies: DispatchDependencies,
): Job {
  const { data } = interaction;
  const called = parseCustomId(data.custom_id);
  const command = dependencies.commands.find(({ name }) => name === called?.command);
  const update = findHandler(command?.components, called?.action);
  const handle = update ?? findHandler(command?.replies, called?.action);
  if (!command || !called || !handle) throw outdatedMessage();
  const context = admit(command, interaction, dependencies);
  const values = 'values' in data ? data.values : [];
  return {
    acknowledge: update ? 'update' : 'ephemeral',
    mayBeginAtOnce: false,
    work: async () => handle(called.state, await context(), values),
  };
}

/** A custom id comes from the requester's client: "constructor" must not find anything. */
function findHandler(
  handlers: Command['components'] = {},
  action: string = '',
): NonNullable<Command['components']>[string] | undefined {
  return Object.hasOwn(handlers, action) ? handlers[action] : undefined;
}

/** Checks access at once. What is resolved later is what the work gets. */
function admit(
  command: Command,
  interaction: WorkInteraction,
  { services, now }: DispatchDependencies,
  action?: AnyAction,
): () => Promise<CommandContext> {
  const context = buildContext(interaction, services, now());
  checkAccess(command, interaction, context, action);
  return () => addUsual(context);
}

function toAcknowledgement({
  audience,
}: {
  audience: 'channel' | 'requester';
}): 'public' | 'ephemeral' {
  return audience === 'channel' ? 'public' : 'ephemeral';
}

/** Discord still offers commands of an earlier version for a moment after an update. */
function unknownCommand(): UserError {
  return new UserError(
    'not-available',
    'This command is not part of this version any more. Reload Discord (Ctrl+R) to see the current ones, or try /help.',
  );
}

function outdatedMessage(): UserError {
  return new UserError(
    'not-available',
    'This button belongs to an older version and does nothing any more. Run the command again.',
  );
}
