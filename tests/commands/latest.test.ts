import { describe, expect, it } from 'vitest';
import { latest } from '../../commands/latest.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildContext, buildHealth, buildServices, NOW } from '../support/build-services.ts';
import { buildFailures, buildFeed } from '../support/build-source.ts';
import { pressButton, runCommand, suggest } from '../support/run-command.ts';
import { readAll, readText, unescapeMarkdown } from '../support/shown-text.ts';

const articles = Array.from({ length: 12 }, (_, index) =>
  buildArticle({
    title: `Report ${index + 1} on ${index % 2 === 0 ? 'rivers' : 'banks'}`,
    source: index < 3 ? 'Harbour Post' : 'Example Times',
    url: `https://post.example/${index + 1}`,
    publishedAt: new Date(Date.UTC(2024, 2, 14, 11 - index)).toISOString(),
  }),
);
const titles = (text: string) =>
  [...text.matchAll(/\[Report (\d+)/gu)].map(([, number]) => Number(number));

describe('/latest', () => {
  it('shows the newest five first, each with two of its sentences, link and date', async () => {
    const text = readText(await runCommand(latest, buildContext(await buildServices(articles))));
    expect(titles(text)).toEqual([1, 2, 3, 4, 5]);
    expect(text).toContain(
      '**[Report 1 on rivers](https://post.example/1)**\nReport 1 on rivers, officials said',
    );
    expect(text).toContain(`-# Harbour Post · <t:${Date.UTC(2024, 2, 14, 11) / 1000}:R>`);
    expect(text).toContain('-# 1–5 of 12');
  });

  it('turns pages by buttons that carry the narrowing', async () => {
    const context = buildContext(await buildServices(articles));
    const options = { topic: 'rivers', count: 2 };
    const first = await runCommand(latest, context, options);
    expect(titles(readText(first))).toEqual([1, 3]);
    const second = await pressButton(latest, context, first, 'Next');
    expect(titles(readText(second))).toEqual([5, 7]);
    const third = await pressButton(latest, context, second, 'Next');
    expect(titles(readText(third))).toEqual([9, 11]);
    expect(readAll(third, 'disabled')).toEqual([false, true]);
    const back = await pressButton(latest, context, third, 'Previous');
    expect(readText(back)).toBe(readText(second));
    expect(readText(back)).toContain('-# rivers');
  });

  it('shows the sentences of each article that are about the topic', async () => {
    const context = buildContext(await buildServices([buildArticle({ title: 'A flood' })]));
    const text = readText(await runCommand(latest, context, { topic: 'railway' }));
    expect(text).toContain('Schools and the railway were closed.');
  });

  it('narrows to a publisher, however its name is written', async () => {
    const context = buildContext(await buildServices(articles));
    const text = readText(await runCommand(latest, context, { source: 'the HARBOUR post' }));
    expect(titles(text)).toEqual([1, 2, 3]);
    expect(text).toContain('-# from Harbour Post');
  });

  it('shows the first page without buttons if the topic is too long for them, and says so', async () => {
    const context = buildContext(await buildServices(articles));
    const topic = `rivers -${'x'.repeat(90)}`;
    const message = await runCommand(latest, context, { topic, count: 2 });
    expect(titles(readText(message))).toEqual([1, 3]);
    expect(readText(message)).toContain('too long for page buttons');
    expect(readAll(message, 'custom_id')).toEqual([]);
  });

  it('shows the last page if the list has become shorter than the offset of a button', async () => {
    const context = buildContext(await buildServices(articles));
    const page = await latest.components?.['page']?.(['400', '5', '', ''], context, []);
    expect(page && titles(readText(page))).toEqual([11, 12]);
  });

  it('still turns pages by a button of an earlier version', async () => {
    const context = buildContext(await buildServices(articles));
    const state = ['2', '2', 'rivers', 'example times', 'en', ''];
    const page = await latest.components?.['page']?.(state, context, []);
    expect(page && readText(page)).toContain('rivers · from Example Times · in English');
    expect(page && titles(readText(page))).toEqual([9, 11]);
  });

  it.each([[['x', '', '', '']], [['-5', '99', '', '']], [['0', 'NaN', '', '']], [[]]])(
    'reads the invalid state %j as the first page',
    async (state) => {
      const context = buildContext(await buildServices(articles));
      const page = await latest.components?.['page']?.(state, context, []);
      const shown = page ? titles(readText(page)) : [];
      expect(shown[0]).toBe(1);
      expect(shown.length).toBeLessThanOrEqual(10);
    },
  );

  it('leaves out an article that was removed in the meantime', async () => {
    const services = await buildServices(articles);
    await services.articles.remove(articles[0]?.id ?? '');
    const text = readText(await runCommand(latest, buildContext(services)));
    expect(titles(text)).toEqual([2, 3, 4, 5]);
  });

  it('suggests publishers by part of their name', async () => {
    const context = buildContext(await buildServices(articles));
    expect(await suggest(latest, context, 'source', 'harb')).toEqual([
      { name: 'Harbour Post', value: 'Harbour Post' },
    ]);
  });

  it('narrows to a language, chosen by its name in the reader’s language', async () => {
    const french = buildArticle({ title: 'Rapport sur la crue', lang: 'fr' });
    const context = buildContext(await buildServices([...articles, french]), { locale: 'de' });
    expect(await suggest(latest, context, 'language', '')).toEqual([
      { name: 'Englisch', value: 'en' },
      { name: 'Französisch', value: 'fr' },
      { name: 'all languages', value: 'all' },
    ]);
    for (const typed of ['franz', 'FRENCH', 'français', 'fr']) {
      const [choice] = await suggest(latest, context, 'language', typed);
      expect(choice).toEqual({ name: 'Französisch', value: 'fr' });
    }
    for (const language of ['fr', 'Französisch', 'French']) {
      const text = readText(await runCommand(latest, context, { language }));
      expect(text).toContain('Rapport sur la crue');
      expect(text).toContain('-# in French');
      expect(text).toContain('-# 1 of 1');
    }
    await expect(runCommand(latest, context, { language: 'es' })).rejects.toThrow(
      'I have no articles in Spanish.',
    );
    await expect(runCommand(latest, context, { language: 'Klingonese' })).rejects.toThrow(
      'I do not know the language "Klingonese". Write it as French or fr.',
    );
    await expect(runCommand(latest, context, { language: 'Franzosisch' })).rejects.toThrow(
      'I do not know the language "Franzosisch". Did you mean French?',
    );
  });

  it('narrows to a country, chosen by its name in the reader’s language', async () => {
    const flood = buildArticle({ title: 'Flood in northern Spain' });
    const context = { ...buildContext(await buildServices([...articles, flood])), locale: 'de' };
    expect(await suggest(latest, context, 'country', 'spa')).toEqual([
      { name: 'Spanien · 1', value: 'ES' },
    ]);
    for (const country of ['ES', 'spain', 'Spanien']) {
      const text = readText(await runCommand(latest, context, { country }));
      expect(text).toContain('about Spain');
      expect(text).toContain('Flood in northern Spain');
    }
    await expect(runCommand(latest, context, { country: 'Peru' })).rejects.toThrow(
      'I have no articles about Peru.',
    );
    await expect(runCommand(latest, context, { country: 'Spian' })).rejects.toThrow(
      'I do not know the country "Spian". Did you mean Spain?',
    );
  });

  it('keeps the language on the next page', async () => {
    const french = buildArticle({ title: 'Rapport sur la crue', lang: 'fr' });
    const context = buildContext(await buildServices([...articles, french]));
    const first = await runCommand(latest, context, { language: 'en', count: 10 });
    const second = await pressButton(latest, context, first, 'Next');
    expect(readText(second)).toContain('11–12 of 12');
    expect(readText(second)).toContain('-# in English');
  });

  it('says on each page what it did not understand of the topic', async () => {
    const context = buildContext(await buildServices(articles));
    const first = await runCommand(latest, context, { topic: '-comet lang:Frnech' });
    const second = await pressButton(latest, context, first, 'Next');
    for (const page of [first, second]) {
      expect(unescapeMarkdown(readText(page))).toContain(
        '-# Not understood: lang:Frnech. Did you mean lang:"French"?',
      );
    }
  });

  it('gives advice if no article matches', async () => {
    const context = buildContext(await buildServices(articles));
    await expect(runCommand(latest, context, { topic: 'volcano' })).rejects.toThrow(
      'No article fits. Try fewer words, or another topic, source, language or country.',
    );
    await expect(runCommand(latest, context, { source: 'Nobody' })).rejects.toThrow(
      'I have no articles from Nobody. `/sources list` shows whose I have.',
    );
    await expect(runCommand(latest, context, { source: 'Habror Post' })).rejects.toThrow(
      'I have no articles from Habror Post. Did you mean Harbour Post?',
    );
  });

  it.each(['-', '""', '!!!'])('refuses the topic %s, which has no words', async (topic) => {
    const running = runCommand(latest, buildContext(await buildServices([buildArticle()])), {
      topic,
    });
    await expect(running).rejects.toThrow('I see no words in that.');
  });

  it('says which part of a topic it did not understand', async () => {
    const context = buildContext(await buildServices([buildArticle()]));
    const message = await runCommand(latest, context, { topic: 'river since:whenever' });
    expect(readText(message)).toContain('-# Not understood: since\\:whenever');
  });

  it('says that there are no articles yet, or that they are still being read', async () => {
    const empty = await buildServices();
    await expect(runCommand(latest, buildContext(empty))).rejects.toThrow(
      'There are no articles yet.',
    );
    await expect(runCommand(latest, buildContext(empty, { isManager: false }))).rejects.toThrow(
      'People with Manage Server add feeds with `/sources add`. The person who runs this bot adds them',
    );
    await expect(runCommand(latest, buildContext(empty))).rejects.toThrow(
      'There are no articles yet. `/sources add` reads a feed. The person who runs this bot adds them',
    );
    const starting = await buildServices([], {
      health: () => buildHealth({ reading: true, articleCount: 1200 }),
    });
    await expect(runCommand(latest, buildContext(starting))).rejects.toThrow(
      'still reading the stored articles, 1200 so far',
    );
  });

  it.each([
    [1, {}, 'I am reading 1 feed. Try again in a few minutes'],
    [2, {}, 'I am reading 2 feeds.'],
    [5, { failures: buildFailures('no-such-host') }, '5 of 5 sources could not be reached'],
  ])('says with %i feeds that articles will come, or why not', async (count, state, words) => {
    const feeds = Array.from({ length: count }, (_, at) =>
      buildFeed({ id: `feed${at}`, state: { lastPollAt: NOW.toISOString(), ...state } }),
    );
    const services = await buildServices([], { feeds });
    for (const isManager of [true, false]) {
      const running = runCommand(latest, buildContext(services, { isManager }));
      await expect(running).rejects.toThrow(words);
    }
  });

  it('suggests a publisher whose feed has given no article yet', async () => {
    const feeds = [buildFeed({ name: 'The Guardian of Norrvik' })];
    const services = await buildServices([buildArticle()], { feeds });
    const running = runCommand(latest, buildContext(services), { source: 'Guardan of Norrvik' });
    await expect(running).rejects.toThrow('Did you mean The Guardian of Norrvik?');
  });
});
