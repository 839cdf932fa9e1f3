import type { Article } from '../article/article.ts';
import type { ArticleStore, PutOutcome, StoredArticle } from './article-store.ts';
import { createChangeReader } from './create-change-reader.ts';
import type { OnSkipped } from './create-record-store.ts';
import type { Engine, Row } from './engines/engine.ts';
import { parseStoredArticle } from './parse-stored-article.ts';
import { sameArticle } from './same-article.ts';
import { decodeValue, encodeValue } from './engines/stored-value.ts';

const namespace = 'articles';
const prefix = `${namespace}:`;

/**
 * How much one transaction stores: small enough that the synchronous SQLite calls hold the event loop
 * for a few milliseconds only, large enough that the commit is shared by many articles.
 */
const chunk = { maxArticles: 64, maxChars: 400_000 };

/** Creates the store of articles on `engine`. */
export function createArticleStore(engine: Engine, onSkipped: OnSkipped): ArticleStore {
  const keyv = engine.keyv(namespace);
  const changes = createChangeReader(engine, prefix, onSkipped);

  const store: ArticleStore = {
    async get(id) {
      const [article] = await store.getMany([id]);
      return article;
    },
    async getMany(ids) {
      if (ids.length === 0) return [];
      const found: (StoredArticle | undefined)[] = [];
      for (let start = 0; start < ids.length; start += chunk.maxArticles) {
        const page = ids.slice(start, start + chunk.maxArticles);
        const values = await keyv.getManyRaw<unknown>(page);
        found.push(...page.map((id, at) => readValue(prefix + id, values[at])));
        if (start > 0) await new Promise(setImmediate);
      }
      return found;
    },
    async putMany(articles, now) {
      const outcomes: PutOutcome[] = [];
      for (const part of splitIntoChunks(articles)) {
        outcomes.push(...(await putChunk(engine, part, now)));
        await new Promise(setImmediate);
      }
      return outcomes;
    },
    async remove(id) {
      let removed = false;
      await engine.transact([prefix + id], ([text]) => {
        removed = text !== undefined;
        return { puts: [], removes: removed ? [prefix + id] : [], changed: removed ? [id] : [] };
      });
      return removed;
    },
    async removeMany(ids, isToGo = () => true) {
      const removed: string[] = [];
      for (let start = 0; start < ids.length; start += chunk.maxArticles) {
        removed.push(...(await removeChunk(ids.slice(start, start + chunk.maxArticles), isToGo)));
        await new Promise(setImmediate);
      }
      return removed;
    },
    async *iterate() {
      for await (const page of engine.pages(prefix)) {
        for (const [key, text] of page) {
          const article = parseStoredArticle(decodeValue(text));
          if (article === undefined) onSkipped(key, 'it is not a readable article');
          else yield article;
        }
      }
    },
    ...changes,
  };
  return store;

  async function removeChunk(
    ids: readonly string[],
    isToGo: (article: StoredArticle) => boolean,
  ): Promise<readonly string[]> {
    let gone: string[] = [];
    const keys = ids.map((id) => prefix + id);
    await engine.transact(keys, (texts) => {
      const isGone = (_id: string, at: number): boolean => {
        const text = texts[at];
        const article = text === undefined ? undefined : parseStoredArticle(decodeValue(text));
        return article !== undefined && isToGo(article);
      };
      gone = [...new Set(ids.filter(isGone))];
      return { puts: [], removes: gone.map((id) => prefix + id), changed: gone };
    });
    return gone;
  }

  function readValue(
    key: string,
    data: { value?: unknown } | undefined,
  ): StoredArticle | undefined {
    if (data === undefined) return undefined;
    const article = parseStoredArticle(data.value);
    if (article === undefined) onSkipped(key, 'it is not a readable article');
    return article;
  }
}

/** Stores one chunk in one transaction; an id that comes twice is settled in the order given. */
async function putChunk(
  engine: Engine,
  articles: readonly Article[],
  now: Date,
): Promise<PutOutcome[]> {
  let outcomes: PutOutcome[] = [];
  const keys = articles.map(({ id }) => prefix + id);
  await engine.transact(keys, (texts) => {
    outcomes = [];
    const puts = new Map<string, Row>();
    const put = new Map<string, StoredArticle>();
    articles.forEach((article, at) => {
      const key = prefix + article.id;
      const text = puts.get(key)?.[1] ?? texts[at];
      const stored = text === undefined ? undefined : parseStoredArticle(decodeValue(text));
      const outcome = decideOutcome(stored, article);
      outcomes.push(outcome);
      if (outcome === 'unchanged') return;
      const stamped = stamp(article, stored, now);
      puts.set(key, [key, encodeValue(stamped)]);
      put.set(article.id, stamped);
    });
    return {
      puts: [...puts.values()],
      removes: [],
      changed: [...put.keys()],
      articles: [...put.values()],
    };
  });
  return outcomes;
}

function decideOutcome(stored: StoredArticle | undefined, article: Article): PutOutcome {
  if (stored === undefined) return 'added';
  return sameArticle(stored, article) ? 'unchanged' : 'updated';
}

function stamp(article: Article, stored: StoredArticle | undefined, now: Date): StoredArticle {
  const updatedAt = now.toISOString();
  return { ...article, firstSeenAt: stored?.firstSeenAt ?? updatedAt, updatedAt };
}

function* splitIntoChunks(articles: readonly Article[]): Generator<readonly Article[]> {
  let part: Article[] = [];
  let chars = 0;
  for (const article of articles) {
    part.push(article);
    chars += article.text.length;
    if (part.length < chunk.maxArticles && chars < chunk.maxChars) continue;
    yield part;
    part = [];
    chars = 0;
  }
  if (part.length > 0) yield part;
}
