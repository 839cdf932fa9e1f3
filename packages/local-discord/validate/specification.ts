// @ts-expect-error The package comes without types for its schemas.
import * as untyped from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';

/** Names of the schemas that requests are parsed by, as the specification has them. */
type SchemaName =
  | 'ApplicationCommandAutocompleteCallbackRequestSchema'
  | 'ApplicationCommandCreateRequestSchema'
  | 'ApplicationCommandPatchRequestPartialSchema'
  | 'ApplicationCommandUpdateRequestSchema'
  | 'CreateMessageInteractionCallbackRequestSchema'
  | 'CreatePrivateChannelRequestSchema'
  | 'CreateTextThreadWithMessageRequestSchema'
  | 'CreateTextThreadWithoutMessageRequestSchema'
  | 'IncomingWebhookRequestPartialSchema'
  | 'IncomingWebhookUpdateRequestPartialSchema'
  | 'MessageCreateRequestSchema'
  | 'MessageEditRequestPartialSchema'
  | 'ModalInteractionCallbackRequestSchema'
  | 'PongInteractionCallbackRequestSchema'
  | 'UpdateMessageInteractionCallbackRequestSchema'
  | 'UpdateThreadRequestPartialSchema';

/**
 * Discord's specification as Zod schemas. What they parse is typed where it is used, by
 * discord-api-types.
 */
export const {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
  UpdateThreadRequestPartialSchema,
} = untyped as Readonly<Record<SchemaName, ZodMiniType>>;
