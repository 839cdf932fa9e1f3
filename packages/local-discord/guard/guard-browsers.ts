import { secureHeaders } from 'hono/secure-headers';
import type { RestApp } from '../rest/rest-app.ts';
import { isFromThisMachine } from './is-from-this-machine.ts';

/** What every answer to a browser says: take it for what it is, and show it to no other site. */
const common = {
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // There is no https on loopback.
  strictTransportSecurity: false,
} as const;

const nowhere = { frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };

/** The page loads its own files and pictures from this address, and speaks to nothing else. */
const forPage = secureHeaders({
  ...common,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    ...nowhere,
  },
});

/** What bots and people send is never a page, whatever it says. */
const forFiles = secureHeaders({
  ...common,
  contentSecurityPolicy: { defaultSrc: ["'none'"], sandbox: [], ...nowhere },
});

/**
 * Lets only scripts and pages of this machine in, and tells browsers to keep what they get apart. A page
 * that is open in the same browser can then neither read nor drive anything here.
 */
export function guardBrowsers(app: RestApp): void {
  app.use(async (c, next) => {
    const isOpening = c.req.path === '/' && c.req.header('sec-fetch-dest') === 'document';
    const isAllowed = isFromThisMachine({
      host: c.req.header('host'),
      origin: c.req.header('origin'),
      // Any site may have a link to the page.
      site: isOpening ? undefined : c.req.header('sec-fetch-site'),
    });
    if (isAllowed) return await next();
    return c.json({ error: 'Only pages and scripts of this machine are served here.' }, 403);
  });
  for (const path of ['/', '/assets/*', '/local/*']) app.use(path, forPage);
  app.use('/attachments/*', forFiles);
}
