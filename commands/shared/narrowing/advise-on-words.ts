import type { ArticleReader } from '../../../src/index/article-view.ts';
import type { Query } from '../../../src/index/query/query.ts';
import { splitTokens } from '../../../src/text/tokens.ts';

/** Looking for a similar word takes milliseconds; a longer query has other problems. */
const MOST_WORDS = 5;

/** Says which words of the articles may be meant by those of a query that no article has; undefined if there are none. */
export function adviseOnWords(
  { words = [], phrases = [] }: Partial<Pick<Query, 'words' | 'phrases'>>,
  index: Pick<ArticleReader, 'similarWord'>,
): string | undefined {
  const typed = [...words, ...phrases].flatMap(splitTokens).map(({ text }) => text);
  const meant = [...new Set(typed)]
    .slice(0, MOST_WORDS)
    .map((word) => index.similarWord(word))
    .filter((word) => word !== undefined);
  return meant.length === 0 ? undefined : `Did you mean ${[...new Set(meant)].join(', ')}?`;
}
