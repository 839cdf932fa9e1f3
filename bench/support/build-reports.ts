import { createRandom } from './build-news.ts';

const SYLLABLES = 'ba ce di fo gu har kin lo mer na pe qui ran so ti vo wes yo zu al en or'.split(
  ' ',
);
const FUNCTION_WORDS =
  'the of and to in a is that for it on with as was by at from he his this has have will not but'.split(
    ' ',
  );
/** Figures and abbreviations, whose full stops end no sentence; one word in twelve. */
const FIGURES =
  'U.S. 3.5 1,200 Dr. 2024 Mr. 40% No. 5 Inc. $2.7bn a.m. St. 16 e.g. 28-year-old'.split(' ');
const VOCABULARY_SIZE = 60_000;

/**
 * Generates reports with everything that costs a summarizer time in real ones: function words and others by
 * Zipf's law, an event whose words and names recur, figures and abbreviations, quotations, paragraphs, a dateline.
 */
export function buildReports(count: number, characters: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const nextSentence = createReporter(i);
    let text = 'MERKIN, Sept 14 (Reuters) – ';
    for (let n = 1; text.length < characters; n++) text += nextSentence() + (n % 3 ? ' ' : '\n\n');
    return text.trimEnd();
  });
}

/** One text of exactly `sentenceCount` sentences; every ten are about another event. */
export function buildLongReport(sentenceCount: number): string {
  let nextSentence = createReporter(0);
  const sentences = Array.from({ length: sentenceCount }, (_, i) => {
    if (i % 10 === 0) nextSentence = createReporter(i);
    return nextSentence();
  });
  return sentences.join('\n');
}

/** Writes about one event, a sentence a call. The same seed gives the same sentences. */
function createReporter(seed: number): () => string {
  const random = createRandom(20_240_614 + seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const rareWord = (): string => spell(Math.floor(VOCABULARY_SIZE ** random()));
  const event = Array.from({ length: 20 }, rareWord);
  const names = Array.from(
    { length: 4 },
    () => `${capitalize(rareWord())} ${capitalize(rareWord())}`,
  );
  const nextWord = (): string => {
    const kind = random();
    if (kind < 0.42) return pick(FUNCTION_WORDS);
    if (kind < 0.55) return pick(event);
    if (kind < 0.61) return pick(names);
    return kind < 0.69 ? pick(FIGURES) : rareWord();
  };
  return () => {
    const words = Array.from({ length: 10 + Math.floor(random() * 14) }, nextWord);
    words[4] += ',';
    // The last word isn't an abbreviation, so that the sentence ends there.
    const sentence = `${capitalize(words.join(' '))} ${pick(event)}`;
    const kind = random();
    if (kind < 0.15) return `“${sentence},” said ${pick(names)}.`;
    return kind < 0.2 ? `${sentence}?` : `${sentence}.`;
  };
}

/** The word of a rank; frequent words are short. */
function spell(index: number): string {
  let word = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
