import { beforeAll, describe, expect, it } from 'vitest';
import { listStories } from '../../commands/shared/stories/list-stories.ts';
import { story } from '../../commands/story/story-command.ts';
import type { Article } from '../../src/article/article.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { UNLIMITED } from '../../src/index/narrowing/narrowing.ts';
import { STORY_VIEWS } from '../../src/render/render-story-menu.ts';
import type { Story } from '../../src/story/story.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { readSamples } from '../support/read-samples.ts';
import { checkMessage } from '../support/check-message.ts';
import { readText, unescapeMarkdown } from '../support/shown-text.ts';

let articles: Article[];
beforeAll(async () => {
  articles = await readSamples();
});

/** A bot with the samples, and their stories. */
async function open(stored = articles): Promise<{ context: CommandContext; stories: Story[] }> {
  const context = buildContext(await buildServices(stored));
  return { context, stories: await listStories(UNLIMITED, context) };
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Whether an article of a publisher has these words, word for word. */
function isIn(said: string, source: string): boolean {
  const own = articles.filter((article) => article.source === source);
  return own.some(({ text }) => plain(text).includes(plain(said)));
}

async function linesOf(view: string): Promise<string[]> {
  const { context, stories } = await open();
  const lines: string[] = [];
  for (const { id } of stories) {
    const message = await story.components!['view']!([id], context, [view]);
    expect(checkMessage(message)).toEqual([]);
    lines.push(...unescapeMarkdown(readText(message)).split('\n'));
  }
  return lines;
}

describe('the facts of the stories in the samples', () => {
  it('are figures in sentences that their publishers wrote, each with its number in bold', async () => {
    const shown = (await linesOf('figures'))
      .map((line) => /^- <t:\d+:\w> \*(.+?)\*: (.+)$/u.exec(line))
      .filter((match) => match !== null);
    expect(shown.length).toBeGreaterThan(3);
    for (const [, source = '', sentence = ''] of shown) {
      expect(sentence).toMatch(/\*\*[^*]+\*\*/u);
      expect(isIn(sentence.replaceAll('**', ''), source)).toBe(true);
    }
  });

  it('are quotations that their publishers printed, under names that they printed', async () => {
    let name = '';
    for (const line of await linesOf('quotations')) {
      name = /^\*\*(.+)\*\*$/u.exec(line)?.[1] ?? name;
      const [, said = '', source = ''] = /^- “(.+)” \*(.+?)\* <t:/u.exec(line) ?? [];
      if (said === '') continue;
      expect(isIn(said, source)).toBe(true);
      expect(articles.some(({ text }) => plain(text).includes(name))).toBe(true);
    }
  });

  it('are sentences of a timeline that their publishers wrote, the dates in order', async () => {
    const lines = await linesOf('timeline');
    const dates: number[][] = [];
    for (const [at, shown] of lines.entries()) {
      if (shown.startsWith('## ')) dates.push([]);
      const day = /^\*\*<t:(\d+):D>\*\*$/u.exec(shown)?.[1];
      if (day === undefined) continue;
      dates.at(-1)!.push(Number(day));
      const line = /^(.+) (?:\*(.+?)\*|\[(.+?)\]\(.+\))$/u.exec(lines[at + 1] ?? '');
      const [, sentence = '', plainSource, linkedSource = ''] = line ?? [];
      expect(isIn(sentence, plainSource ?? linkedSource)).toBe(true);
    }
    expect(Math.max(...dates.map(({ length }) => length))).toBeGreaterThan(3);
    for (const days of dates) expect(days).toEqual(days.toSorted((a, b) => a - b));
  });

  it('are the same however the articles arrived', async () => {
    const { context, stories } = await open();
    const { context: shuffled } = await open(articles.toReversed());
    for (const { id } of stories.slice(0, 10)) {
      for (const view of Object.keys(STORY_VIEWS)) {
        const show = story.components!['view']!;
        expect(await show([id], shuffled, [view])).toEqual(await show([id], context, [view]));
      }
    }
  });
});
