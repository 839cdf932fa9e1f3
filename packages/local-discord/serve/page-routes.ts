import { serveStatic } from '@hono/node-server/serve-static';
import type { RestApp } from '../rest/rest-app.ts';
import type { Page } from './open-page.ts';

/**
 * Serves the page at `/` and its files at `/assets/*`. Requests wait while the page is being built. If there is
 * no page, `/` explains in text how to act over HTTP.
 */
export function addPageRoutes(
  app: RestApp,
  page: () => Promise<Page> | undefined,
  exampleCommand: () => string,
): void {
  app.get('/', async (c, next) => {
    const url = new URL(c.req.url);
    // URLs of pictures contain 127.0.0.1, and to a browser `localhost` is another site.
    if (url.hostname === 'localhost') {
      url.hostname = '127.0.0.1';
      return c.redirect(url.href);
    }
    const found = await page();
    if (found?.kind !== 'built')
      return c.text(describeUse(url.origin, exampleCommand(), found?.why));
    c.header('Cache-Control', 'no-cache');
    return await serveStatic({ root: found.folder, precompressed: true })(c, next);
  });
  app.get('/assets/*', async (c, next) => {
    const found = await page();
    if (found?.kind !== 'built') return c.notFound();
    // The file names contain a hash of the content.
    const onFound = () => c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return await serveStatic({ root: found.folder, precompressed: true, onFound })(c, next);
  });
  // Browsers request it even if the page does not name one.
  app.get('/favicon.ico', (c) => c.body(null, 204));
}

/** Describes how to act without the page, for somebody who opens the URL in a browser. */
function describeUse(url: string, command: string, why: string | undefined): string {
  return `This is a Discord on this machine. ${why === undefined ? '' : `Its page is missing. ${why}\n`}
The bot in it answers when you act as a member:

curl -s ${url}/local/act -H 'content-type: application/json' \\
  -d '{"do": "run-command", "name": "${command}"}'

${url}/local/state lists channels, members and the commands that the bot has registered.
`;
}
