import { describe, expect, it } from 'vitest';
import { stories } from '../../commands/stories/stories-command.ts';
import { story } from '../../commands/story/story-command.ts';
import type { Article } from '../../src/article/article.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildCoverage, type CoveredEvent } from '../support/build-coverage.ts';
import { buildContext, buildHealth, buildServices } from '../support/build-services.ts';
import { pressButton, runCommand } from '../support/run-command.ts';
import { readAll, readText, unescapeMarkdown } from '../support/shown-text.ts';

const at = (hour: number) => new Date(Date.UTC(2024, 2, 14, hour)).toISOString();
const stamp = (hour: number) => `<t:${Date.UTC(2024, 2, 14, hour) / 1000}:t>`;
const FLOOD = buildCoverage('flood', ['Harbour Post', 'Example Times', 'North Gazette'], (n) =>
  at([3, 5, 6][n]!),
);
const STRIKE = buildCoverage('strike', ['Harbour Post', 'North Gazette'], (n) => at(8 + n));
const COMET = buildCoverage('comet', ['Harbour Post'], () => at(11));
const NEWS = [...COMET, ...FLOOD, ...STRIKE];

/** As many stories as there are words, each by one publisher. */
const SINGLES = [
  'glacier lighthouse orchard cathedral bakery saxophone',
  'tunnel chess vaccine telescope harvest violin',
  'volcano library bicycle parliament chocolate dolphin',
  'refinery ballet hedgehog passport monsoon tapestry',
  'turbine marathon ceramics lawsuit reindeer planetarium',
  'aquifer sculpture kindergarten cyclone vineyard locomotive',
  'satellite funeral tariff honeybee stadium archive',
].map((words, index) => {
  const [a, b, c, d, e, f] = words.split(' ');
  return buildArticle({
    title: `${a} ${b} ${c}`,
    text: `The ${a} of the ${b} has a ${c} beside the ${d}. An ${e} met the ${f} near that ${a} and the ${d}.`,
    source: 'Solo Daily',
    publishedAt: at(index),
  });
});

const headlines = (text: string) => [...text.matchAll(/^\*\*(.+)\*\*$/gmu)].map(([, line]) => line);
const eventsIn = (text: string) =>
  headlines(text).map((line): CoveredEvent | undefined =>
    (['flood', 'strike', 'comet'] as const).find((event) => line?.includes(`.example/${event})`)),
  );

