import { MULTILING } from './measure-multiling.ts';
import { readEvalRecords } from './read-eval.ts';

/** A text and the primary subtag of its language. */
export interface LanguageCase {
  readonly lang: string;
  readonly text: string;
}

type SetName = 'articles' | 'paragraphs' | 'headlines' | 'sentences';

/** News in seven languages as whole articles, paragraphs and headlines, and short sentences in twelve. */
export function readLanguageSets(): Record<SetName, LanguageCase[]> | undefined {
  const articles: LanguageCase[] = [];
  for (const lang of Object.keys(MULTILING) as (keyof typeof MULTILING)[]) {
    const records = readEvalRecords(`multiling2011/${MULTILING[lang].toLowerCase()}.jsonl`);
    if (!records) return undefined;
    for (const { docs } of records as { docs: { text: string }[] }[]) {
      articles.push(...docs.map(({ text }) => ({ lang, text })));
    }
  }
  const byLine = (keep: (paragraph: string, index: number) => boolean): LanguageCase[] =>
    articles.flatMap(({ lang, text }) =>
      text
        .split('\n\n')
        .filter(keep)
        .map((paragraph) => ({ lang, text: paragraph })),
    );
  return {
    articles,
    paragraphs: byLine((paragraph) => paragraph.length > 120),
    headlines: byLine((_, index) => index === 0),
    sentences: (readEvalRecords('sentence_golden_rules.jsonl') ?? []) as LanguageCase[],
  };
}
