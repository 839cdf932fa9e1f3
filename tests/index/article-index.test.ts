import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildFilter } from '../support/build-filter.ts';

const NOW = new Date('2024-06-19T12:00:00Z');
const ARTICLES = [
  buildArticle({
    id: 'kim',
    title: 'Kim invites Putin to North Korea',
    text: 'Kim Jong Un invited Putin. The US told the WHO that it feared an arms deal.',
    publishedAt: '2024-06-15T00:00:00Z',
    source: 'Harbour Post',
    url: 'https://www.harbour.example/kim/?utm_source=feed#top',
  }),
  buildArticle({
    id: 'derna',
    title: 'Dam fails above Derna',
    text: 'The dam broke at night. The constructor had warned of it. Deal or not, arms reached the port.',
    publishedAt: '2024-06-16T00:00:00Z',
    source: 'Example Times',
  }),
  buildArticle({
    id: 'vote',
    title: 'Élections en France',
    text: 'Les élections législatives ont eu lieu dimanche dans le pays.',
    publishedAt: '2024-06-17T00:00:00Z',
    source: 'Le Phare',
    lang: 'fr',
  }),
];

let index: ArticleIndex;
beforeEach(() => {
  index = new ArticleIndex();
  for (const article of ARTICLES) index.put(article);
});

const find = (query: string): string[] =>
  index.search(buildFilter(query, NOW), { limit: 10 }).hits.map((hit) => hit.id);

describe('search by plain letters', () => {
  const NAMES = [
    ['Lodz', 'Łódź'],
    ['Walesa', 'Wałęsa'],
    ['Oresund', 'Øresund'],
    ['Tromso', 'Tromsø'],
    ['oenologist', 'œnologist'],
    ['WEISS', 'Weiß'],
    ['Mueller', 'Müller'],
    ['Duc', 'Đức'],
  ] as const;

  it.each(NAMES)('%s finds the article with %s, and no other', (typed, printed) => {
    for (const [, name] of NAMES) {
      const text = `A report of ${name} came at noon. The council of the town heard it on Friday.`;
      index.put(buildArticle({ id: name, title: 'A report', text, lang: 'en' }));
    }
    expect(find(typed)).toEqual([printed]);
  });
});

describe('search', () => {
  it.each([
    ['a word in another inflection', 'invitation', ['kim']],
    ['all words', 'putin korea', ['kim']],
    ['a phrase word for word', '"arms deal"', ['kim']],
    ['no phrase across other words', '"deal arms"', []],
    ['a phrase that begins with a stop word', '"the dam broke"', ['derna']],
    ['a phrase of nothing but stop words', '"of it"', ['derna']],
    ['a phrase with an abbreviation', '"the us told"', ['kim']],
    ['no phrase across title and text', '"Derna the dam"', []],
    ['an acronym spelled like a stop word', 'WHO', ['kim']],
    ['that acronym in lower case', 'who', ['kim']],
    ['words beside stop words of any language', 'the dam', ['derna']],
    ['nothing for stop words alone', 'whereby', []],
    ['without a word', 'arms -putin', ['derna']],
    ['without a phrase', 'arms -"arms deal"', ['derna']],
    ['a publisher, the article and case apart', 'source:"the harbour post"', ['kim']],
    ['all but a publisher', '-source:"Le Phare" -source:"Harbour Post"', ['derna']],
    ['since a day', 'since:2024-06-16', ['vote', 'derna']],
    ['French without accents', 'election', ['vote']],
    ['French with accents', 'Élection', ['vote']],
    ['the names of built-in properties', 'constructor', ['derna']],
    ['no built-in property that does not stand there', 'hasOwnProperty', []],
    ['everything for an empty query, the newest first', '', ['vote', 'derna', 'kim']],
  ])('finds %s', (_, query, ids) => {
    expect(find(query)).toEqual(ids);
  });

  it('also finds an article that has only stop words', () => {
    index.put(
      buildArticle({ id: 'stops', title: 'Who', text: 'It was there.', source: 'Le Phare' }),
    );
    expect(find('-dam source:"le phare"')).toEqual(['vote', 'stops']);
  });

  it('falls back to some of the words, and says so', () => {
    expect(index.search(buildFilter('putin derna election', NOW), { limit: 9 })).toMatchObject({
      total: 3,
      relaxed: true,
    });
    expect(index.search(buildFilter('putin', NOW), { limit: 9 }).relaxed).toBe(false);
  });

  it('ranks the article that says more about it first', () => {
    index.put(
      buildArticle({ id: 'more', title: 'Putin on Putin', text: 'Putin said that Putin won.' }),
    );
    expect(find('putin')).toEqual(['more', 'kim']);
  });

  it('pages through all matches without repeats', () => {
    for (let i = 0; i < 25; i++) {
      index.put(buildArticle({ id: `flood-${i}`, title: `Flood ${i}`, text: 'Water rose.' }));
    }
    const query = buildFilter('flood', NOW);
    const pages = [0, 10, 20].map((offset) => index.search(query, { limit: 10, offset }));
    const ids = pages.flatMap((page) => page.hits.map((hit) => hit.id));
    expect(new Set(ids).size).toBe(25);
    expect(pages[0]!.total).toBe(25);
  });
});

