import { ApplicationIntegrationType, MessageFlags, type Snowflake } from 'discord-api-types/v10';
import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from '../validate/specification.ts';
import { refuse } from '../discord-error.ts';
import { limits } from '../limits.ts';
import { channelOf, reply } from '../state/acknowledge.ts';
import {
  announceAnswer,
  interactionDeadlines,
  type StoredInteraction,
} from '../state/records/interaction.ts';
import type { MessageBody } from '../state/message-body.ts';
import { deleteMessage, editMessage } from '../state/messages.ts';
import type { StoredMessage } from '../state/records/stored-message.ts';
import type { World } from '../state/world.ts';
import { checkMessage } from '../validate/check-message.ts';
import { parseBody } from '../validate/parse-body.ts';
import { readBody, type RequestBody } from './body.ts';
import { noteRequest } from './note-request.ts';
import { param, type RestApp, type RestContext } from './rest-app.ts';

/** Adds the routes of follow-ups, and of edits and deletions of answers, by the interaction's token. */
export function addWebhookRoutes(app: RestApp, world: World): void {
  const at = '/webhooks/:applicationId/:interactionToken';
  app.post(at, async (c) => {
    const interaction = findInteraction(world, c);
    const request = await readBody(c);
    const posted = followUp(world, interaction, request);
    noteRequest(world, c, posted, request);
    announceAnswer(interaction);
    return c.json(posted.api);
  });
  app.get(`${at}/messages/:messageId`, (c) => c.json(findAnswer(world, c).message.api));
  app.patch(`${at}/messages/:messageId`, async (c) => {
    const { interaction, message } = findAnswer(world, c);
    const request = await readBody(c);
    const { json, uploads } = request;
    const body = parseBody(IncomingWebhookUpdateRequestPartialSchema, json) as MessageBody;
    checkMessage(body, { uploads, edited: message.api });
    const channel = channelOf(world, interaction);
    editMessage(world, channel, message, body, { uploads, answersInteraction: true });
    noteRequest(world, c, message, request);
    announceAnswer(interaction);
    return c.json(message.api);
  });
  app.delete(`${at}/messages/:messageId`, (c) => {
    const { interaction, message } = findAnswer(world, c);
    deleteMessage(world, channelOf(world, interaction), message);
    announceAnswer(interaction);
    return c.body(null, 204);
  });
}

/** Posts a follow-up. The first one after a deferral replaces "thinking…". */
function followUp(
  world: World,
  interaction: StoredInteraction,
  { json, uploads }: RequestBody,
): StoredMessage {
  const body = parseBody(IncomingWebhookRequestPartialSchema, json) as MessageBody;
  checkMessage(body, { uploads });
  const original = storedAnswer(world, interaction, interaction.originalId);
  if (original && ((original.api.flags ?? 0) & MessageFlags.Loading) !== 0) {
    const channel = channelOf(world, interaction);
    return editMessage(world, channel, original, body, { uploads, answersInteraction: true });
  }
  const owners = Object.keys(interaction.api.authorizing_integration_owners);
  const isOnlyUserInstalled = !owners.includes(String(ApplicationIntegrationType.GuildInstall));
  if (isOnlyUserInstalled && interaction.followUpIds.length >= limits.followUpsUserInstalled) {
    throw refuse('tooManyFollowUps');
  }
  const posted = reply(world, interaction, body, uploads, { followsUp: interaction.originalId });
  interaction.followUpIds.push(posted.api.id);
  return posted;
}

function findInteraction(world: World, c: RestContext): StoredInteraction {
  if (param(c, 'applicationId') !== world.application.id) throw refuse('unknownWebhook');
  const interaction = world.interactions.get(param(c, 'interactionToken'));
  if (!interaction) throw refuse('unknownWebhook');
  if (interaction.elapsedMs() > interactionDeadlines.tokenMs) throw refuse('invalidWebhookToken');
  if (!interaction.acknowledgement) throw refuse('unknownWebhook');
  return interaction;
}

function findAnswer(
  world: World,
  c: RestContext,
): { interaction: StoredInteraction; message: StoredMessage } {
  const interaction = findInteraction(world, c);
  const requestedId = param(c, 'messageId');
  const id = requestedId === '@original' ? interaction.originalId : requestedId;
  const isOwn = id === interaction.originalId || interaction.followUpIds.includes(id ?? '');
  const message = isOwn ? storedAnswer(world, interaction, id) : undefined;
  if (!message) throw refuse('unknownMessage');
  return { interaction, message };
}

function storedAnswer(
  world: World,
  interaction: StoredInteraction,
  id: Snowflake | undefined,
): StoredMessage | undefined {
  return world.messages.get(interaction.channelId)?.get(id ?? '');
}
