import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { story } from '../../commands/story/story-command.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { servicesFor } from '../../src/command/services-for.ts';
import type { ArticleIndex } from '../../src/index/article-index.ts';
import type { StoryBook } from '../../src/story/book/story-book.ts';
import type { Message } from '../../src/render/message.ts';
import { buildArticle } from '../support/build-article.ts';
import { VIEW_NAMES } from '../../src/render/render-story-menu.ts';
import { buildReport } from '../support/build-news.ts';
import { buildFeed } from '../support/build-source.ts';
import { buildCoverage } from '../support/build-coverage.ts';
import { buildContext, buildServices, NOW } from '../support/build-services.ts';
import { checkMessage } from '../support/check-message.ts';
import { hostileText } from '../support/hostile-text.ts';
import { pressButton, runCommand, suggest } from '../support/run-command.ts';
import { readAll, readText, unescapeMarkdown } from '../support/shown-text.ts';

const at = (hour: number) => new Date(Date.UTC(2024, 2, 14, 0) + hour * 3_600_000).toISOString();
const SOURCES = ['Harbour Post', 'Example Times', 'North Gazette', 'Old Town Echo'];
const FLOOD = buildCoverage('flood', SOURCES, at);
const STRIKE = buildCoverage('strike', ['Harbour Post'], () => at(8));
const MANY = Array.from({ length: 20 }, (_, index) =>
  buildReport('flood', `Paper ${String.fromCharCode(65 + index)}`, at(index / 2), {
    id: `flood-${index}`,
  }),
);
const SERVER = '100000000000000001';

/** Chooses from the menu "Open a story", as the dispatcher does. */
async function open(id: string, context: CommandContext): Promise<Message> {
  const message = await story.replies!['open']!([], context, [id]);
  expect(checkMessage(message)).toEqual([]);
  return message;
}

/** The articles of a story, as their view lists them. */
const listArticles = (id: string, context: CommandContext): Promise<Message> =>
  runCommand(story, context, { story: id, view: 'articles' });

