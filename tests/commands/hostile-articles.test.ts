import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask/ask-command.ts';
import { digest } from '../../commands/digest/digest-command.ts';
import { latest } from '../../commands/latest.ts';
import { search } from '../../commands/search/search-command.ts';
import { stories } from '../../commands/stories/stories-command.ts';
import { story } from '../../commands/story/story-command.ts';
import { sources } from '../../commands/sources/sources-command.ts';
import { summarize } from '../../commands/summarize/summarize-command.ts';
import { why } from '../../commands/why/why-command.ts';
import type { Message } from '../../src/render/message.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { hostileText } from '../support/hostile-text.ts';
import { runCommand, suggest } from '../support/run-command.ts';
import { readText } from '../support/shown-text.ts';

const text = hostileText({ maxLength: 4000 });
const hostileArticle = fc
  .record({ id: fc.uuid(), title: text, source: text, body: text, caption: text })
  .map(({ id, title, source, body, caption }) =>
    buildArticle({
      id: id.slice(0, 8),
      title: title.trim() || 'T',
      source: source.trim() || 'S',
      place: caption,
      text: `${body.trim()} The river rose by four metres in the valley at night. It broke the old dam above the town before dawn. Nobody in the town had been told to leave. Boats carried the old and the sick to the school. The mayor asked the army for tents. Trains stood still until the evening.`,
      captions: [{ text: caption, credit: title }],
      url: `https://news.example/${id}`,
    }),
  );

/** The markup of a message that is not our own. */
function listForeignMarkup(message: Message): string[] {
  const withoutEscapes = readText(message).replaceAll(/\\[^0-9A-Za-z\s]/gu, 'x');
  const withoutOurs = withoutEscapes
    .replaceAll(/\]\(https:\/\/news\.example\/[0-9a-f-]+\)/gu, '')
    .replaceAll(/<t:\d+:[tDfFR]>/gu, '')
    .replaceAll(
      /`dateline import PATH`|`\/digest now`|\*\*|^#{2,3} |^-# |^- |^Picture: |Key terms: |\[/gmu,
      '',
    );
  return withoutOurs.match(/@|<[@#:/]|\]\(|https?:\/\/|`|\|\||~~|^#{1,3} |^> /gmu) ?? [];
}

describe('articles by an attacker', () => {
  it(
    'are shown as plain text in every answer, within every limit',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(hostileArticle, { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
          async (articles) => {
            const context = buildContext(await buildServices(articles));
            const answers = [
              await runCommand(latest, context, { count: 10 }),
              await runCommand(latest, context, { topic: 'army tents', count: 10 }),
              await runCommand(search, context, { query: 'river dam' }),
              await runCommand(ask, context, { question: 'Did boats carry the sick to a school?' }),
              await runCommand(digest, context, { stories: 10 }, 'now'),
              await runCommand(stories, context),
              await runCommand(story, context, { story: articles[0]?.id }),
              await runCommand(sources, context, {}, 'list'),
              await runCommand(summarize, context, { article: articles[0]?.id, length: 'long' }),
              await runCommand(why, context, { story: articles[0]?.id }, 'story'),
              await runCommand(why, context, { article: articles[0]?.id }, 'article'),
            ];
            for (const answer of answers) {
              expect(listForeignMarkup(answer)).toEqual([]);
              expect(answer.allowed_mentions).toEqual({ parse: [] });
            }
            const choices = [
              ...(await suggest(summarize, context, 'article', '')),
              ...(await suggest(story, context, 'story', '')),
              ...(await suggest(story, context, 'story', articles[0]?.title ?? '')),
            ];
            for (const { name, value } of choices) {
              expect(name.length).toBeLessThanOrEqual(100);
              expect(articles.map(({ id }) => id)).toContain(value);
            }
          },
        ),
        { numRuns: 20 },
      );
    },
  );
});
