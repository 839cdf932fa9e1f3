import { beforeAll, describe, expect, it } from 'vitest';
import { listStories } from '../../commands/shared/stories/list-stories.ts';
import { story } from '../../commands/story/story-command.ts';
import type { Article } from '../../src/article/article.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { UNLIMITED } from '../../src/index/narrowing/narrowing.ts';
import { nameBucket } from '../../src/render/picture/bucket-words.ts';
import type { Message } from '../../src/render/message.ts';
import { STORY_VIEWS } from '../../src/render/render-story-menu.ts';
import type { Story } from '../../src/story/story.ts';
import { splitTokens } from '../../src/text/tokens.ts';
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

/** Whether a text has a word or name, in small letters or capitals. */
function hasWord(text: string, word: string): boolean {
  const wordsOf = (one: string) =>
    ` ${splitTokens(one.toLowerCase())
      .map((token) => token.text)
      .join(' ')} `;
  return wordsOf(text).includes(wordsOf(word));
}

const nameDay = (at: number): string => nameBucket('day', at);

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Whether an article of a publisher has these words, word for word. */
function isIn(said: string, source: string): boolean {
  const own = articles.filter((article) => article.source === source);
  return own.some(({ text }) => plain(text).includes(plain(said)));
}

/** A view of each story of the samples. */
async function show(view: string): Promise<Message[]> {
  const { context, stories } = await open();
  const messages: Message[] = [];
  for (const { id } of stories) {
    const message = await story.components!['view']!([id], context, [view]);
    expect(checkMessage(message)).toEqual([]);
    messages.push(message);
  }
  return messages;
}

const shownLines = (message: Message): string[] => unescapeMarkdown(readText(message)).split('\n');

async function linesOf(view: string): Promise<string[]> {
  return (await show(view)).flatMap(shownLines);
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

  it('are figures that differ in one story, by time', async () => {
    const differing = (await show('figures'))
      .map(shownLines)
      .filter((lines) => lines.some((line) => line.endsWith(': reports differ')));
    expect(differing.length).toBeGreaterThan(0);
    for (const lines of differing) {
      const times = lines.flatMap((line) => /^- <t:(\d+):/u.exec(line)?.[1] ?? []).map(Number);
      expect(times.length).toBeGreaterThan(1);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('are quotations that their publishers printed, under names that they printed', async () => {
    const speakers: string[][] = [];
    for (const message of await show('quotations')) {
      const names = new Set<string>();
      let name = '';
      for (const line of shownLines(message)) {
        name = /^\*\*(.+)\*\*$/u.exec(line)?.[1] ?? name;
        const [, said = '', source = ''] = /^- “(.+)” \*(.+?)\* <t:/u.exec(line) ?? [];
        if (said === '') continue;
        expect(isIn(said, source)).toBe(true);
        expect(articles.some(({ text }) => plain(text).includes(name))).toBe(true);
        names.add(name);
      }
      speakers.push([...names]);
    }
    // One story has two speakers.
    expect(speakers).toContainEqual(['James Cameron', 'Rear Adm. John Mauger']);
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

  it('are sentences that only one publisher has', async () => {
    const only = (await linesOf('brief')).flatMap(
      (line) => /^(.+) (?:\*(.+?)\*|\[(.+?)\]\(.+\)) · found in no other report$/u.exec(line) ?? [],
    );
    expect(only.length).toBeGreaterThan(0);
    for (let at = 0; at < only.length; at += 4) {
      const [sentence = '', plainSource, linkedSource] = only.slice(at + 1, at + 4);
      expect(isIn(sentence, plainSource ?? linkedSource ?? '')).toBe(true);
      const having = articles.filter(({ text }) => plain(text).includes(sentence));
      expect(having).toHaveLength(1);
    }
  });

  it('are words of one publisher that no other article of the story has in any form', async () => {
    const { context, stories } = await open();
    let count = 0;
    for (const { id, articles: own } of stories) {
      const message = await story.components!['view']!([id], context, ['coverage']);
      for (const line of shownLines(message)) {
        const found = /^- <t:\d+:D> (?:\*(.+?)\*|\[(.+?)\]\(.+?\)) · .+ · only here: (.+)$/u.exec(
          line,
        );
        if (!found) continue;
        const source = found[1] ?? found[2] ?? '';
        for (const word of found[3]!.split(', ')) {
          const having = articles.filter(
            (one) =>
              own.some(({ url, title }) => one.title === title && one.url === url) &&
              hasWord(`${one.title} ${one.text}`, word),
          );
          expect(new Set(having.map((one) => one.source)), word).toEqual(new Set([source]));
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  it('are in the pictures as in the words: the same dates, publishers and numbers', async () => {
    for (const message of await show('timeline')) {
      const days = [...readText(message).matchAll(/^\*\*<t:(\d+):D>\*\*$/gmu)];
      const [picture] = message.pictures ?? [];
      expect(picture === undefined).toBe(days.length === 0);
      if (!picture) continue;
      const names = days.map(([, second]) => nameDay(Number(second) * 1000));
      const [head = ''] = picture.description.split('. ');
      expect(head.replace(' and ', ', ')).toContain(`: ${names.join(', ')}`);
    }
    for (const message of await show('coverage')) {
      const publishers = [
        ...unescapeMarkdown(readText(message)).matchAll(
          /^- <t:(\d+):D> (?:\*(.+?)\*|\[(.+?)\]\(.+?\)).* · (\d+) articles?/gmu,
        ),
      ];
      const [picture] = message.pictures ?? [];
      if (!picture) continue;
      for (const [, second, plainName, linked, count] of publishers) {
        const day = nameDay(Number(second) * 1000);
        expect(picture.description).toContain(`${plainName ?? linked} ${count} from ${day}`);
      }
    }
  });

  it('are the same however the articles arrived', async () => {
    const { context, stories } = await open();
    const { context: shuffled } = await open(articles.toReversed());
    for (const { id } of stories.slice(0, 10)) {
      for (const view of Object.keys(STORY_VIEWS)) {
        const look = story.components!['view']!;
        expect(await look([id], shuffled, [view])).toEqual(await look([id], context, [view]));
      }
    }
  });
});
