import {
  InteractionResponseType as Answer,
  InteractionType,
  MessageFlags,
  type APIInteractionResponse,
} from 'discord-api-types/v10';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from './specification.ts';
import type { RequestBody } from '../rest/body.ts';
import type { StoredInteraction } from '../state/records/interaction.ts';
import type { MessageBody } from '../state/message-body.ts';
import { checkChoices } from './check-choices.ts';
import { checkMessage } from './check-message.ts';
import { checkModal } from './check-modal.ts';
import { invalidField } from './field-errors.ts';
import { parseBody } from './parse-body.ts';

const schemas = {
  [Answer.Pong]: PongInteractionCallbackRequestSchema,
  [Answer.ChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [Answer.DeferredChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [Answer.DeferredMessageUpdate]: UpdateMessageInteractionCallbackRequestSchema,
  [Answer.UpdateMessage]: UpdateMessageInteractionCallbackRequestSchema,
  [Answer.ApplicationCommandAutocompleteResult]:
    ApplicationCommandAutocompleteCallbackRequestSchema,
  [Answer.Modal]: ModalInteractionCallbackRequestSchema,
} as const;

/** The answers that each kind of interaction accepts. */
const allowedAnswers: Record<InteractionType, readonly Answer[]> = {
  [InteractionType.Ping]: [Answer.Pong],
  [InteractionType.ApplicationCommand]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.Modal,
  ],
  [InteractionType.MessageComponent]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.DeferredMessageUpdate,
    Answer.UpdateMessage,
    Answer.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [Answer.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.DeferredMessageUpdate,
    Answer.UpdateMessage,
  ],
};

/** Parses the first answer to an interaction. Throws 50035 if it is invalid or not allowed for its kind. */
export function parseAcknowledgement(
  request: RequestBody,
  interaction: StoredInteraction,
): APIInteractionResponse {
  const type = (request.json as { type?: unknown } | null)?.type;
  const schema = schemas[type as keyof typeof schemas];
  if (!schema || !allowedAnswers[interaction.api.type].includes(type as Answer)) {
    const allowed = allowedAnswers[interaction.api.type].join(', ');
    throw invalidField(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed}}.`);
  }
  const answer = parseBody(schema, request.json) as APIInteractionResponse;
  switch (answer.type) {
    case Answer.ChannelMessageWithSource:
      checkMessage((answer.data ?? {}) as MessageBody, {
        uploads: request.uploads,
        under: ['data'],
      });
      break;
    case Answer.UpdateMessage:
      checkUpdate(answer.data as MessageBody | undefined, request, interaction);
      break;
    case Answer.DeferredChannelMessageWithSource:
      checkDeferral(answer.data ?? undefined);
      break;
    case Answer.Modal:
      checkModal(answer.data);
      break;
    case Answer.ApplicationCommandAutocompleteResult:
      checkChoices(answer.data?.choices ?? [], interaction);
      break;
    case Answer.Pong:
    case Answer.DeferredMessageUpdate:
    case Answer.PremiumRequired:
    case Answer.LaunchActivity:
    default:
      break;
  }
  return answer;
}

function checkUpdate(
  body: MessageBody | undefined,
  request: RequestBody,
  interaction: StoredInteraction,
): void {
  const { message } = interaction.api;
  if (!message) {
    throw invalidField(['type'], 'INTERACTION_NO_MESSAGE', 'There is no message to update.');
  }
  checkMessage(body ?? {}, { uploads: request.uploads, edited: message, under: ['data'] });
}

/** A deferral can only set whether the answer will be ephemeral. */
function checkDeferral(data: { flags?: number | undefined } | undefined): void {
  const flags = data?.flags ?? 0;
  if ((flags & ~MessageFlags.Ephemeral) !== 0) {
    throw invalidField(
      ['data', 'flags'],
      'INTERACTION_DEFERRED_FLAGS',
      'Only EPHEMERAL can be set on a deferred answer.',
    );
  }
}
