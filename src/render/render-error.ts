import { UserError } from '../errors.ts';
import { cutText } from './cut-text.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

/**
 * What the asker is told when a command failed: a UserError's own message; for anything else an
 * apology with the reference under which the log has it.
 */
export function renderError(error: unknown, reference: string): Message {
  const content =
    error instanceof UserError
      ? cutText(error.message, LIMITS.contentLength)
      : `Sorry, something went wrong here, and it is not your fault. If it happens again, tell whoever runs this bot the reference \`${reference}\`.`;
  return { content, allowed_mentions: { parse: [] } };
}
