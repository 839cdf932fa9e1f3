import { openWeb, type Web } from './open-web.ts';

/** A report on a publisher's site. */
export interface SiteReport {
  readonly path: string;
  readonly title: string;
  readonly at: Date;
  readonly paragraphs: readonly string[];
}

/** A publisher's site on loopback, with a feed of teasers and a page for each report. */
export interface Site extends Web {
  readonly feedUrl: string;
  /** Adds a report at the beginning of the feed, and its page. */
  publish(report: SiteReport): void;
  /** Breaks every connection from now on. */
  goDown(): void;
}

export async function openSite(name: string): Promise<Site> {
  const reports: SiteReport[] = [];
  let isDown = false;
  const web = await openWeb((request, response) => {
    if (isDown) {
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
    goDown: () => {
      isDown = true;
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
