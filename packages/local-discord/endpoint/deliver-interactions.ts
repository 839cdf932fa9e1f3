import { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { World } from '../state/world.ts';
import { postSigned } from './post-signed.ts';

/**
 * Posts interactions to the application's endpoint while there is one; the gateway then gets none. An endpoint has to
 * answer with 202 and call the callback route; an answer in the response's body is not supported. Returns a function
 * that ends it.
 */
export function deliverInteractions(world: World): () => void {
  return world.feed.subscribe(({ dispatch }) => {
    const { interactionsEndpoint: url, signingKey } = world.application;
    if (url === undefined || dispatch.t !== GatewayDispatchEvents.InteractionCreate) return;
    void postSigned(url, signingKey, dispatch.d);
  });
}
