// @ts-expect-error The package has no types for its schemas.
import * as untyped from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';

/** Names of the specification's schemas for requests. */
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

/** Discord's specification as Zod schemas. Callers cast the results to types of discord-api-types. */
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
