import { countTerms } from '../text/term-vector.ts';
import { comparableWord, splitTerms, wordTerm } from '../text/terms.ts';
import { splitTokens, type Token } from '../text/tokens.ts';
import { countArticleTerms } from './article-terms.ts';
import type { Corpus } from './corpus.ts';

/** How many key terms an article gets, and what makes several words one of them. */
const KEY_TERMS = {
  count: 6,
  /** A term must occur so often, the title included: a name dropped once is rare but tells no topic. */
  minCount: 2,
  /** How often a capitalized word of the text counts. */
  nameWeight: 1.5,
  /** A name of several words must occur so often, the title included. */
  minNameCount: 2,
  /** And hold so much of its word's occurrences, 0 to 1: "Kim" alone stays "Kim". */
  minNameShare: 0.4,
  maxNameWords: 4,
} as const;

/** The article's heaviest terms as printed, names of several words whole, best first. */
export function findKeyTerms(
  article: { readonly title: string; readonly text: string },
  lang: string,
  corpus: Corpus,
): string[] {
  const forms = countForms(article, lang);
  const heaviest = [...countTelling(article, lang)]
    .filter(([term]) => forms.words.has(term))
    .map(([term, count]) => [term, count * corpus.idf(term)] as const)
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const keyTerms: string[] = [];
  const told = new Set<string>();
  for (const [term] of heaviest) {
    if (keyTerms.length === KEY_TERMS.count) break;
    if (told.has(term)) continue;
    const name = nameOf(term, forms);
    keyTerms.push(name?.text ?? mostFrequent(forms.words.get(term)));
    for (const part of name?.terms ?? [term]) told.add(part);
  }
  return keyTerms;
}

/** Terms that the text repeats or shares with the title, and how often; a headline's own verbs tell no topic. */
function countTelling(
  article: { readonly title: string; readonly text: string },
  lang: string,
): Map<string, number> {
  const occurrences = countTerms(splitTerms(`${article.title}\n${article.text}`, lang));
  const counts = countArticleTerms('', article.text, lang, KEY_TERMS.nameWeight);
  for (const term of counts.keys()) {
    const isTelling = (occurrences.get(term) ?? 0) >= KEY_TERMS.minCount && /\p{L}/u.test(term);
    if (!isTelling) counts.delete(term);
  }
  return counts;
}

interface Name {
  readonly text: string;
  readonly terms: readonly string[];
  count: number;
}

interface Forms {
  /** Term → printed word → how often. */
  readonly words: Map<string, Map<string, number>>;
  /** Printed name → its terms and how often. */
  readonly names: Map<string, Name>;
}

function countForms(article: { title: string; text: string }, lang: string): Forms {
  const forms: Forms = { words: new Map(), names: new Map() };
  for (const text of [article.title, article.text]) {
    let run: { token: Token; term: string }[] = [];
    let previousEnd = -1;
    for (const token of splitTokens(text)) {
      const term = wordTerm(comparableWord(token.text, lang), lang);
      const isCapital = /^\p{Lu}/u.test(token.text);
      const follows = text.slice(previousEnd, token.start) === ' ';
      if (!follows || !isCapital || term === undefined) run = closeRun(forms, text, run);
      if (term !== undefined) {
        countForm(forms.words, term, token.text.replace(/['’]s$/, ''));
        if (isCapital) run.push({ token, term });
      }
      previousEnd = token.end;
    }
    closeRun(forms, text, run);
  }
  return forms;
}

function closeRun(forms: Forms, text: string, run: { token: Token; term: string }[]): [] {
  if (run.length < 2 || run.length > KEY_TERMS.maxNameWords) return [];
  const printed = text.slice(run[0]!.token.start, run.at(-1)!.token.end).replace(/['’]s$/, '');
  const name = forms.names.get(printed) ?? {
    text: printed,
    terms: run.map((r) => r.term),
    count: 0,
  };
  name.count += 1;
  forms.names.set(printed, name);
  return [];
}

function countForm(words: Forms['words'], term: string, word: string): void {
  const printed = words.get(term) ?? new Map<string, number>();
  printed.set(word, (printed.get(word) ?? 0) + 1);
  words.set(term, printed);
}

function nameOf(term: string, forms: Forms): Name | undefined {
  const total = [...forms.words.get(term)!.values()].reduce((sum, count) => sum + count, 0);
  let best: Name | undefined;
  for (const name of forms.names.values()) {
    if (!name.terms.includes(term) || name.count < KEY_TERMS.minNameCount) continue;
    if (name.count / total < KEY_TERMS.minNameShare) continue;
    if (!best || name.count > best.count) best = name;
  }
  return best;
}

function mostFrequent(counts: ReadonlyMap<string, number> = new Map()): string {
  let best: [string, number] = ['', 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best[0];
}
