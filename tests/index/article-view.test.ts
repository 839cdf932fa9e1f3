import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { viewArticles } from '../../src/index/article-view.ts';
import { buildArticle } from '../support/build-article.ts';
import { NOW } from '../support/build-services.ts';
import { buildFilter } from '../support/build-filter.ts';

const HERE = '100';
const ELSEWHERE = '200';
const forAll = buildArticle({ id: 'all', title: 'Dam A', url: 'https://a.example/1', source: 'A' });
const own = buildArticle({
  id: 'own',
  title: 'Dam B',
  url: 'https://b.example/1',
  source: 'B',
  onlyFor: HERE,
});

function view(guildId: string | undefined, articles: readonly Article[] = [forAll, own]) {
  const index = new ArticleIndex();
  for (const article of articles) index.put(article);
  return viewArticles(index, guildId);
}

describe('the index as a server sees it', () => {
  it.each([
    ['the server that added their source', HERE, ['all', 'own']],
    ['another server', ELSEWHERE, ['all']],
    ['a direct message', undefined, ['all']],
  ])('shows %s only the articles that it may see, in every method', (_, guildId, ids) => {
    const index = view(guildId);
    const sort = (found: readonly { readonly id: string }[]) =>
      found.map(({ id }) => id).toSorted();
    expect(sort(index.newest({}, { limit: 9 }).entries)).toEqual(ids);
    expect(index.newest({}, { limit: 1 }).total).toBe(ids.length);
    const found = index.search(buildFilter('dam', NOW), { limit: 9 });
    expect(sort(found.hits)).toEqual(ids);
    expect(found.total).toBe(ids.length);
    expect(sort(index.suggestTitles('dam', 9))).toEqual(ids);
    expect(index.sources()).toHaveLength(ids.length);
    const seesOwn = ids.includes('own');
    expect(index.has('own')).toBe(seesOwn);
    expect(index.entry('own') !== undefined).toBe(seesOwn);
    expect(index.findByUrl('https://b.example/1') !== undefined).toBe(seesOwn);
    expect(index.findByUrl('https://a.example/1')?.id).toBe('all');
  });

  it('counts only the articles that it shows', () => {
    const many = Array.from({ length: 6 }, (_, at) =>
      buildArticle({ title: `Dam ${at}`, ...(at % 2 === 0 && { onlyFor: HERE }) }),
    );
    const { entries, total } = view(ELSEWHERE, many).newest({}, { limit: 2, offset: 1 });
    expect([entries.length, total]).toEqual([2, 3]);
  });
});

it.each([HERE, undefined])(
  'what %s sees is the same whether or not other servers have articles of their own',
  (guildId) => {
    const others = ['hu', 'fi'].map((lang, at) =>
      buildArticle({
        title: `Híd ${at}`,
        source: `Elsewhere ${at}`,
        lang,
        place: 'Paramaribo',
        url: `https://elsewhere.example/${at}`,
        onlyFor: ELSEWHERE,
      }),
    );
    // One has all the words of a search, and several make its words frequent, in a language more often than in another.
    for (let at = 0; at < 9; at += 1)
      others.push(
        buildArticle({
          title: `Dam zeppelin ${at}`,
          text: `The dam and the zeppelin were seen from the river. ${'Schools. '.repeat(50)}`,
          lang: at % 4 === 0 ? 'en' : 'nl',
          onlyFor: ELSEWHERE,
        }),
      );
    const dutch = buildArticle({ title: 'Dam C', lang: 'nl', source: 'C', text: 'De dam brak.' });
    const seen = [forAll, own, dutch];
    const [without, among] = [view(guildId, seen), view(guildId, [...others, ...seen])];
    const search = (index: typeof among, typed: string) =>
      index.search(buildFilter(typed, NOW), { limit: 9 });
    const describeAll = (index: typeof among) => ({
      size: index.size,
      languages: index.languages(),
      countries: index.countries(),
      sources: index.sources(),
      newest: index.newest({}, { limit: 9 }),
      titles: index.suggestTitles('', 9),
      entry: index.entry(others[0]!.id),
      page: index.findByUrl('https://elsewhere.example/0'),
      found: ['híd', 'dam', 'dam zeppelin', 'zeppelin', 'schools river'].map((typed) =>
        search(index, typed),
      ),
      topic: index.newest({ ...buildFilter('schools', NOW), isTopic: true }, { limit: 9 }),
      language: index.queryLanguage(buildFilter('dam', NOW), 'en'),
      weights: ['dam', 'river', 'zeppelin', 'school'].map((term) => index.corpus.idf(term)),
    });
    expect(search(without, 'dam zeppelin')).toMatchObject({ relaxed: true });
    expect(describeAll(among)).toEqual(describeAll(without));
  },
);

describe('an article that a server and everyone have', () => {
  const both = { ...own, id: 'both', url: 'https://www.a.example/1?utm_source=x' };

  it('is shown once, as the article for everyone', () => {
    const index = view(HERE, [forAll, both]);
    expect(index.newest({}, { limit: 9 }).entries.map(({ id }) => id)).toEqual(['all']);
    expect(index.findByUrl('https://a.example/1')?.id).toBe('all');
    // A channel may have been told the server's own article.
    expect(index.entry('both')?.id).toBe('both');
    expect(['all', 'both'].filter((id) => index.fits(id, {}))).toEqual(['all']);
  });

  it('is found by others, whichever came first', () => {
    for (const articles of [
      [forAll, both],
      [both, forAll],
    ]) {
      expect(view(ELSEWHERE, articles).findByUrl('https://a.example/1')?.id).toBe('all');
    }
  });

  it('is shown again as the server’s own when the other is removed', () => {
    const index = new ArticleIndex();
    for (const article of [forAll, both]) index.put(article);
    index.remove('all');
    expect(viewArticles(index, HERE).findByUrl('https://a.example/1')?.id).toBe('both');
    expect(viewArticles(index, ELSEWHERE).findByUrl('https://a.example/1')).toBeUndefined();
  });
});

describe('a view of a view', () => {
  it('shows no more than either', () => {
    const index = view(ELSEWHERE);
    expect(viewArticles(index, HERE).newest({}, { limit: 9 }).total).toBe(1);
    expect(viewArticles(index, HERE).fits('own', {})).toBe(false);
    expect(viewArticles(index, HERE).findByUrl('https://b.example/1')).toBeUndefined();
  });
});
