import { UserError } from '../errors.ts';
import { cutText } from './cut-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import type { Message } from './message.ts';

/**
 * What the asker is told when a command failed: a UserError's own message; for anything else an
 * apology with the reference under which the log has it.
 */
export function renderError(error: unknown, reference: string): Message {
  const content =
    error instanceof UserError
      ? escapeAroundCode(cutText(error.message, DISCORD_LIMITS.contentLength, sizeOf))
      : `Sorry, something went wrong here, and it is not your fault. If it happens again, tell whoever runs this bot the reference \`${reference}\`.`;
  return { content, allowed_mentions: { parse: [] } };
}

/** Messages quote what people typed and name commands in backticks; nothing else in them is markdown. */
function escapeAroundCode(message: string): string {
  return message
    .split(/(`[^`\n]+`)/u)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

function sizeOf(message: string): number {
  return escapeAroundCode(message).length;
}
