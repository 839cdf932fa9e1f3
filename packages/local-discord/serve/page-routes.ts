import { serveStatic } from '@hono/node-server/serve-static';
import type { RestApp } from '../rest/rest-app.ts';
import type { Page } from './open-page.ts';

/**
 * Serves the page at `/` and what it is made of at `/assets/*`. While it is being built, who asks waits;
 * where there is none, how else to act is told in words.
 */
export function addPageRoutes(
  app: RestApp,
  page: () => Promise<Page> | undefined,
  exampleCommand: () => string,
): void {
  app.get('/', async (c, next) => {
    const url = new URL(c.req.url);
    // Pictures are addressed by number, and to a browser the name is another site.
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
    // Their names have a hash of what is in them.
    const onFound = () => c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return await serveStatic({ root: found.folder, precompressed: true, onFound })(c, next);
  });
  // Browsers ask for it whatever the page says.
  app.get('/favicon.ico', (c) => c.body(null, 204));
}

/** What someone who opens the address in a browser is told where there is no page. */
function describeUse(url: string, command: string, why: string | undefined): string {
  return `This is a Discord on this machine. ${why === undefined ? '' : `Its page is missing. ${why}\n`}
The bot in it answers when you act as a member:

curl -s ${url}/local/act -H 'content-type: application/json' \\
  -d '{"do": "run-command", "name": "${command}"}'

${url}/local/state lists channels, members and the commands that the bot has registered.
`;
}
