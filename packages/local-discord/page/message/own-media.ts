const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Returns the path of a file that this page may load: one on the server that serves the page, under any
 * name of this machine. Returns undefined for all others.
 */
export function ownMediaPath(address: string, pageAddress: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const page = new URL(pageAddress);
  const sameMachine = LOOPBACK.has(url.hostname) && LOOPBACK.has(page.hostname);
  const sameServer = url.host === page.host || (sameMachine && url.port === page.port);
  return sameServer && url.protocol === page.protocol ? url.pathname + url.search : undefined;
}
