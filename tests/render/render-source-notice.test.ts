import { describe, expect, it } from 'vitest';
import { checkMessage } from '../support/check-message.ts';
import { renderSourceNotice } from '../../src/render/render-source-notice.ts';
import { buildFeed } from '../support/build-source.ts';
import { NOW } from '../support/build-services.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

const since = NOW.toISOString();
const failures = { count: 20, since, reason: 'dns', message: 'its *name* is not known' };
const paused = { at: since, reason: 'failing' } as const;

describe('renderSourceNotice', () => {
  it.each([
    ['host', 'The person who runs this bot can fix that.'],
    ['100', '`/sources resume` reads it again.'],
  ])('names the source, what is wrong and who can fix it: %s', (owner, next) => {
    const source = buildFeed({ name: '*Post*', owner, paused, state: { failures } });
    const message = renderSourceNotice(source, NOW);
    expect(message.content).toContain(String.raw`I no longer read **\*Post\***, which`);
    expect(unescapeMarkdown(message.content ?? '')).toContain(
      'paused after 7 days without success: its *name* is not known. ',
    );
    expect(message.content).toContain(next);
    expect(checkMessage(message)).toEqual([]);
  });

  it('fits into a message for any text by publishers', () => {
    const long = { ...failures, message: '*'.repeat(5000) };
    const source = buildFeed({ name: '*'.repeat(500), paused, state: { failures: long } });
    expect(checkMessage(renderSourceNotice(source, NOW))).toEqual([]);
  });
});
