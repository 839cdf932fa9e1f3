import { joinLines } from '../../src/text/join-lines.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { readEvalRecords } from './read-eval.ts';

/** A text, and the sentences that it must be split into. */
export interface GoldenRule {
  readonly lang: string;
  readonly name: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

/** How many golden rules are split exactly right, and the names of the others. */
export interface GoldenRuleScore {
  readonly right: number;
  readonly total: number;
  readonly wrong: readonly string[];
}

/** Measures a language's public golden rules; undefined without the data. */
export function measureGoldenRules(lang: string): GoldenRuleScore | undefined {
  const records = readEvalRecords('sentence_golden_rules.jsonl') as GoldenRule[] | undefined;
  return records && scoreGoldenRules(records.filter((rule) => rule.lang === lang));
}

export function scoreGoldenRules(rules: readonly GoldenRule[]): GoldenRuleScore {
  const wrong = rules.filter(({ lang, text, sentences }) => {
    const split = splitSentences(text, lang).map((sentence) => joinLines(sentence.text));
    return JSON.stringify(split) !== JSON.stringify(sentences.map((sentence) => sentence.trim()));
  });
  const names = wrong.map((rule) => rule.name);
  return { right: rules.length - wrong.length, total: rules.length, wrong: names };
}
