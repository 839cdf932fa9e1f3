import { VERSION } from '../../version.ts';

/** The name by which robots.txt files address the bot. */
export const AGENT_NAME = 'Dateline';

/** Builds the User-Agent header. It tells publishers how to reach the person who runs this bot. */
export function buildUserAgent(contactUrl?: string): string {
  const name = `${AGENT_NAME}/${VERSION.split('.').slice(0, 2).join('.')}`;
  return contactUrl === undefined ? name : `${name} (+${contactUrl})`;
}
