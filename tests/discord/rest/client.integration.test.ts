import { GatewayIntentBits, RESTEvents, Routes, type REST } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { createAnswerRest, createClient } from '../../../src/discord/rest/client.ts';
import { NO_OBSERVER } from '../../../src/observer.ts';
import { collectLog, LEVELS } from '../../support/collect-log.ts';

let discord: LocalDiscord | undefined;
afterEach(() => discord?.close());

describe('the client', () => {
  const { log, lines } = collectLog();
  const client = createClient({ log });

  it('requests guilds and no privileged intent', () => {
    expect(client.options.intents.bitfield).toBe(GatewayIntentBits.Guilds);
  });

  it('mentions nobody unless a message says otherwise', () => {
    expect(client.options.allowedMentions).toEqual({ parse: [] });
  });

  it('talks to Discord itself by default', () => {
    expect(client.options.rest?.api).toBe('https://discord.com/api');
    const apiUrl = 'http://127.0.0.1:3210/api';
    expect(createClient({ apiUrl, log }).options.rest?.api).toBe(apiUrl);
  });

  it('logs an error instead of letting it end the process', () => {
    client.emit('error', new Error('out of order'));
    expect(lines.at(-1)).toMatchObject({ level: LEVELS.error, err: { message: 'out of order' } });
  });
});

describe('the REST client for answers', () => {
  it('is not delayed by the limit of 50 requests a second, which does not apply to answers', async () => {
    discord = await openLocalDiscord({ rateLimits: false });
    const { log } = collectLog();
    const client = createClient({ apiUrl: discord.apiUrl, log });
    expect(await countWaits(createAnswerRest({ apiUrl: discord.apiUrl }), discord)).toBe(0);
    expect(await countWaits(client.rest, discord)).toBeGreaterThan(0);
  });
});

describe('answers 429', () => {
  it('are counted by scope by both clients, and so is one that something else sent', async () => {
    const local = await openLocalDiscord({ rateLimits: false });
    discord = local;
    const { log } = collectLog();
    const scopes: string[] = [];
    const observer = { ...NO_OBSERVER, limited: (scope: string) => scopes.push(scope) };
    const { apiUrl, channelId, applicationId } = local;
    const client = createClient({ apiUrl, log, observer });
    client.rest.setToken(local.token);
    const answers = createAnswerRest({ apiUrl, observer });
    const post = () =>
      client.rest.post(Routes.channelMessages(channelId), { body: { content: 'x' } });
    const sending = 'POST /channels/:id/messages';
    for (const scope of ['user', 'shared', 'global'] as const) {
      local.faults.next(sending, { kind: 'rate-limit', scope, retryAfterMs: 10 });
      await post();
    }
    local.faults.next(sending, { kind: 'status', status: 429 });
    await post();
    const answering = 'PATCH /webhooks/:id/:token/messages/:id';
    local.faults.next(answering, { kind: 'rate-limit', scope: 'user', retryAfterMs: 10 });
    const route = Routes.webhookMessage(applicationId, 'token', '@original');
    await answers.patch(route, { auth: false, body: {} }).catch(() => undefined);
    expect(scopes).toEqual(['user', 'shared', 'global', 'unknown', 'user']);
    for (const rest of [client.rest, answers]) {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    }
  });
});

/** Sends 60 answers at once and counts those that the client delays. */
async function countWaits(rest: REST, { applicationId }: LocalDiscord): Promise<number> {
  let waits = 0;
  rest.on(RESTEvents.RateLimited, () => {
    waits += 1;
  });
  const sent = Array.from({ length: 60 }, (_, at) =>
    // No interaction has this token, but the limits apply nevertheless.
    rest.post(Routes.webhook(applicationId, `token${at}`), { auth: false, body: {} }),
  );
  await Promise.allSettled(sent);
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  return waits;
}
