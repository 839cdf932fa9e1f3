import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Acting } from '../acting/acting.ts';
import { addLocalRoutes } from '../acting/local-routes.ts';
import { DiscordError, refuse } from '../discord-error.ts';
import type { ServerFaults } from '../faults/faults.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { guardBrowsers } from '../guard/guard-browsers.ts';
import { limits } from '../limits.ts';
import type { Page } from '../serve/open-page.ts';
import { addPageRoutes } from '../serve/page-routes.ts';
import type { World } from '../state/world.ts';
import { addClockRoutes } from '../view/clock-routes.ts';
import { addViewRoutes, type Home } from '../view/view-routes.ts';
import { createRateLimits } from './rate-limits.ts';
import { answerError, requireToken, type Env, type RestApp, type RestContext } from './rest-app.ts';
import { addChannelRoutes } from './routes-channels.ts';
import { addCommandRoutes } from './routes-commands.ts';
import { addFileRoutes } from './routes-files.ts';
import { addGatewayRoutes } from './routes-gateway.ts';
import { addGuildRoutes } from './routes-guilds.ts';
import { addInteractionRoutes } from './routes-interactions.ts';
import { addMessageRoutes } from './routes-messages.ts';
import { addThreadRoutes } from './routes-threads.ts';
import { addUserRoutes } from './routes-users.ts';
import { addWebhookRoutes } from './routes-webhooks.ts';

/** The parts of the HTTP server. */
export interface ServerParts {
  readonly world: World;
  readonly faults: ServerFaults;
  readonly enforceRateLimits: boolean;
  readonly gateway: () => Gateway;
  readonly acting: Acting;
  readonly home: Home;
  /** Returns the page, possibly still being built; undefined if this Discord was opened without a page. */
  readonly page: () => Promise<Page> | undefined;
}

/** Creates the HTTP server: the REST API under `/api/v10`, attachments, the page and its routes. */
export function createServerApp(parts: ServerParts): RestApp {
  const { world } = parts;
  const api: RestApp = new Hono<Env>();
  api.use(
    bodyLimit({
      maxSize: limits.requestBytes,
      onError: (c) => answerError(refuse('requestTooLarge'), c as RestContext),
    }),
  );
  const { clock } = parts.acting;
  // A moved clock also ends rate limits. The world's monotonic clock, which sockets use, does not move.
  const rates = createRateLimits({
    now: () => clock.now(),
    monotonic: () => world.clock.monotonic() + clock.aheadMs(),
  });
  api.use(async (c, next) => {
    const request = { method: c.req.method, path: c.req.path.replace('/api/v10', '') };
    const fault = parts.faults.take(request);
    if (fault?.kind === 'slow') await sleep(fault.delayMs);
    if (fault?.kind === 'drop' && fault.when === 'before') return drop(c);
    if (fault?.kind === 'rate-limit') return rates.answerFault(c, fault);
    if (fault?.kind === 'status') {
      const message = fault.message ?? `${fault.status}: injected fault`;
      return answerError(new DiscordError(fault.status, fault.code ?? 0, message), c);
    }
    if ((await parts.faults.pass(request, 'before')) === 'drop') return drop(c);
    if (!needsNoBotToken(request.path)) requireToken(world, c);
    const limited = parts.enforceRateLimits ? rates.enter(c, request) : undefined;
    if (limited) return limited;
    await next();
    if (fault?.kind === 'drop') return drop(c);
    if ((await parts.faults.pass(request, 'after')) === 'drop') return drop(c);
    return undefined;
  });
  api.onError(answerError);
  api.notFound((c) => answerError(refuse('notFound'), c));
  addGatewayRoutes(api, world, parts.gateway);
  addUserRoutes(api, world);
  addGuildRoutes(api, world);
  addChannelRoutes(api, world);
  addMessageRoutes(api, world);
  addThreadRoutes(api, world);
  addCommandRoutes(api, world);
  addInteractionRoutes(api, world);
  addWebhookRoutes(api, world);

  const app: RestApp = new Hono<Env>();
  guardBrowsers(app);
  app.use(
    '/local/*',
    bodyLimit({
      maxSize: limits.requestBytes,
      onError: (c) => c.json({ error: 'The request is larger than 25 MB.' }, 413),
    }),
  );
  app.route('/api/v10', api);
  addFileRoutes(app, world);
  addLocalRoutes(app, world, parts.acting);
  addViewRoutes(app, world, parts.home);
  addClockRoutes(app, clock);
  addPageRoutes(app, parts.page, () => chooseExample(world, parts.home));
  app.onError(answerError);
  app.notFound((c) => answerError(refuse('notFound'), c));
  return app;
}

/** Chooses the command for the example on how to act: the first hint, else a registered one. */
function chooseExample(world: World, home: Home): string {
  const [hint] = home.hints;
  const registered = [...world.commands.values()].find(
    ({ type }) => type === ApplicationCommandType.ChatInput,
  );
  return hint?.command ?? registered?.name ?? 'ping';
}

/** Tells whether a route is public or has an interaction's token in its path. */
function needsNoBotToken(path: string): boolean {
  return path === '/gateway' || /^\/(interactions|webhooks)\/[^/]+\/[^/]+/.test(path);
}

function drop(c: RestContext): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
