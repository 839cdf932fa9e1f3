import type { Article } from '../article/article.ts';
import { countArticleTerms, NAME_WEIGHT } from '../index/article-terms.ts';
import { buildCorpus, weighTerms } from '../index/corpus/corpus.ts';
import { runAtOnce } from '../slices.ts';
import { primaryLanguage } from '../text/language-tags.ts';
import { normalize } from '../text/term-vector.ts';
import type { ClusterItem } from './cluster-item.ts';
import { clusterStories, type ClusterOptions } from './cluster.ts';
import type { Story } from './story.ts';

/** The fields of an article that clustering uses. */
export type ClusterArticle = Pick<Article, 'id' | 'text'> &
  Partial<Pick<Article, 'title' | 'lang' | 'publishedAt' | 'source'>>;

/** Clusters a batch of articles into stories. Document frequencies are counted within the batch. */
export function clusterArticles(
  articles: readonly ClusterArticle[],
  options: Partial<ClusterOptions> = {},
): Story[] {
  return runAtOnce(clusterStories(buildItems(articles), options));
}

function buildItems(articles: readonly ClusterArticle[]): ClusterItem[] {
  const counts = articles.map(({ title, text, lang }) =>
    countArticleTerms(title ?? '', text, primaryLanguage(lang), NAME_WEIGHT),
  );
  const corpus = buildCorpus(counts.map((terms) => terms.keys()));
  return articles.map((article, i) => {
    const at = Date.parse(article.publishedAt ?? '');
    return {
      id: article.id,
      title: article.title ?? '',
      vector: normalize(weighTerms(counts[i]!, corpus)),
      ...(!Number.isNaN(at) && { at }),
      ...(article.source !== undefined && { source: article.source }),
    };
  });
}
