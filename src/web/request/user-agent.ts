import { VERSION } from '../../version.ts';

/** The name that robots.txt files know us by. */
export const AGENT_NAME = 'Dateline';

/** What we call ourselves to publishers, with where they reach the person who runs this bot. */
export function buildUserAgent(contactUrl?: string): string {
  const name = `${AGENT_NAME}/${VERSION.split('.').slice(0, 2).join('.')}`;
  return contactUrl === undefined ? name : `${name} (+${contactUrl})`;
}
