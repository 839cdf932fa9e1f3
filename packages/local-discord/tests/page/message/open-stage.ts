import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { PAGE_RESOLVE } from '../../../build-page.ts';
import { openBrowser } from '../../../testing/open-browser.ts';

const PAGE_SOURCES = join(import.meta.dirname, '../../../page');
const ORIGIN = 'http://127.0.0.1:8080';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="#7fa"/></svg>';

/** Shows messages on the page, and collects their events. */
const SCRIPT = `
import '/message-view.js';
const channel = { id: '661720242585600009', type: 0, name: 'general', canSend: true };
const me = { user: { id: '661720242585600001', username: 'manager', global_name: 'Manager' }, nick: null, roles: [] };
const lookup = {
  meId: me.user.id, locale: 'en-GB', zone: 'Europe/Berlin', now: () => Date.UTC(2026, 10, 24, 16, 3),
  member: (id) => (id === me.user.id ? me : undefined), role: () => undefined,
  channel: (id) => (id === channel.id ? channel : undefined), commandId: (name) => (name === 'digest now' ? '1' : undefined),
  members: [me], roles: [], channels: [channel],
};
window.events = [];
for (const name of ['press', 'select', 'message-menu', 'dismiss', 'open-channel', 'use-command']) {
  document.addEventListener('page-' + name, (event) => window.events.push([name, event.detail]));
}
window.show = (messages) => {
  document.querySelector('main').replaceChildren(...messages.map((message) =>
    Object.assign(document.createElement('message-view'), { message, lookup })));
};
`;

/** A page that has only messages, with the same policy as the real page. */
export interface Stage {
  readonly page: Page;
  /** The browser's errors and warnings, and requests to other servers. */
  readonly complaints: readonly string[];
  show(...messages: readonly Partial<APIMessage>[]): Promise<void>;
  /** Returns the messages' events since the last call. */
  takeEvents(): Promise<unknown>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const [browser, script, theme] = await Promise.all([
    openBrowser(),
    buildScript(),
    readFile(join(PAGE_SOURCES, 'styles/theme.css'), 'utf8'),
  ]);
  const page = await openPage(browser, {
    '/': [
      'text/html',
      `<!doctype html><html lang="en"><head><title>Stage</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/theme.css"><script type="module" src="/stage.js"></script></head><body><main></main></body></html>`,
    ],
    '/theme.css': ['text/css', theme],
    '/stage.js': ['text/javascript', SCRIPT],
    '/message-view.js': ['text/javascript', script],
    '/attachments/map.svg': ['image/svg+xml', PICTURE],
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Other messages are harmless, such as one about a second autofocus.
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:data:|http:\/\/127\.0\.0\.1:8080\/)/.test(request.url())) {
      complaints.push(request.url());
    }
  });
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction('window.show');
  return {
    page,
    complaints,
    async show(...messages) {
      await page.evaluate(
        `window.show(${JSON.stringify(messages.map((message, at) => ({ ...PLAIN, id: `${at + 1}`, ...message })))})`,
      );
    },
    takeEvents: () => page.evaluate('window.events.splice(0)'),
    close: () => browser.close(),
  };
}

const PLAIN = {
  type: 0,
  channel_id: '661720242585600009',
  author: { id: '661720242585600004', username: 'Test Bot', global_name: null, bot: true },
  content: '',
  timestamp: '2026-11-24T16:00:00Z',
  edited_timestamp: null,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  flags: 0,
};

async function openPage(
  browser: Browser,
  files: Readonly<Record<string, readonly [type: string, body: string]>>,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  await page.route('**/*', async (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
    if (contentType === undefined || body === undefined) return route.abort();
    return route.fulfill({
      contentType,
      body,
      headers: { 'Content-Security-Policy': POLICY },
    });
  });
  return page;
}

async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: PAGE_SOURCES,
    logLevel: 'warn',
    resolve: PAGE_RESOLVE,
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(PAGE_SOURCES, 'message/message-view.ts'), formats: ['es'] },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('Nothing was built.');
  return result.output[0].code;
}
