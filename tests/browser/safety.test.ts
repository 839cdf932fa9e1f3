import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Client } from 'discord.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalDiscord, openPage, type LocalDiscord } from '@dateline/local-discord';
import { logIn } from '@dateline/local-discord/testing';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { openVisit } from '../support/open-client.ts';

/** Texts that would run a script, load something or be a link if the page read them as HTML or as links. */
const HOSTILE = [
  '<img src=x onerror="globalThis.broken=1">',
  '<script>globalThis.broken=1</script>',
  '[press](javascript:globalThis.broken=1)',
  '[press](data:text/html,<script>1</script>)',
  '<javascript:globalThis.broken=1>',
  '**<svg onload=globalThis.broken=1>**',
  '`<style>*{display:none}</style>`',
  '<t:99999999999999999999:R>',
  '<@999999999999999999> </not a command:1>',
] as const;

let browser: Browser;
let discord: LocalDiscord;
let bot: Client<true>;

beforeAll(async () => {
  if (skipWithoutBrowser) return;
  browser = await openBrowser();
  discord = await openLocalDiscord({ openPage: () => openPage(), rateLimits: false });
  bot = await logIn(discord);
});
afterAll(async () => {
  await browser?.close();
  await bot?.destroy();
  await discord?.close();
});

describe.skipIf(skipWithoutBrowser)('untrusted text on the page', () => {
  it.each(HOSTILE)('is shown as text: %s', async (content) => {
    await using visit = await openVisit(browser, discord.url);
    const channel = await bot.channels.fetch(discord.channelId);
    if (!channel?.isSendable()) throw new Error('The channel takes no messages.');
    const before = discord.state.messages(discord.channelId).length;
    await channel.send({
      content,
      embeds: [
        { title: content, description: content, fields: [{ name: content, value: content }] },
      ],
    });
    await visit.messages.nth(before).waitFor();
    expect(await visit.messages.nth(before).getByRole('link').count()).toBe(0);
    expect(await visit.page.evaluate(() => 'broken' in globalThis)).toBe(false);
    expect(visit.problems).toEqual([]);
  });
});

describe.skipIf(skipWithoutBrowser)('another site in the same browser', () => {
  let other: Server;
  let origin: string;

  beforeAll(async () => {
    other = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      const framed = new URL(request.url ?? '/', 'http://localhost').searchParams.get('frame');
      const frame = framed === null ? '' : `<iframe src="${framed}"></iframe>`;
      response.end(`<!doctype html><title>Another site</title>${frame}`);
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterAll(() => other.close());

  it('can neither read the local Discord nor do anything in it', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    const before = discord.state.messages(discord.channelId).length;
    const got = await page.evaluate(async (url) => {
      const body = JSON.stringify({ do: 'send-message', content: 'driven by another site' });
      const attempts: Record<string, () => Promise<unknown>> = {
        view: async () => (await fetch(`${url}/local/view`)).text(),
        messages: async () => (await fetch(`${url}/local/messages`, { mode: 'cors' })).text(),
        act: async () =>
          (
            await fetch(`${url}/local/act`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body,
            })
          ).text(),
        actSimply: async () => {
          await fetch(`${url}/local/act`, { method: 'POST', mode: 'no-cors', body });
          return 'blind';
        },
        events: () =>
          new Promise((resolve, reject) => {
            const stream = new EventSource(`${url}/local/events`);
            stream.addEventListener('open', () => resolve('open'));
            stream.addEventListener('error', () => reject(new Error('refused')));
          }),
        gateway: () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway`);
            socket.addEventListener('open', () => resolve('open'));
            socket.addEventListener('error', () => reject(new Error('refused')));
          }),
      };
      const outcomes: Record<string, unknown> = {};
      for (const [name, attempt] of Object.entries(attempts)) {
        outcomes[name] = await attempt().catch(() => 'refused');
      }
      return outcomes;
    }, discord.url);
    expect(got).toEqual({
      view: 'refused',
      messages: 'refused',
      act: 'refused',
      actSimply: 'blind',
      events: 'refused',
      gateway: 'refused',
    });
    expect(discord.state.messages(discord.channelId)).toHaveLength(before);
    await page.close();
  });

  it('cannot show the page in a frame', async () => {
    const page = await browser.newPage();
    const refusals: string[] = [];
    page.on('console', (message) => refusals.push(message.text()));
    await page.goto(`${origin}/?frame=${discord.url}/`);
    await expect.poll(() => refusals.join()).toMatch(/frame-ancestors|403/);
    expect(await page.frames()[1]?.locator('local-discord').count()).toBe(0);
    await page.close();
  });
});
