import {
  InteractionResponseType,
  type RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import { acknowledge } from '../state/acknowledge.ts';
import { interactionDeadlines, type StoredInteraction } from '../state/records/interaction.ts';
import type { World } from '../state/world.ts';
import { parseAcknowledgement } from '../validate/parse-acknowledgement.ts';
import { readBody } from './body.ts';
import { noteRequest } from './note-request.ts';
import { param, type RestApp } from './rest-app.ts';

/** Adds the route of the first answer to an interaction. It requires only the interaction's token. */
export function addInteractionRoutes(app: RestApp, world: World): void {
  app.post('/interactions/:interactionId/:interactionToken/callback', async (c) => {
    const request = await readBody(c);
    const interaction = world.interactions.get(param(c, 'interactionToken'));
    if (!interaction || interaction.api.id !== param(c, 'interactionId')) {
      throw refuse('unknownInteraction');
    }
    if (interaction.acknowledgement) throw refuse('alreadyAcknowledged');
    if (interaction.elapsedMs() > interactionDeadlines.acknowledgeMs) {
      throw refuse('unknownInteraction');
    }
    const answer = parseAcknowledgement(request, interaction);
    acknowledge(world, interaction, answer, request.uploads);
    const { channelId, originalId = '' } = interaction;
    const message = world.messages.get(channelId)?.get(originalId);
    if (message) noteRequest(world, c, message, request);
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    return c.json(describeCallback(world, interaction));
  });
}

function describeCallback(
  world: World,
  interaction: StoredInteraction,
): RESTPostAPIInteractionCallbackWithResponseResult {
  const { acknowledgement, originalId } = interaction;
  const message = world.messages.get(interaction.channelId)?.get(originalId ?? '');
  const type = acknowledgement?.type;
  return {
    interaction: {
      id: interaction.api.id,
      type: interaction.api.type,
      ...(message
        ? {
            response_message_id: message.api.id,
            response_message_loading:
              type === InteractionResponseType.DeferredChannelMessageWithSource,
            response_message_ephemeral: message.ephemeralTo !== undefined,
          }
        : {}),
    },
    ...(message && type !== undefined ? { resource: { type, message: message.api } } : {}),
  };
}
