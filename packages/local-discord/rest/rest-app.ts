import type { Context, Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { DiscordError, refuse } from '../discord-error.ts';
import type { World } from '../state/world.ts';

/** Hono's environment: the bindings of the Node server. */
export interface Env {
  readonly Bindings: HttpBindings;
}

/** The server's own Hono application. */
export type RestApp = Hono<Env>;

/** A request handler's context. */
export type RestContext = Context<Env>;

/** Throws 401 if a request lacks the bot's token. */
export function requireToken(world: World, c: RestContext): void {
  if (c.req.header('authorization') !== `Bot ${world.application.token}`) {
    throw refuse('unauthorized');
  }
}

/**
 * Answers a DiscordError as Discord does. Any other error is a bug of this server: it is written to stderr and
 * answered with 500.
 */
export function answerError(error: Error, c: RestContext): Response {
  if (error instanceof DiscordError) {
    return c.json(error.toBody(), error.status as 400);
  }
  process.stderr.write(`local Discord: ${c.req.method} ${c.req.path}: ${error.stack}\n`);
  return c.json({ message: '500: Internal Server Error', code: 0 }, 500);
}

/** Returns a path parameter. */
export function param(c: RestContext, name: string): string {
  return c.req.param(name) ?? '';
}