describe('/stories', () => {
  it('shows what several publishers report first, with a sentence, its publisher and the times', async () => {
    const text = readText(await runCommand(stories, buildContext(await buildServices(NEWS))));
    expect(eventsIn(text)).toEqual(['flood', 'strike', 'comet']);
    expect(text).toContain(`-# 3 publishers · 3 articles · first ${stamp(3)} · last ${stamp(6)}`);
    expect(text).toContain(`-# Harbour Post · ${stamp(11)}`);
    expect(text).toContain('-# 1–3 of 3');
    const sentences = text.split('\n').filter((line) => line.endsWith(')'));
    expect(sentences).toHaveLength(3);
    for (const line of sentences) {
      const [, sentence = '', source = '', url] =
        /^(.+) \[(.+)\]\((.+)\)$/u.exec(unescapeMarkdown(line)) ?? [];
      const article = NEWS.find((one) => one.url === url);
      expect(article?.source).toBe(source);
      expect(article?.text).toContain(sentence);
    }
  });

  it('offers exactly the stories of its page in a menu', async () => {
    const message = await runCommand(stories, buildContext(await buildServices(NEWS)));
    expect(readAll(message, 'custom_id')).toEqual(['story:open']);
    const [options] = readAll(message, 'options') as { value: string }[][];
    expect(options?.map(({ value }) => value)).toEqual(
      [FLOOD, STRIKE, COMET].map(([first]) => first?.id),
    );
  });

  it('turns pages by buttons that carry what the list is limited to', async () => {
    const context = buildContext(await buildServices([...SINGLES, ...NEWS]));
    const first = await runCommand(stories, context, { source: 'solo daily' });
    expect(readText(first)).toContain('-# 1–5 of 7');
    const second = await pressButton(stories, context, first, 'Next');
    expect(readText(second)).toContain('-# 6–7 of 7');
    expect(readText(second)).toContain('-# from Solo Daily');
    expect(readAll(second, 'disabled')).toEqual([false, true]);
    const shown = [first, second].flatMap((page) => headlines(readText(page)));
    expect(new Set(shown).size).toBe(7);
    const back = await pressButton(stories, context, second, 'Previous');
    expect(readText(back)).toBe(readText(first));
  });

  it('narrows to a topic, a publisher and a day, and counts all articles of a story', async () => {
    const context = buildContext(await buildServices(NEWS));
    const ferry = readText(await runCommand(stories, context, { topic: 'ferry' }));
    expect(eventsIn(ferry)).toEqual(['strike']);
    const times = readText(await runCommand(stories, context, { source: 'Example Times' }));
    expect(eventsIn(times)).toEqual(['flood']);
    expect(times).toContain('3 publishers · 3 articles');
    const late = readText(await runCommand(stories, context, { since: '2h' }));
    expect(eventsIn(late)).toEqual(['comet']);
  });

  it('narrows to stories of several publishers, on later pages too', async () => {
    const context = buildContext(await buildServices(NEWS));
    const text = readText(await runCommand(stories, context, { min_publishers: 2 }));
    expect(eventsIn(text)).toEqual(['flood', 'strike']);
    expect(text).toContain('-# by at least 2 publishers');
    const page = await stories.components?.['list']?.(['0', '3'], context, []);
    expect(page && eventsIn(readText(page))).toEqual(['flood']);
  });

  it('says that copies have one text, and ranks them as one report', async () => {
    const [original] = COMET;
    const copies = ['One Post', 'Two Post', 'Three Post'].map((source) =>
      buildArticle({ ...original!, id: `copy-${source.length}-${source[0]}`, source }),
    );
    const context = buildContext(await buildServices([original!, ...copies, ...STRIKE]));
    const text = readText(await runCommand(stories, context));
    expect(eventsIn(text)).toEqual(['strike', 'comet']);
    expect(text).toContain('4 publishers · 4 articles · all the same text');
  });

  it('tells the last version of a text that outlets have in several', async () => {
    const text = (toll: string, end: string) =>
      `A bus plunged into the river Anse near Marrow on Monday, killing ${toll} people, the police said. The bus had left Port Ossel at dawn with pilgrims on board and broke through a barrier on the old bridge. Divers searched the cold water below the bridge until noon. ${end}`;
    const articles = [
      buildArticle({
        title: 'Bus plunges into river, 12 dead',
        text: text('at least 12', 'The bridge was closed to all traffic.'),
        source: 'Harbour Post',
        publishedAt: at(4),
      }),
      buildArticle({
        title: 'Driver arrested after bus plunge kills 31',
        text: text('31', 'Prosecutors opened an inquiry into the brakes of the bus.'),
        source: 'North Gazette',
        publishedAt: at(11),
      }),
    ];
    const context = buildContext(await buildServices(articles));
    const shown = readText(await runCommand(stories, context));
    expect(shown).toContain('killing 31 people');
    expect(shown).not.toContain('at least 12');
    expect(shown).toContain('2 publishers · 2 articles · versions of one text');
    const listed = readText(
      await runCommand(story, context, { story: articles[0]!.id, view: 'articles' }),
    );
    expect(listed).toContain('North Gazette · same text as Harbour Post, with additions');
  });

  it('shows the headline and sentence in the reader’s language if an article has it', async () => {
    const french = buildArticle({
      title: 'La crue de la rivière Anse inonde Marrow',
      lang: 'fr',
      text: 'La rivière Anse a inondé Marrow jeudi matin après la rupture de la digue, selon la mairie.',
      source: 'Le Courrier',
      url: 'https://courrier.example/crue',
      publishedAt: at(7),
    });
    const services = await buildServices([...FLOOD, french]);
    // Both languages are one story here, whatever joins them.
    const storiesOf: typeof services.stories.storiesOf = async () => {
      const ids = [...FLOOD, french].map(({ id }) => id);
      return [{ id: ids[0]!, articleIds: ids, voices: ids, longer: new Set<string>() }];
    };
    const context = { ...services, stories: { storiesOf } };
    const text = readText(await runCommand(stories, buildContext(context, { locale: 'fr' })));
    expect(text).toContain('La crue de la rivière Anse');
    expect(text).toContain('La rivière Anse a inondé Marrow');
    const english = readText(await runCommand(stories, buildContext(context)));
    expect(english).toMatch(/River Anse floods|Dike at Marrow|Flood in Marrow/u);
  });

  it('includes a server’s own articles only there', async () => {
    const own = {
      ...FLOOD[1]!,
      id: 'own',
      source: 'Own Post',
      url: 'https://own.example/1',
      onlyFor: '100000000000000001',
    };
    const services = await buildServices([...FLOOD, own]);
    const inServer = readText(await runCommand(stories, buildContext(services)));
    expect(inServer).toContain('4 publishers · 4 articles');
  });

  it.each([[['x', 'y']], [['-5', '99']], [['400', '1']], [[]]])(
    'reads the invalid state %j as a page that exists, or says that no story fits',
    async (state) => {
      const context = buildContext(await buildServices(NEWS));
      const page = await stories.components?.['list']?.(state, context, []).catch(String);
      expect(typeof page === 'string' ? page : readText(page!)).toMatch(/of 3$|20 publishers/mu);
    },
  );

  it('shows the first page without buttons if the topic is too long for them, and says so', async () => {
    const context = buildContext(await buildServices(SINGLES));
    const message = await runCommand(stories, context, { topic: `-${'x'.repeat(95)}` });
    expect(readText(message)).toContain('too long for page buttons');
    expect(readAll(message, 'custom_id')).toEqual(['story:open']);
  });

  it('shows only stories on a topic, and those that mention it if there are no others, and says so', async () => {
    const mentions = buildArticle({
      title: 'Court reopens inquiry into a contract',
      text: 'A court in Velland reopened its inquiry into a contract of the harbour board on Thursday. The judges heard five witnesses in the morning. They asked for letters of two ministers. The lawyers of the board spoke for hours. The hearing goes on next week with the board’s own accounts, the court said. Three of its members were away that day because the flood had cut their road.',
      source: 'Court Post',
      publishedAt: at(11),
    });
    const context = buildContext(await buildServices([...FLOOD, mentions]));
    const onTopic = readText(await runCommand(stories, context, { topic: 'flood' }));
    expect(onTopic).toContain('1 of 1');
    expect(onTopic).not.toContain('Court reopens');
    expect(onTopic).not.toContain('only mention');
    const alone = buildContext(await buildServices([...COMET, mentions]));
    const mentioned = readText(await runCommand(stories, alone, { topic: 'flood' }));
    expect(mentioned).toContain('Court reopens');
    expect(mentioned).toContain('-# no story is on this; these only mention it');
  });

  it('does not say that other languages have what is left out for its publishers', async () => {
    const usual = { languages: ['en'], basis: 'server', zone: 'UTC' } as const;
    const french = buildArticle({ title: 'La crue de l’Anse', lang: 'fr' });
    const asked = async (articles: Article[]) =>
      runCommand(stories, buildContext(await buildServices(articles), { usual }), {
        min_publishers: 9,
      });
    await expect(asked(NEWS)).rejects.toThrow(/leave it out\.$/u);
    await expect(asked([...NEWS, french])).rejects.toThrow(/leave it out\.$/u);
  });

  it('gives advice if no story fits', async () => {
    const context = buildContext(await buildServices(NEWS));
    await expect(runCommand(stories, context, { topic: 'zzzz' })).rejects.toThrow(
      'No story fits. Try fewer words',
    );
    await expect(runCommand(stories, context, { min_publishers: 9 })).rejects.toThrow(
      'No story here has 9 publishers or more. Try a smaller `min_publishers`',
    );
    await expect(runCommand(stories, context, { source: 'Habror Post' })).rejects.toThrow(
      'Did you mean Harbour Post?',
    );
    await expect(runCommand(stories, buildContext(await buildServices()))).rejects.toThrow(
      'There are no articles yet.',
    );
    const starting = await buildServices([], { health: () => buildHealth({ reading: true }) });
    await expect(runCommand(stories, buildContext(starting))).rejects.toThrow('still reading');
  });
});
