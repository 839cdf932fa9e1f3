import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import { gatewayUrl } from '../gateway/greeting.ts';
import type { World } from '../state/world.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { RestApp } from './rest-app.ts';

const identifiesPerDay = 1_000;

/** Adds the routes that return the gateway's URL and how often a bot may still identify. */
export function addGatewayRoutes(app: RestApp, world: World, gateway: () => Gateway): void {
  app.get('/gateway', (c) => c.json({ url: gatewayUrl(world) }));
  app.get('/gateway/bot', (c) =>
    c.json({
      url: gatewayUrl(world),
      shards: world.application.shards,
      session_start_limit: {
        total: identifiesPerDay,
        remaining: Math.max(0, identifiesPerDay - gateway().counts.identified),
        reset_after: 24 * 60 * 60_000,
        max_concurrency: world.application.maxConcurrency,
      },
    } satisfies APIGatewayBotInfo),
  );
}