describe('put and remove', () => {
  it('replaces an article', () => {
    index.put({ ...ARTICLES[0]!, title: 'Nothing', text: 'Words were changed.' });
    expect(index.size).toBe(3);
    expect(find('putin')).toEqual([]);
    expect(find('"words were changed"')).toEqual(['kim']);
  });

  it('removes an article completely', () => {
    expect(index.remove('derna')).toBe(true);
    expect(index.remove('derna')).toBe(false);
    expect(index.has('derna')).toBe(false);
    expect(find('dam')).toEqual([]);
    expect(index.corpus.documentFrequency('dam')).toBe(0);
    expect(index.corpus.documentCount).toBe(2);
  });

  it('ends in the same state after any history, in any order', () => {
    const ids = fc.constantFrom('kim', 'derna', 'vote');
    const step = fc.tuple(ids, fc.boolean());
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 20 }),
        fc.shuffledSubarray(ARTICLES, { minLength: 3 }),
        (steps, order) => {
          const other = new ArticleIndex();
          for (const [id, isPut] of steps) {
            if (isPut) other.put(ARTICLES.find((article) => article.id === id)!);
            else other.remove(id);
          }
          for (const article of order) other.put(article);
          for (const query of ['arms deal', '"dam broke"', 'election', '']) {
            const parsed = buildFilter(query, NOW);
            expect(other.search(parsed, { limit: 9 })).toEqual(index.search(parsed, { limit: 9 }));
          }
          expect(other.newest({}, { limit: 9 })).toEqual(index.newest({}, { limit: 9 }));
        },
      ),
    );
  });

  it('dates an article without a date by when it was first seen', () => {
    const { publishedAt: _, ...undated } = buildArticle({ id: 'undated' });
    index.put({ ...undated, firstSeenAt: '2024-06-18T00:00:00Z' });
    expect(index.newest({}, { limit: 1 }).entries[0]?.id).toBe('undated');
  });
});

describe('newest', () => {
  it.each([
    [buildFilter({ since: '2024-06-16' }), ['vote', 'derna']],
    [{ until: Date.parse('2024-06-16T00:00:00Z') }, ['kim']],
    [buildFilter({ sources: ['harbour post'] }), ['kim']],
    [buildFilter('arms', NOW), ['derna', 'kim']],
    [buildFilter('arms election', NOW), []],
  ])('lists only articles within %j', (filter, ids) => {
    const { total, entries } = index.newest(filter, { limit: 10 });
    expect(entries.map((entry) => entry.id)).toEqual(ids);
    expect(total).toBe(ids.length);
  });

  it('returns a part of the list, and counts all articles', () => {
    const page = index.newest({}, { limit: 1, offset: 1 });
    expect(page).toMatchObject({ total: 3, entries: [{ id: 'derna' }] });
  });
});

describe('fits', () => {
  it('is true for exactly the articles that newest lists', () => {
    for (const query of ['deal', 'deal -kim', '"arms deal"', 'source:"Le Phare"', 'nothing', '']) {
      const filter = buildFilter(query, NOW);
      const listed = index.newest(filter, { limit: 10 }).entries.map(({ id }) => id);
      const fitting = ARTICLES.map(({ id }) => id).filter((id) => index.fits(id, filter));
      expect([query, fitting.toSorted()]).toEqual([query, listed.toSorted()]);
    }
    expect(index.fits('unknown', {})).toBe(false);
    expect(index.fits('kim', { until: Date.parse('2024-06-15T00:00:00Z') })).toBe(false);
  });

  it('follows changes of articles', () => {
    const filter = buildFilter('deal', NOW);
    expect(index.fits('kim', filter)).toBe(true);
    const { title, text, ...kim } = ARTICLES.find(({ id }) => id === 'kim')!;
    index.put({ ...kim, title: 'Weather', text: 'It rains in Pyongyang.' });
    expect(index.fits('kim', filter)).toBe(false);
    index.put({ ...kim, title, text });
    expect(index.fits('kim', filter)).toBe(true);
  });
});

