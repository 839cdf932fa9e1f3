import { openWeb, type Web } from './open-web.ts';

/** One report that a publisher has on its site. */
export interface SiteReport {
  readonly path: string;
  readonly title: string;
  readonly at: Date;
  readonly paragraphs: readonly string[];
}

/** A publisher's site on loopback: a feed of teasers, a page for each report, and a plug to pull. */
export interface Site extends Web {
  readonly feedUrl: string;
  /** Puts a report on the feed, the newest first, and its page on the site. */
  publish(report: SiteReport): void;
  /** From now on every connection is broken off. */
  die(): void;
}

/** Opens a site. */
export async function openSite(name: string): Promise<Site> {
  const reports: SiteReport[] = [];
  let isDead = false;
  const web = await openWeb((request, response) => {
    if (isDead) {
      request.socket.destroy();
      return;
    }
    const origin = `http://${request.headers.host}`;
    const report = reports.find(({ path }) => path === request.url);
    if (request.url === '/feed') {
      response.setHeader('content-type', 'application/rss+xml');
      response.end(renderFeed(name, reports, origin));
    } else if (report) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(renderPage(report));
    } else {
      response.writeHead(404).end();
    }
  });
  return {
    ...web,
    feedUrl: `${web.origin}/feed`,
    publish: (report) => void reports.unshift(report),
    die: () => {
      isDead = true;
    },
  };
}

function renderFeed(name: string, reports: readonly SiteReport[], origin: string): string {
  const items = reports.map(
    ({ path, title, at, paragraphs }) =>
      `<item><title>${title}</title><link>${origin}${path}</link><guid>${origin}${path}</guid>
        <pubDate>${at.toUTCString()}</pubDate><description>${paragraphs[0]?.slice(0, 60)}…</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>${origin}/</link>
    <description>News</description>${items.join('')}</channel></rss>`;
}

function renderPage({ title, paragraphs }: SiteReport): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>${title}</h1>${body}</article></body></html>`;
}
