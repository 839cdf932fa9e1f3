import { buildCorpus } from '../../src/rank/corpus.ts';
import { scoreSentences } from '../../src/rank/score-sentences.ts';
import { summarize } from '../../src/rank/summarize.ts';
import { clusterArticles } from '../../src/story/cluster-articles.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { readEvalRecords } from './read-eval.ts';
import { scoreBcubed, type Agreement } from './score-bcubed.ts';
import { scoreRouge } from './score-rouge.ts';

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

interface SummaryRecord {
  readonly text: string;
  readonly summary: readonly string[];
}

/** How many of a language's golden rules are split exactly right, and the names of the others. */
export function measureGoldenRules(
  lang: string,
): { right: number; total: number; wrong: string[] } | undefined {
  const records = readEvalRecords('sentence_golden_rules.jsonl') as GoldenRule[] | undefined;
  const rules = records?.filter((rule) => rule.lang === lang);
  if (!rules) return undefined;
  const wrong = rules.filter(({ text, sentences }) => {
    const split = splitSentences(text, lang).map((sentence) => sentence.text);
    return JSON.stringify(split) !== JSON.stringify(sentences.map((sentence) => sentence.trim()));
  });
  const names = wrong.map((rule) => rule.name);
  return { right: rules.length - wrong.length, total: rules.length, wrong: names };
}

/** BCubed of the stories found in ECB+, the set on which their settings were chosen. */
export function measureStories(): (Agreement & { storyCount: number }) | undefined {
  const articles = readEvalRecords('ecbplus_stories.jsonl') as StoryRecord[] | undefined;
  if (!articles) return undefined;
  const stories = clusterArticles(articles);
  const found = new Map(stories.flatMap(({ id, articleIds }) => articleIds.map((of) => [of, id])));
  const expected = new Map(articles.map(({ id, story }) => [id, story]));
  return { ...scoreBcubed(expected, found), storyCount: stories.length };
}

/** Mean ROUGE-1 and ROUGE-2 F1, in percent, of three sentences. */
export interface RougeMeans {
  readonly rouge1: number;
  readonly rouge2: number;
}

/** Ours, the first three sentences, and the first three without bylines and captions, on CNN/DailyMail's development sample. */
export function measureSummaries():
  | Readonly<Record<'ours' | 'lead3' | 'cleanLead3', RougeMeans>>
  | undefined {
  const articles = readEvalRecords('cnndm_sample.jsonl') as SummaryRecord[] | undefined;
  if (!articles) return undefined;
  const corpus = buildCorpus([]);
  const mean = (choose: (text: string) => readonly { text: string }[]): RougeMeans => {
    const score = (n: number): number =>
      articles.reduce((sum, { text, summary }) => {
        const chosen = choose(text).map((sentence) => sentence.text);
        return sum + scoreRouge(n, summary.join('\n'), chosen.join('\n')).f1;
      }, 0);
    return {
      rouge1: (100 * score(1)) / articles.length,
      rouge2: (100 * score(2)) / articles.length,
    };
  };
  return {
    ours: mean((text) => {
      const result = summarize({ title: '', text, lang: 'en' }, corpus, { sentences: 3 });
      return result.kind === 'summary' ? result.summary.sentences : [];
    }),
    lead3: mean((text) => splitSentences(text).slice(0, 3)),
    cleanLead3: mean((text) => scoreSentences({ title: '', text }, 'en', corpus).slice(0, 3)),
  };
}
