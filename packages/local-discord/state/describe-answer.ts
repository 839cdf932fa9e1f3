import {
  ApplicationCommandOptionType as Kind,
  ApplicationCommandType,
  InteractionType,
  MessageType,
  type APIApplicationCommandInteractionData,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type Snowflake,
} from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import type { StoredInteraction } from './records/interaction.ts';
import { referTo } from './reference.ts';
import type { World } from './world.ts';

/** Builds the fields of a message that tell which interaction it answers. */
export function describeAnswer(
  world: World,
  interaction: StoredInteraction,
  followsUp: Snowflake | undefined,
): Partial<APIMessage> {
  const { api } = interaction;
  const metadata = describeInteraction(world, interaction);
  if (followsUp) metadata.original_response_message_id = followsUp;
  const common = {
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: metadata,
  };
  if (followsUp) return { ...common, type: MessageType.Reply, ...replyTo(world, interaction) };
  if (api.type === InteractionType.ApplicationCommand) {
    const isChat = api.data.type === ApplicationCommandType.ChatInput;
    return {
      ...common,
      type: isChat ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand,
      interaction: {
        id: api.id,
        type: api.type,
        name: fullName(api.data),
        user: metadata.user,
      },
    };
  }
  return { ...common, type: MessageType.Default };
}

/** A follow-up is a reply to the first answer unless that is ephemeral. */
function replyTo(world: World, interaction: StoredInteraction): Partial<APIMessage> {
  const { channelId, originalId = '' } = interaction;
  const channel = world.channels.get(channelId);
  const original = world.messages.get(channelId)?.get(originalId);
  const isEphemeral = original?.ephemeralTo !== undefined;
  return channel && !isEphemeral ? referTo(channel, originalId, original) : {};
}

function describeInteraction(
  world: World,
  interaction: StoredInteraction,
): APIMessageInteractionMetadata {
  const { api, userId } = interaction;
  const user = world.users.get(userId);
  if (!user) throw refuse('unknownUser');
  const base = {
    id: api.id,
    user,
    authorizing_integration_owners: api.authorizing_integration_owners,
  };
  if (api.type === InteractionType.MessageComponent) {
    return { ...base, type: api.type, interacted_message_id: api.message.id };
  }
  if (api.type === InteractionType.ModalSubmit) {
    const trigger = interaction.openedBy
      ? describeInteraction(world, interaction.openedBy)
      : { ...base, type: InteractionType.ApplicationCommand };
    return { ...base, type: api.type, triggering_interaction_metadata: trigger as never };
  }
  return { ...base, type: InteractionType.ApplicationCommand };
}

/** Returns the command's name with its group and subcommand: `schedule list`. */
function fullName(data: APIApplicationCommandInteractionData): string {
  const names = [data.name];
  let options = 'options' in data ? data.options : undefined;
  for (;;) {
    const [inner] = options ?? [];
    if (inner?.type !== Kind.Subcommand && inner?.type !== Kind.SubcommandGroup) break;
    names.push(inner.name);
    options = inner.options;
  }
  return names.join(' ');
}