describe('countries', () => {
  const search = (query: string) =>
    index.search(buildFilter(query, NOW), { limit: 9 }).hits.map(({ id }) => id);

  it('narrow a search and the newest articles', () => {
    expect(search('country:France')).toEqual(['vote']);
    expect(search('country:FR country:"North Korea"')).toEqual(['vote', 'kim']);
    expect(search('-country:KP')).toEqual(['vote', 'derna']);
    expect(search('arms country:KP')).toEqual(['kim']);
    expect(search('arms -country:KP')).toEqual(['derna']);
    expect(index.newest(buildFilter({ countries: ['FR'] }), { limit: 9 })).toMatchObject({
      total: 1,
    });
  });

  it('are listed for each article, with a note if it is the capital', () => {
    expect(index.entry('vote')?.places).toEqual([{ country: 'FR' }]);
    expect(index.entry('derna')).not.toHaveProperty('places');
    index.put({ ...ARTICLES[2]!, title: 'Élections à Paris' });
    expect(index.entry('vote')?.places).toEqual([{ country: 'FR', capital: true }]);
  });
});

describe('languages', () => {
  const search = (query: string) =>
    index.search(buildFilter(query, NOW), { limit: 9 }).hits.map(({ id }) => id);

  it('narrow a search and the newest articles', () => {
    expect(search('lang:fr')).toEqual(['vote']);
    expect(search('-lang:fr')).toEqual(['derna', 'kim']);
    expect(search('arms lang:fr')).toEqual([]);
    expect(index.newest(buildFilter({ languages: ['fr'] }), { limit: 9 })).toMatchObject({
      total: 1,
    });
  });

  it('decide which words of a query are stop words, article by article', () => {
    // "war" is a German stop word. It is still required of English articles if there are German ones.
    const text = 'Die Brücke war lange gesperrt. Kim sagte nichts dazu.';
    index.put(buildArticle({ id: 'bridge', title: 'Brücke gesperrt', text, lang: 'de' }));
    const war = 'The war went on. Kim said nothing.';
    index.put(buildArticle({ id: 'war', title: 'No peace', text: war }));
    expect(search('war kim').toSorted()).toEqual(['bridge', 'war']);
    expect(search('the war')).toContain('war');
  });
});

describe('the index', () => {
  it.each([
    ['no ko', ['kim']],
    ['korea kim', ['kim']],
    ['elec', ['vote']],
    ['orea', []],
    ['', ['vote', 'derna', 'kim']],
  ])('suggests titles for %j', (typed, ids) => {
    expect(index.suggestTitles(typed, 5).map((entry) => entry.id)).toEqual(ids);
  });

  it('finds an article by other spellings of its URL', () => {
    for (const url of [
      'http://harbour.example/kim',
      'https://www.harbour.example/kim/#x',
      'https://m.harbour.example/kim/amp?ref=home',
    ]) {
      expect(index.findByUrl(url)?.id).toBe('kim');
    }
    expect(index.findByUrl('https://harbour.example/kim?page=2')).toBeUndefined();
    expect(index.findByUrl('not a url')).toBeUndefined();
    index.remove('kim');
    expect(index.findByUrl('http://harbour.example/kim')).toBeUndefined();
  });

  it('counts publishers', () => {
    expect(index.sources()).toContainEqual({
      name: 'Le Phare',
      articleCount: 1,
      newestAt: Date.parse('2024-06-17T00:00:00Z'),
    });
  });

  it('counts languages as articles are added, changed and removed', () => {
    expect(index.languages()).toEqual([
      { lang: 'en', articleCount: 2 },
      { lang: 'fr', articleCount: 1 },
    ]);
    index.put({ ...ARTICLES[1]!, lang: 'fr-CA' });
    index.remove('kim');
    expect(index.languages()).toEqual([{ lang: 'fr', articleCount: 2 }]);
  });

  it('counts countries as articles are added, changed and removed', () => {
    expect(index.countries()).toEqual([
      { country: 'FR', articleCount: 1 },
      { country: 'KP', articleCount: 1 },
      { country: 'US', articleCount: 1 },
    ]);
    index.put({ ...ARTICLES[2]!, title: 'Élections au Mali' });
    index.remove('kim');
    expect(index.countries()).toEqual([{ country: 'ML', articleCount: 1 }]);
  });

  it('knows common English words before it has an article', () => {
    const { corpus } = new ArticleIndex();
    expect(corpus.idf('govern')).toBeLessThan(corpus.idf('cosmodrom'));
  });
});