/** The linked titles of the articles. */
const articlesIn = (text: string) =>
  [...text.matchAll(/^\[.+\]\(https:\/\/([a-z-]+)\.example.*\)\n-# /gmu)].map(([, host]) => host);

describe('/story', () => {
  it('tells a story in sentences of several publishers, each followed by its own', async () => {
    const context = buildContext(await buildServices([...FLOOD, ...STRIKE]));
    const text = unescapeMarkdown(
      readText(await runCommand(story, context, { story: FLOOD[2]!.id })),
    );
    expect(text).toMatch(/^## \[.*(?:Anse|Marrow).*\]\(https/u);
    expect(text).toContain('-# 4 publishers · 4 articles · first <t:');
    const lines = text
      .split('\n')
      .map((line) => line.replace(/ · (?:also|found in) .*$/u, ''))
      .filter((line) => /^[^#[-].* \[[^\]]+\]\([^)]+\)$/u.test(line));
    const told = lines.map((line) => /^(.+) \[([^\]]+)\]\((.+)\)$/u.exec(line)!);
    expect(told.length).toBeGreaterThan(2);
    for (const [, sentence = '', source, url] of told) {
      const article = FLOOD.find((one) => one.url === url);
      expect(article?.source).toBe(source);
      expect(article?.text).toContain(sentence);
    }
    expect(told.flatMap(([, sentence = '']) => sentence.split(' ')).length).toBeLessThanOrEqual(
      110,
    );
  });

  it('says which other publishers say a sentence too, and which one only one has', async () => {
    const shared = 'Rescuers carried residents of Marrow from flooded houses along the river Anse.';
    const own = 'An archivist dried ninety parish books over a stove until Friday evening.';
    const articles = FLOOD.map((article, index) => ({
      ...article,
      id: `own-${index}`,
      text: index === 0 ? `${shared} ${own}` : `${shared} ${article.text}`,
    }));
    const context = buildContext(await buildServices(articles));
    const text = unescapeMarkdown(readText(await open('own-0', context)));
    const line = (sentence: string) => text.split('\n').find((one) => one.startsWith(sentence));
    expect(line(shared)).toMatch(/ · also \[/u);
    expect(line(own)).toMatch(/ · found in no other report$/u);
  });

  it('claims that no other report has a sentence only if all were read', async () => {
    const own = 'An archivist dried ninety parish books over a stove until Friday evening.';
    const articles = FLOOD.map((article, index) => ({
      ...article,
      id: `own-${index}`,
      text: index === 0 ? `${own} ${article.text}` : article.text,
    }));
    const told = async (...more: typeof articles): Promise<string> => {
      const context = buildContext(await buildServices([...articles, ...more]));
      return unescapeMarkdown(readText(await open('own-0', context)));
    };
    expect(await told()).toMatch(/^An archivist .+ found in no other report$/mu);
    const copy = {
      ...articles[0]!,
      id: 'copy',
      source: 'Copying Post',
      url: 'https://copy.example/1',
    };
    const text = await told(copy);
    expect(text).toContain('5 articles');
    expect(text).toContain('An archivist');
    expect(text).not.toMatch(/^An archivist .+ found in no other report$/mu);
    // More texts than are read for one answer.
    const many = MANY.concat(
      Array.from({ length: 10 }, (_, n) =>
        buildReport('flood', `Wire ${n}`, at(11 + n), { id: `more-${n}` }),
      ),
    ).map((article, n) => ({
      ...article,
      text: `${article.text} ${Array.from({ length: 60 }, (_w, k) => `Word${n}n${k}`).join(' ')}.`,
    }));
    const context = buildContext(await buildServices(many));
    expect(readText(await open('flood-0', context))).toMatch(/30 articles/u);
    expect(readText(await open('flood-0', context))).not.toContain('no other report');
  });

  describe('with a view', () => {
    const quake = (index: number, source: string, text: string) =>
      buildArticle({
        id: `quake-${index}`,
        title: 'Quake shakes the island of Ossel',
        source,
        url: `https://quake.example/${index}`,
        publishedAt: at(index),
        text,
      });
    const QUAKES = [
      quake(
        1,
        'Harbour Post',
        'The quake on Ossel killed 12 people, the governor said. It shook the island before dawn and cut the ferry line to Marrow. Rescue teams searched the old harbour of Ossel for sailors.',
      ),
      quake(
        2,
        'Example Times',
        'Fourteen people were killed in the quake on Ossel. The island lost its ferry line when the harbour wall fell. Rescue teams from Marrow brought tents for families who slept outdoors.',
      ),
    ];

    it('shows figures that differ, each number in its own sentence with publisher and time', async () => {
      const context = buildContext(await buildServices(QUAKES));
      const text = readText(
        await runCommand(story, context, { story: 'quake-1', view: 'figures' }),
      );
      const second = (hour: number) => Date.parse(at(hour)) / 1000;
      expect(text).toContain(
        [
          '**Killed**: reports differ',
          `- <t:${second(1)}:t> [Harbour Post](https://quake.example/1): The quake on Ossel killed **12** people, the governor said.`,
          `- <t:${second(2)}:t> [Example Times](https://quake.example/2): **Fourteen** people were killed in the quake on Ossel.`,
        ].join('\n'),
      );
    });

    it('says that no figures differ', async () => {
      const context = buildContext(await buildServices(FLOOD));
      const text = readText(
        await runCommand(story, context, { story: FLOOD[0]!.id, view: 'figures' }),
      );
      expect(text).toContain('No figures that differ.');
    });

    it('shows who said what, word for word, under the full name of each speaker', async () => {
      const quoted = [
        `“We pump the streets dry before the evening tide comes,” said Ada Moor, who leads the fire brigade. ${FLOOD[0]!.text}`,
        `${FLOOD[1]!.text} Moor said: “Nobody may cross the old bridge of the town today.”`,
        `${FLOOD[2]!.text} “We pump the streets dry before the evening tide comes,” Ada Moor said.`,
      ];
      const articles = quoted.map((text, index) => ({ ...FLOOD[index]!, text }));
      const context = buildContext(await buildServices(articles));
      const text = unescapeMarkdown(
        readText(await runCommand(story, context, { story: FLOOD[0]!.id, view: 'quotations' })),
      );
      expect(text.split('\n').filter((line) => /^(?:\*\*|- )/u.test(line))).toEqual([
        '**Ada Moor**',
        expect.stringContaining(
          '“We pump the streets dry before the evening tide comes,” [Harbour',
        ),
        expect.stringContaining('“Nobody may cross the old bridge of the town today.” [Example'),
      ]);
      const none = buildContext(await buildServices(FLOOD));
      const empty = await runCommand(story, none, { story: FLOOD[0]!.id, view: 'quotations' });
      expect(readText(empty)).toContain('No report names the speaker');
    });

    it('shows who reports it, the first first, and who has nothing', async () => {
      const other = { ...STRIKE[0]!, id: 'other', source: 'Meridian Wire' };
      const services = await buildServices([...FLOOD, other], {
        feeds: [
          buildFeed({ id: 'a', name: 'Harbour Post', country: 'GB' }),
          buildFeed({ id: 'b', name: 'Example Times', country: '*nowhere*' }),
        ],
      });
      const context = buildContext(services);
      const message = await runCommand(story, context, { story: FLOOD[0]!.id, view: 'coverage' });
      const text = readText(message);
      expect(text).toContain('**4 articles of 4 publishers**, 4 of them independent');
      expect(text).toContain('Articles by language: English 4');
      expect(text).toContain('Publishers by country: United Kingdom 1');
      const publishers = [...text.matchAll(/^- <t:\d+:t> \[(.+?)\]\(.+?\)(.*) · 1 article/gmu)];
      expect(publishers.map(([, name, mark]) => name! + mark!)).toEqual([
        'Harbour Post · **first**',
        ...SOURCES.slice(1),
      ]);
      expect(text).toContain('**Nothing from** Meridian Wire');
      expect(message.pictures).toMatchObject([
        {
          name: 'story-coverage.png',
          description: expect.stringContaining('Harbour Post (United Kingdom) 1 from 14 Mar'),
        },
      ]);
    });

    it('shows words that only one publisher has, as it printed them, and how many it wrote', async () => {
      const own = [
        'The archivist Ines Quintel dried parish registers over a stove. Quintel fears for the registers of older centuries.',
        'Meteorologists had warned of the storm. The meteorologists measured gusts that no gauge had shown before.',
      ];
      const articles = FLOOD.slice(0, 2).map((article, index) => ({
        ...article,
        text: `${article.text} ${own[index]}`,
      }));
      // The copy of a text has its words too.
      const copy = { ...articles[1]!, id: 'copy', source: 'Copy Post', publishedAt: at(9) };
      const context = buildContext(await buildServices([...articles, copy]));
      const text = unescapeMarkdown(
        readText(await runCommand(story, context, { story: 'copy', view: 'coverage' })),
      );
      const lineOf = (name: string) => text.split('\n').find((line) => line.includes(`[${name}]`));
      const words = articles[0]!.text.split(/\s+/u).length;
      expect(lineOf('Harbour Post')).toMatch(
        new RegExp(`1 article · ${words} words · only here: .*Quintel`, 'u'),
      );
      expect(lineOf('Example Times')).not.toContain('only here');
      expect(lineOf('Copy Post')).not.toContain('only here');
      expect(text).not.toContain(' terms');
      const shown = /only here: (.+)$/mu.exec(text)![1]!.split(', ');
      for (const word of shown) expect(articles[0]!.text).toContain(word);
    });

    it('shows no hour of an article of which only the day is known, and no first one of that day', async () => {
      const [first, ...others] = FLOOD;
      const day = { ...first!, publishedAt: at(0), dayOnly: true };
      const context = buildContext(await buildServices([day, ...others]));
      const message = await runCommand(story, context, { story: day.id, view: 'coverage' });
      const noon = Date.parse(at(12)) / 1000;
      expect(readText(message)).toContain(`- <t:${noon}:D> [Harbour Post]`);
      expect(readText(message)).not.toContain('**first**');
      expect(message.pictures).toBeUndefined();
    });

    it('draws the dates of its timeline above them, and says the same in words', async () => {
      const texts = [
        'The river Anse flooded the old town of Marrow on Monday after its dike broke at dawn. Rescuers took residents of Marrow from the flooded streets to a school in rubber boats.',
        'Engineers in Marrow pumped the water of the river Anse out of the flooded hospital on Tuesday. Soldiers closed the broken dike of the old town with sandbags by noon.',
        'Residents of Marrow returned on Wednesday to muddy houses along the river Anse. The mayor of the old town said that the broken dike had been inspected in autumn.',
      ];
      const reports = texts.map((text, index) =>
        buildArticle({
          id: `river-${index + 1}`,
          title: 'River Anse floods the old town of Marrow',
          source: SOURCES[index]!,
          publishedAt: `2024-03-1${index + 1}T09:00:00.000Z`,
          text,
        }),
      );
      const context = buildContext(await buildServices(reports));
      const message = await runCommand(story, context, { story: 'river-1', view: 'timeline' });
      expect(message.pictures).toMatchObject([
        {
          name: 'timeline.png',
          description:
            'A line of time with the 3 dates of the story: 11 Mar 2024, 12 Mar 2024 and 13 Mar 2024. ' +
            'Articles a day: 1 on 11 Mar 2024, 1 on 12 Mar 2024 and 1 on 13 Mar 2024.',
        },
      ]);
      const shown = JSON.stringify(message.components);
      expect(shown.indexOf('attachment://timeline.png')).toBeLessThan(shown.indexOf('**<t:'));
      expect(readText(message).match(/^\*\*<t:\d+:D>\*\*$/gmu)).toHaveLength(3);
    });

    it('draws no date and no publisher for whose line there is no room', async () => {
      const things =
        'bridges mills barns chapels orchards quarries ferries tunnels sluices kennels'.split(' ');
      const reports = things.map((thing, index) => {
        const day = new Date(Date.UTC(2024, 2, 1 + index)).toLocaleDateString('en', {
          month: 'long',
          day: 'numeric',
          timeZone: 'UTC',
        });
        const list = Array.from(
          { length: 24 },
          (_, n) => `${thing.slice(0, 4)}${String.fromCharCode(97 + n).repeat(6)}`,
        );
        return buildArticle({
          id: `long-${index}`,
          title: 'River Anse floods the old town of Marrow',
          source: `${thing} Post`,
          url: `https://${thing}.example/${'x'.repeat(440)}`,
          publishedAt: `2024-03-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`,
          text: `The river Anse flooded the old town of Marrow and its ${thing} on ${day}, among them ${list.join(', ')}. The dike of the river Anse at Marrow broke.`,
        });
      });
      const ids = reports.map(({ id }) => id);
      const services = await buildServices(reports);
      const storiesOf = async () => [
        { id: ids[0]!, articleIds: ids, voices: ids, longer: new Set<string>() },
      ];
      const context = buildContext({ ...services, stories: { storiesOf } });
      const dates = await runCommand(story, context, { story: ids[0]!, view: 'timeline' });
      const shown = readText(dates).match(/^\*\*<t:\d+:D>\*\*$/gmu)!;
      expect(shown.length).toBeGreaterThan(1);
      expect(shown.length).toBeLessThan(10);
      expect(readText(dates)).not.toContain('more');
      expect(dates.pictures?.[0]?.description).toContain(`the ${shown.length} dates of the story`);
      const coverage = await runCommand(story, context, { story: ids[0]!, view: 'coverage' });
      for (const { source } of reports) expect(readText(coverage)).toContain(`*${source}*`);
    });

    it('is changed by a menu that carries an article’s id', async () => {
      const context = buildContext(await buildServices(QUAKES));
      const brief = await open('quake-2', context);
      expect(readAll(brief, 'custom_id')).toContain('story:view:quake-1');
      const view = story.components!['view']!;
      const figures = await view(['quake-1'], context, ['figures']);
      expect(readText(figures)).toContain('**Killed**');
      expect(readAll(figures, 'custom_id')).toEqual(['story:view:quake-1']);
      expect(readText(await view(['quake-1'], context, ['articles']))).toContain('-# 1–2 of 2');
      for (const chosen of ['brief', 'constructor']) {
        expect(readText(await view(['quake-1'], context, [chosen]))).toBe(readText(brief));
      }
    });
  });

  it('lists the articles by time and marks the first', async () => {
    const context = buildContext(await buildServices(FLOOD));
    const text = readText(await listArticles(FLOOD[2]!.id, context));
    expect(articlesIn(text)).toEqual([
      'harbour-post',
      'example-times',
      'north-gazette',
      'old-town-echo',
    ]);
    const seconds = Date.parse(at(0)) / 1000;
    expect(text).toContain(`-# <t:${seconds}:t> · Harbour Post · **first**`);
    expect(text.match(/\*\*first\*\*/gu)).toHaveLength(1);
    expect(text).toContain('-# 1–4 of 4');
  });

  it('marks none as the first if it has only a day, and another came that day', async () => {
    const day = { publishedAt: at(0), dayOnly: true };
    const [first, ...others] = FLOOD;
    const sameDay = buildContext(await buildServices([{ ...first!, ...day }, ...others]));
    const text = readText(await listArticles(first!.id, sameDay));
    expect(text).not.toContain('**first**');
    const later = others.map((one, index) => ({ ...one, publishedAt: at(24 + index) }));
    const nextDay = buildContext(await buildServices([{ ...first!, ...day }, ...later]));
    const known = readText(await listArticles(first!.id, nextDay));
    expect(known).toContain(':D> · Harbour Post · **first**');
    const atOnce = FLOOD.map((one) => ({ ...one, publishedAt: at(1) }));
    const tied = buildContext(await buildServices(atOnce));
    expect(readText(await listArticles(first!.id, tied))).not.toContain('**first**');
  });

  it('says which articles have the same text', async () => {
    const copy = { ...FLOOD[0]!, id: 'copy', source: 'Copy Post', publishedAt: at(9) };
    const context = buildContext(await buildServices([...FLOOD, copy]));
    const text = readText(await listArticles('copy', context));
    expect(text).toContain('· Copy Post · same text as Harbour Post');
    expect(text).toContain('5 publishers · 5 articles · 4 different texts');
  });

  it('turns pages of articles by buttons that carry an article’s id, until all were shown', async () => {
    const context = buildContext(await buildServices(MANY));
    let page = await listArticles('flood-7', context);
    const shown = articlesIn(readText(page));
    for (let turn = 0; turn < 9 && readAll(page, 'disabled').at(-1) === false; turn++) {
      page = await pressButton(story, context, page, 'Next');
      shown.push(...articlesIn(readText(page)));
    }
    expect(shown).toEqual(MANY.map(({ source }) => source?.toLowerCase().replace(' ', '-')));
    expect(readAll(page, 'custom_id')[0]).toMatch(/^story:page:\d+:flood-0$/u);
    while (readAll(page, 'disabled')[0] === false) {
      page = await pressButton(story, context, page, 'Previous');
    }
    expect(readText(page)).toContain('-# 1–');
  });

  it('answers the menus and buttons of earlier messages, and those that name a view', async () => {
    const context = buildContext(await buildServices(FLOOD));
    const { open: opened, show } = story.replies!;
    const id = FLOOD[1]!.id;
    const list = await listArticles(id, context);
    expect(await opened!([], context, [id])).toEqual(
      await runCommand(story, context, { story: id }),
    );
    // The button "All 4 articles" below a story of a thread.
    expect(await opened!([id], context, [])).toEqual(list);
    expect(await story.components!['page']!(['0', id], context, [])).toEqual(list);
    for (const view of VIEW_NAMES) {
      const answer = await show!(['1'], context, [`${view}:${id}`]);
      expect(checkMessage(answer)).toEqual([]);
      expect(answer).toEqual(await runCommand(story, context, { story: id, view }));
    }
    const advice = 'I no longer have this story';
    await expect(show!([], context, ['figures:gone'])).rejects.toThrow(advice);
    await expect(show!([], context, [])).rejects.toThrow(advice);
  });

  it('is found by any of its articles, after others have joined it', async () => {
    const [first, second, ...later] = FLOOD;
    const services = await buildServices([first!, second!]);
    const context = buildContext(services);
    const [choice] = await suggest(story, context, 'story', 'river anse');
    await services.articles.putMany(later, NOW);
    for (const article of later) {
      (services.index as ArticleIndex).put(article);
      (services.stories as StoryBook).put(article);
    }
    const texts = [choice!.value, ...FLOOD.map(({ id }) => id)].map(async (id) =>
      readText(await open(id, context)),
    );
    expect(new Set(await Promise.all(texts)).size).toBe(1);
    expect(await texts[0]).toContain('4 publishers · 4 articles');
  });

  it('says what to do if its article was removed', async () => {
    const context = buildContext(await buildServices(FLOOD));
    const advice = 'I no longer have this story: its article was removed. `/stories` lists those';
    await expect(open('gone', context)).rejects.toThrow(advice);
    await expect(open('', context)).rejects.toThrow(advice);
    await expect(story.components!['page']!(['8', 'gone'], context, [])).rejects.toThrow(advice);
  });

  it('shows a story again whose first article was removed from the store', async () => {
    const services = await buildServices(FLOOD);
    await services.articles.remove(FLOOD[0]!.id);
    expect(readText(await listArticles(FLOOD[1]!.id, buildContext(services)))).toContain(
      'Example Times',
    );
  });

  it('is found by words of a headline or text', async () => {
    const context = buildContext(await buildServices([...FLOOD, ...STRIKE]));
    for (const typed of ['ferry crews', 'stewardess shifts']) {
      const text = readText(await runCommand(story, context, { story: typed }));
      expect(text).toContain('Ferry crews of Port Ossel');
    }
    await expect(runCommand(story, context, { story: 'zzzz' })).rejects.toThrow(
      'No story has all these words. Choose one of the suggestions, or use `/stories`.',
    );
  });

  it('suggests stories by headline and by words, those of several publishers first', async () => {
    const context = buildContext(await buildServices([...STRIKE, ...FLOOD]));
    const all = await suggest(story, context, 'story', '');
    expect(all.map(({ value }) => value)).toEqual([FLOOD[0]!.id, STRIKE[0]!.id]);
    expect(all[0]?.name).toMatch(/Marrow.* · 4 publishers$/u);
    for (const typed of ['port oss', 'stewardess']) {
      const [found, ...others] = await suggest(story, context, 'story', typed);
      expect(found?.value).toBe(STRIKE[0]!.id);
      expect(others).toEqual([]);
    }
    expect(await suggest(story, context, 'story', 'zzzz')).toEqual([]);
  });

  it('understands more than words, as a search does, and an id', async () => {
    const context = buildContext(await buildServices([...STRIKE, ...FLOOD]));
    const valuesOf = async (typed: string) =>
      (await suggest(story, context, 'story', typed)).map(({ value }) => value);
    // A headline has it.
    expect(await valuesOf('-marrow')).toEqual([STRIKE[0]!.id]);
    expect(await valuesOf('river -marrow')).toEqual([]);
    await expect(runCommand(story, context, { story: 'river -marrow' })).rejects.toThrow(
      'No story has all these words.',
    );
    for (const { id } of FLOOD) expect(await valuesOf(id)).toEqual([FLOOD[0]!.id]);
  });

  it('shows a server’s own articles to nobody else', async () => {
    const own = {
      ...FLOOD[1]!,
      id: 'own',
      title: 'Zebra crossing in Marrow flooded by the river Anse',
      source: 'Own Post',
      url: 'https://own.example/1',
      onlyFor: SERVER,
    };
    const services = await buildServices([...FLOOD, own]);
    const contextIn = (guildId?: string): CommandContext => {
      const { guildId: _, ...rest } = buildContext(servicesFor(services, guildId));
      return { ...rest, ...(guildId !== undefined && { guildId }) };
    };
    const inServer = readText(await open(FLOOD[0]!.id, contextIn(SERVER)));
    expect(inServer).toContain('5 publishers · 5 articles');
    expect(readText(await open('own', contextIn(SERVER)))).toBe(inServer);
    for (const guildId of ['100000000000000002', undefined]) {
      const elsewhere = readText(await open(FLOOD[0]!.id, contextIn(guildId)));
      expect(elsewhere).toContain('4 publishers · 4 articles');
      expect(elsewhere).not.toContain('Own Post');
      await expect(open('own', contextIn(guildId))).rejects.toThrow('I no longer have this story');
      const suggested = await suggest(story, contextIn(guildId), 'story', 'zebra');
      expect(suggested).toEqual([]);
    }
  });

  it('stays within every limit, whatever its articles are', async () => {
    const text = hostileText({ maxLength: 3000 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ title: text, source: text, url: fc.webUrl({ withQueryParameters: true }) }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        async (given) => {
          const articles = given.map((one, index) =>
            buildArticle({ ...FLOOD[0]!, ...one, id: `a${index}`, publishedAt: at(index) }),
          );
          const services = await buildServices(articles);
          const ids = articles.map(({ id }) => id);
          const storiesOf = async () => [
            { id: 'a0', articleIds: ids, voices: ids, longer: new Set<string>() },
          ];
          const context = buildContext({ ...services, stories: { storiesOf } });
          for (const view of VIEW_NAMES) await runCommand(story, context, { story: 'a0', view });
          let page = await listArticles('a0', context);
          const shown = [readText(page)];
          while (readAll(page, 'disabled').at(-1) === false) {
            page = await pressButton(story, context, page, 'Next');
            shown.push(readText(page));
          }
          expect(shown.at(-1)).toMatch(
            new RegExp(`(?:–|^-# )${ids.length} of ${ids.length}$`, 'mu'),
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});
