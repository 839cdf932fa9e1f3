import { createBreather } from '../../slices.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import type {
  ArticleSearch,
  SearchConditions,
  SearchedArticle,
} from '../../store/search/article-search.ts';
import { pageOf } from '../../store/search/describe-for-search.ts';
import { ArticleIndex } from '../article-index.ts';
import type { IndexWindow } from '../index-window.ts';
import { isSourceNamed } from '../is-source-named.ts';
import { compileNarrowing } from '../narrowing/compile-narrowing.ts';
import type { Limits, Narrowing } from '../narrowing/narrowing.ts';
import { buildCandidateQuery } from './build-candidate-query.ts';

/** How many articles that the database finds are read and ranked, the newest. Each takes about 0.2 ms. */
export const MOST_CANDIDATES = 300;

/** An older article that fits. Its score can be compared with those of the index. */
export interface OlderHit {
  readonly id: string;
  readonly score: number;
  readonly at: number;
  readonly lang: string;
}

/** What a search found among the articles that are too old for the index, or why it did not look. */
export type OlderFound =
  | {
      readonly kind: 'searched';
      /** Those that fit, the best first. */
      readonly hits: readonly OlderHit[];
      /** How many may fit, of which the newest were looked at. */
      readonly candidates: number;
      readonly lookedAt: number;
    }
  | {
      readonly kind: 'left-out';
      /** The database cannot search, is not ready for it, or takes too long. */
      readonly reason: 'engine' | 'preparing' | 'slow';
    };

/** The stored articles that are too old for the index. */
export interface OlderArticles {
  /** The index has the articles of so many days. */
  readonly days: number;
  search(narrowing: Narrowing): Promise<OlderFound>;
  /** The id of the newest article with this URL. */
  findByUrl(url: string): Promise<string | undefined>;
  /** The same as one server may see them; without an id, as in direct messages. */
  forServer(guildId: string | undefined): OlderArticles;
}

/** The dependencies of searching older articles. */
interface OlderParts {
  readonly index: ArticleIndex;
  readonly window: IndexWindow;
  readonly articles: Pick<ArticleStore, 'getMany'>;
  readonly search?: ArticleSearch | undefined;
}

type VisibleTo = SearchConditions['visibleTo'];

/** Creates the search of the articles that the index does not have. The database finds them, and they are ranked here. */
export function createOlderArticles(parts: OlderParts, visibleTo?: VisibleTo): OlderArticles {
  const { index, window, articles, search } = parts;
  return {
    days: window.days,
    forServer: (guildId) => createOlderArticles(parts, { guildId }),

    async search(narrowing) {
      if (!search) return { kind: 'left-out', reason: 'engine' };
      if (!(await search.isReady())) return { kind: 'left-out', reason: 'preparing' };
      const languages =
        narrowing.languages.length > 0 ? narrowing.languages : await search.names('languages');
      const conditions = await buildConditions(narrowing, languages, search);
      if (!conditions) return NOTHING;
      const found = await search.find(
        { ...conditions, until: window.edge(), visibleTo },
        MOST_CANDIDATES,
      );
      if (!found) return { kind: 'left-out', reason: 'slow' };
      const shown = visibleTo ? await hideTwins(found.articles) : found.articles;
      const candidates = await readIndex(shown.map(({ id }) => id).filter((id) => !index.has(id)));
      const filter = compileNarrowing({ ...narrowing, languages });
      const { relaxed, hits } = candidates.search(filter, { limit: MOST_CANDIDATES });
      const entries = relaxed ? [] : hits;
      return {
        kind: 'searched',
        hits: entries.map(({ id, score }) => {
          const { at, lang } = candidates.entry(id)!;
          return { id, score, at, lang };
        }),
        candidates: found.total,
        lookedAt: found.articles.length,
      };
    },

    async findByUrl(url) {
      if (!(await search?.isReady())) return undefined;
      const found = await search?.find({ pages: [pageOf(url)], visibleTo }, MOST_CANDIDATES);
      // What is for everyone comes first.
      const sorted = (found?.articles ?? []).toSorted(
        (a, b) => Number(a.onlyFor !== undefined) - Number(b.onlyFor !== undefined),
      );
      return sorted[0]?.id;
    },
  };

  /** An index of these articles, which counts words as the large one does. */
  async function readIndex(ids: readonly string[]): Promise<ArticleIndex> {
    const small = new ArticleIndex(index);
    const breathe = createBreather();
    for (const article of await articles.getMany(ids)) {
      if (article) small.put(article);
      const pause = breathe();
      if (pause) await pause;
    }
    return small;
  }

  /** If a server and everyone have an article, the one for everyone is shown. */
  async function hideTwins(found: readonly SearchedArticle[]): Promise<readonly SearchedArticle[]> {
    const pages = found.flatMap(({ onlyFor, page }) =>
      onlyFor !== undefined && page !== undefined ? [page] : [],
    );
    if (pages.length === 0) return found;
    const forAll = await search?.find({ pages, visibleTo: { guildId: undefined } });
    const shared = new Set(forAll?.articles.map(({ page }) => page));
    return found.filter(({ onlyFor, page }) => onlyFor === undefined || !shared.has(page));
  }
}

const NOTHING: OlderFound = { kind: 'searched', hits: [], candidates: 0, lookedAt: 0 };

/** What the database is asked for a narrowing; undefined if nothing can fit. */
async function buildConditions(
  narrowing: Narrowing,
  languages: readonly string[],
  search: ArticleSearch,
): Promise<SearchConditions | undefined> {
  const query = buildCandidateQuery(narrowing, languages);
  if (query.kind === 'none') return undefined;
  const named = [...narrowing.sources, ...narrowing.without.sources];
  const stored = named.length > 0 ? await search.names('sources') : [];
  const resolve = ({ sources, ...limits }: Limits): Limits => ({
    languages: limits.languages,
    countries: limits.countries,
    sources: stored.filter((source) => sources.some((name) => isSourceNamed(source, name))),
  });
  const wanted = resolve(narrowing);
  if (narrowing.sources.length > 0 && wanted.sources.length === 0) return undefined;
  return {
    words: query.words,
    wanted,
    unwanted: resolve(narrowing.without),
    ...(narrowing.since !== undefined && { from: Date.parse(narrowing.since) }),
  };
}
