import {
  ApplicationCommandType,
  InteractionResponseType as Answer,
  InteractionType,
  MessageFlags,
  MessageType,
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type Snowflake,
} from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import type { Upload } from './attachments.ts';
import type { Channel } from './channel.ts';
import { announceAnswer, type StoredInteraction } from './interaction.ts';
import type { MessageBody } from './message-body.ts';
import { editMessage, postMessage } from './messages.ts';
import type { StoredMessage, World } from './world.ts';

/** Carries out the first answer to an interaction. It must have been parsed and checked. */
export function acknowledge(
  world: World,
  interaction: StoredInteraction,
  answer: APIInteractionResponse,
  uploads: readonly Upload[],
): void {
  const data = ('data' in answer ? answer.data : undefined) as MessageBody | undefined;
  const isEphemeral = ((data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  switch (answer.type) {
    case Answer.ChannelMessageWithSource:
      interaction.originalId = reply(world, interaction, data ?? {}, uploads).api.id;
      break;
    case Answer.DeferredChannelMessageWithSource: {
      const posted = reply(world, interaction, data ?? {}, [], { isLoading: true });
      interaction.originalId = posted.api.id;
      break;
    }
    case Answer.UpdateMessage:
    case Answer.DeferredMessageUpdate:
      updateSource(world, interaction, answer.type, data, uploads);
      break;
    case Answer.Pong:
    case Answer.ApplicationCommandAutocompleteResult:
    case Answer.Modal:
    case Answer.PremiumRequired:
    case Answer.LaunchActivity:
    default:
      break;
  }
  interaction.acknowledgement = {
    type: answer.type,
    afterMs: interaction.elapsedMs(),
    ephemeral: isEphemeral,
    ...(answer.type === Answer.ApplicationCommandAutocompleteResult
      ? { choices: answer.data?.choices ?? [] }
      : {}),
    ...(answer.type === Answer.Modal ? { modal: answer.data } : {}),
  };
  announceAnswer(interaction);
}

/** Posts a message that answers an interaction: its reply or a follow-up. */
export function reply(
  world: World,
  interaction: StoredInteraction,
  body: MessageBody,
  uploads: readonly Upload[],
  how: { readonly isLoading?: boolean; readonly followsUp?: Snowflake | undefined } = {},
): StoredMessage {
  const isEphemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return postMessage(world, {
    channel: channelOf(world, interaction),
    author: world.application.bot,
    body,
    uploads,
    extra: describeAnswer(world, interaction, how.followsUp),
    ephemeralTo: isEphemeral ? interaction.userId : undefined,
    answersInteraction: true,
    isLoading: how.isLoading ?? false,
  });
}

/** Returns the channel of an interaction; it may have been deleted since. */
export function channelOf(world: World, interaction: StoredInteraction): Channel {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw refuse('unknownChannel');
  return channel;
}

function updateSource(
  world: World,
  interaction: StoredInteraction,
  type: Answer,
  data: MessageBody | undefined,
  uploads: readonly Upload[],
): void {
  const source = world.messages.get(interaction.channelId)?.get(interaction.api.message?.id ?? '');
  if (!source) throw refuse('unknownMessage');
  interaction.originalId = source.api.id;
  if (type !== Answer.UpdateMessage) return;
  const channel = channelOf(world, interaction);
  editMessage(world, channel, source, data ?? {}, { uploads, answersInteraction: true });
}

function describeAnswer(
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
  if (followsUp) return { ...common, type: MessageType.Reply };
  if (api.type === InteractionType.ApplicationCommand) {
    const isChat = api.data.type === ApplicationCommandType.ChatInput;
    return {
      ...common,
      type: isChat ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand,
      interaction: {
        id: api.id,
        type: api.type,
        name: api.data.name,
        user: metadata.user,
      },
    };
  }
  return { ...common, type: MessageType.Default };
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
    const trigger = { ...base, type: InteractionType.ApplicationCommand } as const;
    return { ...base, type: api.type, triggering_interaction_metadata: trigger };
  }
  return { ...base, type: InteractionType.ApplicationCommand };
}
