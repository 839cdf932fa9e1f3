import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { World } from '../state/world.ts';
import { invalidField } from '../validate/field-errors.ts';
import { postSigned } from './post-signed.ts';

const pongSchema = z.object({ type: z.literal(InteractionResponseType.Pong) });

/**
 * Checks an endpoint before it is used: it must answer a ping, and refuse one under a wrong signature with 401.
 * Throws 50035 if it doesn't. Source: https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export async function checkEndpoint(world: World, url: string): Promise<void> {
  const { id, signingKey } = world.application;
  const ping = { id: world.ids.next(), application_id: id, type: InteractionType.Ping, version: 1 };
  const answers = [
    await postSigned(url, signingKey, ping),
    await postSigned(url, signingKey, ping, true),
  ];
  const isVerified = answers[0]?.status === 200 && isPong(answers[0].text);
  if (isVerified && answers[1]?.status === 401) return;
  throw invalidField(
    ['interactions_endpoint_url'],
    'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID',
    'The specified interactions endpoint URL could not be verified.',
  );
}

function isPong(text: string): boolean {
  try {
    return pongSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
