import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { UnwritableStoreError } from '../../src/store/store-fault.ts';
import { checkMessage } from '../support/check-message.ts';
import { renderError } from '../../src/render/render-error.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

describe('renderError', () => {
  it('shows the message of a UserError', () => {
    const message = renderError(new UserError('not-found', 'No such edition.'), 'ab12');
    expect(message.content).toBe('No such edition.');
  });

  it('shows members the sentence for them, if the message is for the person who runs the bot', () => {
    const error = new UnwritableStoreError('The disk is full: /srv/news.sqlite', 'full');
    const { content } = renderError(error, 'ab12');
    expect(unescapeMarkdown(content ?? '')).toBe(
      "Nothing can be saved right now, because the disk of the bot's store is full. What was saved is safe, and what only reads still works. The person who runs the bot has to mend it; then try again.",
    );
  });

  it('apologizes for anything else, and reveals only the reference', () => {
    const { content } = renderError(new Error('ECONNREFUSED 10.0.0.7'), 'ab12');
    expect(content).toContain('ab12');
    expect(content).not.toContain('ECONNREFUSED');
  });

  it('shows user input as it was typed, and commands as code', () => {
    const typed = '**0 8 * * *** <@1> [x](https://evil.example) @everyone';
    const { content } = renderError(
      new UserError('bad-option', `"${typed}" is not a cron expression; try \`*/15 * * * *\`.`),
      'ab12',
    );
    expect(content).toContain('`*/15 * * * *`');
    expect(unescapeMarkdown(content ?? '')).toBe(
      `"${typed}" is not a cron expression; try \`*/15 * * * *\`.`,
    );
    expect(content).not.toMatch(/(?<!\\)(?:@|<|\]\(|https:|\*\*)/u);
  });

  it.each(['a `b', '`` <@1> ``', '`<@1>``@here`'])(
    'does not pair a stray backtick with its own: %s',
    (typed) => {
      const { content } = renderError(
        new UserError('bad-option', `${typed} is wrong; see \`/help\`.`),
        'ab12',
      );
      const outsideCode = (content ?? '').replaceAll(/(?<!\\)`[^`\n]+`/gu, '');
      expect(outsideCode).not.toMatch(/(?<!\\)[@<`]/u);
    },
  );

  it('stays within the limit', () => {
    const message = renderError(new UserError('bad-input', 'a '.repeat(4000)), 'ab12');
    expect(checkMessage(message)).toEqual([]);
    const starred = renderError(new UserError('bad-input', '* '.repeat(1000)), 'ab12');
    expect(checkMessage(starred)).toEqual([]);
  });
});
