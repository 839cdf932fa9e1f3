import {
  InteractionResponseType as Answer,
  MessageFlags,
  type APIInteractionResponse,
  type Snowflake,
} from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import type { Upload } from './attachments.ts';
import type { Channel } from './channel.ts';
import { describeAnswer } from './describe-answer.ts';
import { announceAnswer, type StoredInteraction } from './records/interaction.ts';
import type { MessageBody } from './message-body.ts';
import { editMessage, postMessage } from './messages.ts';
import type { StoredMessage } from './records/stored-message.ts';
import type { World } from './world.ts';

/** Carries out the first answer to an interaction. The answer must have been parsed and checked. */
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
      updateMessage(world, interaction, answer.type, data, uploads);
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

/** Posts the reply to an interaction, or a follow-up. */
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

/** Returns the channel of an interaction. Throws 10003 if it has been deleted. */
export function channelOf(world: World, interaction: StoredInteraction): Channel {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw refuse('unknownChannel');
  return channel;
}

function updateMessage(
  world: World,
  interaction: StoredInteraction,
  type: Answer,
  data: MessageBody | undefined,
  uploads: readonly Upload[],
): void {
  const stored = world.messages.get(interaction.channelId)?.get(interaction.api.message?.id ?? '');
  if (!stored) throw refuse('unknownMessage');
  interaction.originalId = stored.api.id;
  if (type !== Answer.UpdateMessage) return;
  const channel = channelOf(world, interaction);
  editMessage(world, channel, stored, data ?? {}, { uploads, answersInteraction: true });
}
