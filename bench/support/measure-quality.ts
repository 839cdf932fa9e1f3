import { clusterArticles } from '../../src/story/cluster-articles.ts';
import { joinLines } from '../../src/text/join-lines.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { readEvalRecords } from './read-eval.ts';
import { scoreBcubed, type Agreement } from './score-bcubed.ts';

interface GoldenRule {
  readonly lang: string;
  readonly name: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

interface StoryRecord {
  readonly id: string;
  readonly text: string;
  readonly story: string;
}

/** How many of a language's golden rules are split exactly right, and the names of the others. */
export function measureGoldenRules(
  lang: string,
): { right: number; total: number; wrong: string[] } | undefined {
  const records = readEvalRecords('sentence_golden_rules.jsonl') as GoldenRule[] | undefined;
  const rules = records?.filter((rule) => rule.lang === lang);
  if (!rules) return undefined;
  const wrong = rules.filter(({ text, sentences }) => {
    const split = splitSentences(text, lang).map((sentence) => joinLines(sentence.text));
    return JSON.stringify(split) !== JSON.stringify(sentences.map((sentence) => sentence.trim()));
  });
  const names = wrong.map((rule) => rule.name);
  return { right: rules.length - wrong.length, total: rules.length, wrong: names };
}

/** BCubed of the stories found in ECB+, the development set on which the settings were chosen. */
export function measureStories(): (Agreement & { storyCount: number }) | undefined {
  const articles = readEvalRecords('ecbplus_stories.jsonl') as StoryRecord[] | undefined;
  if (!articles) return undefined;
  const stories = clusterArticles(articles);
  const found = new Map(stories.flatMap(({ id, articleIds }) => articleIds.map((of) => [of, id])));
  const expected = new Map(articles.map(({ id, story }) => [id, story]));
  return { ...scoreBcubed(expected, found), storyCount: stories.length };
}
