import { describe, expect, it } from 'vitest';
import { search } from '../../../commands/search/search-command.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildContext, buildServices } from '../../support/build-services.ts';
import { pressButton, runCommand } from '../../support/run-command.ts';
import { readText, unescapeMarkdown } from '../../support/shown-text.ts';

const flood = buildArticle({
  title: 'Night in Example City',
  source: 'Harbour Post',
  url: 'https://post.example/1',
  text: 'People left at dusk.\n\nThe central bank of the river broke at midnight. Boats came.',
});
const money = buildArticle({
  title: 'Rates stay',
  text: 'The central bank kept its rate. It meets again in May.',
  publishedAt: '2024-03-01T09:00:00.000Z',
});

describe('/search', () => {
  it('shows the sentence that matches, its words in bold', async () => {
    const context = buildContext(await buildServices([flood, money]));
    const text = readText(await runCommand(search, context, { query: 'river midnight' }));
    expect(text).toContain('**[Night in Example City](https://post.example/1)**');
    expect(text).toContain('The central bank of the **river** broke at **midnight**.');
    expect(text).toContain('-# Harbour Post · <t:');
  });

  it.each([
    [
      'a publisher',
      { query: 'bank', source: 'harbour post' },
      'Night in Example City',
      'Rates stay',
    ],
    ['a day', { query: 'bank', since: '2024-03-10' }, 'Night in Example City', 'Rates stay'],
    ['a span', { query: 'bank', since: '2d' }, 'Night in Example City', 'Rates stay'],
    ['its own language', { query: '"central bank" -river' }, 'Rates stay', 'Night in Example City'],
  ])('narrows to %s', async (_, options, found, notFound) => {
    const context = buildContext(await buildServices([flood, money]));
    const text = readText(await runCommand(search, context, options));
    expect(text).toContain(found);
    expect(text).not.toContain(notFound);
  });

  it('turns pages by buttons that carry the narrowing', async () => {
    const many = Array.from({ length: 7 }, (_, index) => buildArticle({ title: `Quake ${index}` }));
    const context = buildContext(await buildServices(many));
    const found = await runCommand(search, context, { query: 'quake', since: '2024-01-01' });
    expect(readText(found)).toContain('-# 1–5 of 7');
    const second = await pressButton(search, context, found, 'Next');
    expect(readText(second)).toContain('-# 6–7 of 7');
    expect(unescapeMarkdown(readText(second))).toContain('-# quake · since 2024-01-01');
  });

  it.each([
    [['0', 'bank', '', '', '', ''], '-# bank'],
    [['0', 'bank', 'harbour post', '2d', 'English', ''], 'bank · from Harbour Post · in English'],
    [
      ['5', 'bank country:Spanien', '', '2024-01-01', '', 'Spain'],
      'about Spain · since 2024-01-01',
    ],
  ])('still turns pages by a button of an earlier version, state %j', async (state, note) => {
    const abroad = buildArticle({ title: 'Spain: bank closes', text: 'The bank said so.' });
    const context = buildContext(await buildServices([flood, money, abroad]));
    const page = await search.components?.['page']?.(state, context, []);
    expect(page && unescapeMarkdown(readText(page))).toContain(note);
  });

  it('gives an error if a button of an earlier version has a name in another language', async () => {
    const context = buildContext(await buildServices([flood]));
    const page = search.components?.['page']?.(['5', 'bank', '', '', '', 'Spanien'], context, []);
    await expect(page).rejects.toThrow('I do not know the country "Spanien".');
  });

  it('narrows to a language', async () => {
    const french = buildArticle({ title: 'La banque', text: 'La bank a dit oui.', lang: 'fr' });
    const context = buildContext(await buildServices([flood, money, french]));
    for (const options of [{ query: 'bank', language: 'French' }, { query: 'bank lang:fr' }]) {
      const text = readText(await runCommand(search, context, options));
      expect(text).toContain('La banque');
      expect(text).not.toContain('Rates stay');
    }
    const text = readText(await runCommand(search, context, { query: 'bank', language: 'fr' }));
    expect(unescapeMarkdown(text)).toContain('-# bank · in French');
    const missing = runCommand(search, context, { query: 'bank', language: 'Welsh' });
    await expect(missing).rejects.toThrow('I have no articles in Welsh. Try English or French.');
  });

  it('shows a chart of all articles that it finds on the first page', async () => {
    const articles = Array.from({ length: 12 }, (_, n) =>
      buildArticle({
        title: `River report ${n}`,
        source: n % 3 === 0 ? 'Wire' : 'Harbour Post',
        publishedAt: new Date(Date.UTC(2024, 2, 1 + n, 9)).toISOString(),
      }),
    );
    const context = buildContext(await buildServices(articles));
    const first = await runCommand(search, context, { query: 'river' });
    expect(first.pictures?.map(({ description }) => description)).toEqual([
      'A chart of articles per day, 1 Mar 2024 to 12 Mar 2024. 12 articles in all. The most in one day are 1: 1 Mar 2024, and 11 more times. ' +
        'By publisher: Harbour Post 8 and Wire 4.',
    ]);
    const next = await pressButton(search, context, first, 'Next');
    expect(next).not.toHaveProperty('pictures');
    const narrow = await runCommand(search, context, { query: 'river', source: 'Wire' });
    expect(narrow).not.toHaveProperty('pictures');
    const relaxed = await runCommand(search, context, { query: 'river volcano' });
    expect(relaxed).not.toHaveProperty('pictures');
  });

  describe('in several languages', () => {
    const reports = (lang: string, word: string, from: number) =>
      Array.from({ length: 6 }, (_, n) =>
        buildArticle({ title: `${word} Macron ${lang}${from + n}`, text: `${word} ${n}.`, lang }),
      );
    const bilingual = [
      ...reports('en', 'Accident election', 0),
      ...reports('fr', 'Accident guerre', 6),
    ];

    it.each([
      ['the words', 'guerre Macron', 'en-US', 'French'],
      ['the reader, if the words may be of either', 'accident', 'fr', 'French'],
      ['the reader, for a name', 'macron', 'en-GB', 'English'],
    ])('shows first those in the language of %s', async (_, query, locale, language) => {
      const context = buildContext(await buildServices(bilingual), { locale });
      const found = await runCommand(search, context, { query });
      const text = unescapeMarkdown(readText(found));
      const lang = language === 'French' ? 'fr' : 'en';
      expect(text.match(/Macron [a-z]{2}/gu)).toEqual(Array(5).fill(`Macron ${lang}`));
    });

    it('keeps their order when somebody else turns the page', async () => {
      const services = await buildServices(bilingual);
      const context = buildContext(services, { locale: 'fr' });
      const first = await runCommand(search, context, { query: 'accident' });
      expect(unescapeMarkdown(readText(first))).toContain('-# articles in French come first');
      const next = await pressButton(
        search,
        buildContext(services, { locale: 'en-US' }),
        first,
        'Next',
      );
      expect(unescapeMarkdown(readText(next)).match(/Macron [a-z]{2}/gu)?.[0]).toBe('Macron fr');
      expect(unescapeMarkdown(readText(next))).toContain('-# articles in French come first');
    });

    it('prefers none for a name if the reader has another language', async () => {
      const context = buildContext(await buildServices(bilingual), { locale: 'ja' });
      const text = readText(await runCommand(search, context, { query: 'macron' }));
      expect(text).not.toContain('come first');
    });
  });

  it('suggests the word that is meant if no article has all words', async () => {
    const context = buildContext(await buildServices([flood, money]));
    const ask = (query: string) => runCommand(search, context, { query });
    await expect(ask('midnigth')).rejects.toThrow('Did you mean midnight?');
    await expect(ask('"the middnight"')).rejects.toThrow('Did you mean midnight?');
    await expect(ask('volcano')).rejects.not.toThrow('Did you mean');
    const text = unescapeMarkdown(readText(await ask('bank midnihgt')));
    expect(text).toContain('these have some of them. Did you mean midnight?');
    // A word that articles have is meant, even if no article has both.
    expect(readText(await ask('kept midnight'))).not.toContain('Did you mean');
  });

  it('says that no article is about a country in the query', async () => {
    const context = buildContext(await buildServices([flood, money]));
    const query = 'bank country:de country:Poland';
    await expect(runCommand(search, context, { query })).rejects.toThrow(
      'I have no articles about Germany or Poland.',
    );
  });

  it('narrows to a country', async () => {
    const abroad = buildArticle({ title: 'Spain: bank closes', text: 'The bank said so.' });
    const context = buildContext(await buildServices([flood, money, abroad]));
    for (const options of [{ query: 'bank', country: 'spain' }, { query: 'bank country:ES' }]) {
      const text = unescapeMarkdown(readText(await runCommand(search, context, options)));
      expect(text).toContain('Spain: bank closes');
      expect(text).not.toContain('Rates stay');
    }
    const text = readText(await runCommand(search, context, { query: 'bank', country: 'ES' }));
    expect(unescapeMarkdown(text)).toContain('-# bank · about Spain');
  });

  it('suggests a similar country if the given one does not exist', async () => {
    const context = buildContext(await buildServices([flood, money]));
    const text = readText(await runCommand(search, context, { query: 'bank country:Frence' }));
    expect(unescapeMarkdown(text)).toContain(
      'Not understood: country:Frence. Did you mean country:"France"?',
    );
    await expect(runCommand(search, context, { query: 'country:Frence' })).rejects.toThrow(
      'Did you mean country:"France"?',
    );
  });

  it('says that no article has all the words', async () => {
    const context = buildContext(await buildServices([flood, money]));
    const text = readText(await runCommand(search, context, { query: 'boats volcano' }));
    expect(text).toContain('No article has all these words; these have some of them.');
  });

  it('says what it did not understand', async () => {
    const context = buildContext(await buildServices([flood, money]));
    const text = readText(await runCommand(search, context, { query: 'bank since:someday' }));
    expect(text).toContain(String.raw`-# Not understood: since\:someday`);
  });

  it('says on each page what it did not understand', async () => {
    const many = Array.from({ length: 12 }, (_, n) => buildArticle({ title: `Quake ${n}` }));
    const context = buildContext(await buildServices(many));
    const query = 'quake country:Frence since:someday';
    let page = await runCommand(search, context, { query });
    for (const [button, range] of [
      ['Next', '6–10 of 12'],
      ['Next', '11–12 of 12'],
      ['Previous', '6–10 of 12'],
    ] as const) {
      page = await pressButton(search, context, page, button);
      const text = unescapeMarkdown(readText(page));
      expect(text).toContain(range);
      expect(text).toContain(
        '-# Not understood: country:Frence since:someday. Did you mean country:"France"?',
      );
    }
  });

  it('says on each page that something was not understood if buttons have no room for it', async () => {
    const many = Array.from({ length: 12 }, (_, n) => buildArticle({ title: `Quake ${n}` }));
    const context = buildContext(await buildServices(many));
    const query = `quake -${'x'.repeat(40)} since:${'y'.repeat(60)}`;
    const first = await runCommand(search, context, { query });
    const second = await pressButton(search, context, first, 'Next');
    const third = await pressButton(search, context, second, 'Next');
    for (const page of [second, third]) {
      expect(readText(page)).toContain('-# A part of the query was not understood.');
    }
  });

  it.each([
    [{ query: 'volcano' }, 'No article has these words.'],
    [{ query: 'bank', since: 'someday' }, 'I do not understand that date.'],
    [{ query: 'bank', source: 'Nobody' }, 'I have no articles from Nobody. `/sources list`'],
    [{ query: 'bank', source: 'Habour' }, 'no articles from Habour. Did you mean Harbour Post?'],
    [{ query: 'bank', source: 'Post' }, 'no articles from Post. Did you mean Harbour Post?'],
    [{ query: 'bank source:"the harbor-post"' }, 'Did you mean Harbour Post?'],
    [{ query: 'bank', language: 'Englsh' }, 'the language "Englsh". Did you mean English?'],
    [{ query: '!!!' }, 'I see no words in that.'],
  ])('says why %j finds nothing', async (options, message) => {
    const context = buildContext(await buildServices([flood, money]));
    await expect(runCommand(search, context, options)).rejects.toThrow(message);
  });
});
