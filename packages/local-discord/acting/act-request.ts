import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import { LOCALES } from '../locales.ts';
import type { ActingUser } from './acting-user.ts';
import type { Outcome } from './outcome.ts';

const id = z.string().regex(/^\d+$/, 'an id of digits');
const patience = z
  .object({
    until: z.enum(['answered', 'acknowledged']),
    deferredMs: z.number().int().min(0).max(900_000),
  })
  .partial()
  .optional();
const file = z.object({
  filename: z.string().min(1).max(260),
  content: z.string(),
  encoding: z.enum(['utf8', 'base64']).optional(),
  contentType: z.string().max(100).optional(),
});
const values = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), file]))
  .default({});

const actionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('run-command'), name: z.string(), options: values, patience }),
  z.object({
    do: z.literal('autocomplete'),
    name: z.string(),
    focused: z.object({ option: z.string(), value: z.string() }),
    options: values,
  }),
  z.object({ do: z.literal('run-message-command'), messageId: id, name: z.string(), patience }),
  z.object({ do: z.literal('press-button'), messageId: id, customId: z.string(), patience }),
  z.object({
    do: z.literal('select'),
    messageId: id,
    customId: z.string(),
    values: z.array(z.string()),
    patience,
  }),
  z.object({
    do: z.literal('submit-modal'),
    interactionId: id,
    values: z.record(
      z.string(),
      z.union([z.string(), z.boolean(), z.array(z.string()), z.array(file)]),
    ),
    patience,
  }),
  z.object({ do: z.literal('look'), interactionId: id }),
  z.object({ do: z.literal('dismiss'), messageId: id }),
  z.object({ do: z.literal('send-message'), content: z.string().min(1).max(2_000) }),
  z.object({ do: z.literal('read-messages') }),
]);

const actorSchema = z.object({
  /** A user's id or name. */
  as: z.string().default('manager'),
  /** A channel's id; `direct` is the user's DM channel with the bot. */
  in: z.union([id, z.literal('direct')]).optional(),
  locale: z.enum(LOCALES).optional(),
});

/** A user's action as a person or script requests it over HTTP. */
export type ActRequest = z.infer<typeof actorSchema> & z.infer<typeof actionSchema>;

/** Parses a request. Returns a description of the errors if it is malformed. */
export function parseActRequest(json: unknown): ActRequest | { readonly error: string } {
  const actor = actorSchema.safeParse(json);
  if (!actor.success) return { error: z.prettifyError(actor.error) };
  const action = actionSchema.safeParse(json);
  if (!action.success) return { error: z.prettifyError(action.error) };
  return { ...actor.data, ...action.data };
}

/** Carries out a request as the given user. */
export async function carryOut(
  user: ActingUser,
  request: ActRequest,
): Promise<Outcome | { readonly messages: readonly APIMessage[] }> {
  switch (request.do) {
    case 'run-command':
      return await user.runCommand(request.name, request.options, patienceOf(request));
    case 'autocomplete':
      return await user.autocomplete(request.name, request.focused, request.options);
    case 'run-message-command':
      return await user.runMessageCommand(request.messageId, request.name, patienceOf(request));
    case 'press-button':
      return await user.pressButton(request.messageId, request.customId, patienceOf(request));
    case 'select':
      return await user.select(
        request.messageId,
        request.customId,
        request.values,
        patienceOf(request),
      );
    case 'submit-modal':
      return await user.submitModal(request.interactionId, request.values, patienceOf(request));
    case 'look':
      return user.look(request.interactionId);
    case 'dismiss':
      user.dismiss(request.messageId);
      return { messages: [] };
    case 'send-message':
      return { messages: [user.sendMessage(request.content)] };
    case 'read-messages':
    default:
      return { messages: user.readMessages() };
  }
}

type WithPatience = { readonly patience?: z.infer<typeof patience> };

function patienceOf(request: WithPatience): Parameters<ActingUser['runCommand']>[2] {
  const { until, deferredMs } = request.patience ?? {};
  return {
    ...(until === undefined ? {} : { until }),
    ...(deferredMs === undefined ? {} : { deferredMs }),
  };
}
