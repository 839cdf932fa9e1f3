import type { Browser, CDPSession, Page } from 'playwright-core';
import { PROBE } from './probe.ts';

/** Ms until a message's words are drawn, and until its pictures are drawn too. */
export interface Drawn {
  readonly words: number;
  readonly pictures: number;
}

/** Bytes on the wire, headers included. */
export interface Transferred {
  /** HTML, scripts and styles. */
  readonly page: number;
  /** Data from the local Discord. */
  readonly data: number;
  /** The pictures of messages. */
  readonly pictures: number;
}

/** The page in a browser context of its own, with a probe that times it. */
export interface TimedPage {
  readonly page: Page;
  /** From the start of the navigation to the first message. */
  readonly opened: Drawn;
  readonly transferred: () => Transferred;
  readonly close: () => Promise<void>;
}

/** Opens the page with an empty cache and no stored state, and waits until the first message is drawn. */
export async function openTimed(browser: Browser, url: string): Promise<TimedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript({ content: PROBE });
  const page = await context.newPage();
  const transferred = countBytes(await context.newCDPSession(page));
  await page.goto(url, { waitUntil: 'commit' });
  return {
    page,
    opened: await page.evaluate<Drawn>('probe.first'),
    transferred,
    close: () => context.close(),
  };
}

function countBytes(session: CDPSession): () => Transferred {
  const kinds = new Map<string, keyof Transferred>();
  const bytes = { page: 0, data: 0, pictures: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => {
    const isData = type === 'Fetch' || type === 'XHR' || type === 'EventSource';
    kinds.set(requestId, isData ? 'data' : type === 'Image' ? 'pictures' : 'page');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'page'] += encodedDataLength;
  });
  void session.send('Network.enable');
  return () => ({ ...bytes });
}
