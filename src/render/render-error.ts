import { UserError } from '../errors.ts';
import { cutText } from './cut-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import type { Message } from './message.ts';

/**
 * What the requester is told when a command failed: a UserError's own message; for anything else an
 * apology with the reference under which the log has it.
 */
export function renderError(error: unknown, reference: string): Message {
  const content =
    error instanceof UserError
      ? escapeAroundCode(
          cutText(error.forMembers ?? error.message, DISCORD_LIMITS.contentLength, sizeOf),
        )
      : `Sorry, something went wrong, and it is not your fault. If it happens again, give the person who runs this bot the reference \`${reference}\`.`;
  return { content, allowed_mentions: { parse: [] } };
}

/** Messages quote user input and name commands in backticks. Nothing else in them is Markdown. */
function escapeAroundCode(message: string): string {
  return message
    .split(/(`[^`\n]+`)/u)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

function sizeOf(message: string): number {
  return escapeAroundCode(message).length;
}
