import { secureHeaders } from 'hono/secure-headers';
import type { RestApp } from '../rest/rest-app.ts';
import { isFromThisMachine } from './is-from-this-machine.ts';

/** Headers of every response: browsers must not sniff its type or give it to other sites. */
const common = {
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Loopback is served without HTTPS.
  strictTransportSecurity: false,
} as const;

const forbidden = { frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };

/** The page may load files and pictures only from this server, and connect only to it. */
const forPage = secureHeaders({
  ...common,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    ...forbidden,
  },
});

/** Files that bots and people send must never run as a page, whatever they contain. */
const forFiles = secureHeaders({
  ...common,
  contentSecurityPolicy: { defaultSrc: ["'none'"], sandbox: [], ...forbidden },
});

/**
 * Serves only scripts and this server's own page, and sets headers that isolate its responses in browsers.
 * So no other site in the same browser can read anything here or act as a user.
 */
export function guardBrowsers(app: RestApp): void {
  app.use(async (c, next) => {
    const isNavigation = c.req.path === '/' && c.req.header('sec-fetch-dest') === 'document';
    const isAllowed = isFromThisMachine({
      host: c.req.header('host'),
      origin: c.req.header('origin'),
      // Any site may link to the page.
      site: isNavigation ? undefined : c.req.header('sec-fetch-site'),
    });
    if (isAllowed) return await next();
    return c.json({ error: 'Only pages and scripts of this machine are served here.' }, 403);
  });
  for (const path of ['/', '/assets/*', '/local/*']) app.use(path, forPage);
  app.use('/attachments/*', forFiles);
}
