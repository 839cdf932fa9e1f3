import {
  findBriefCandidates,
  type BriefCandidate,
  type BriefCandidates,
} from './brief-candidates.ts';
import { BRIEF_LIMITS, type BriefArticle, type BriefOptions, type BriefSentence } from './brief.ts';
import { chooseBest } from './choose-best.ts';
import type { CoveringChoice, Room } from './choose-covering.ts';
import { orderBrief } from './order-brief.ts';
import { chooseStoryLanguage, languageOf } from './story-language.ts';

/**
 * Tells a story in sentences of its articles, word for word: what most voices say, each thing once,
 * in one language, the event first. The order of the articles doesn't matter. Empty if no sentence
 * makes sense alone or fits.
 *
 * @example
 * briefStory(articles, { sentences: 3, voiceOf: (id) => voices.get(id) ?? id });
 */
export function briefStory(
  articles: readonly BriefArticle[],
  options: BriefOptions = {},
): BriefSentence[] {
  return chooseBrief(articles, options).ordered.map(toSentence);
}

/** How a brief was chosen. */
export interface ChosenBrief {
  /** In the order of choice. */
  readonly choices: readonly CoveringChoice[];
  /** The same sentences in the order in which they are told. */
  readonly ordered: readonly BriefCandidate[];
  /** By number of a word pair, how many voices have it. */
  readonly voices: readonly number[];
}

/** Chooses the sentences of a brief. Numbers of word pairs hold until the next brief is chosen. */
export function chooseBrief(
  articles: readonly BriefArticle[],
  options: BriefOptions = {},
): ChosenBrief {
  const { words = BRIEF_LIMITS.words, sentences = Infinity, voiceOf = ownVoice } = options;
  const members = articles.map(({ id, reading: { lang } }) => ({ id, lang }));
  const lang = chooseStoryLanguage(members, options.lang, voiceOf);
  const inLanguage = sortByVoice(
    articles.filter(({ reading }) => languageOf(reading) === lang),
    voiceOf,
  );
  const found = findBriefCandidates(inLanguage, voiceOf, options.told);
  const headlines = inLanguage
    .filter(({ role = 'current' }) => role === 'current')
    .map(({ title }) => title);
  return { ...chooseInOrder(found, { words, sentences }, headlines), voices: found.voices };
}

/** A candidate as a sentence of a brief. */
export function toSentence({
  article,
  sentence: { text, start, end },
}: BriefCandidate): BriefSentence {
  return { articleId: article.id, text, start, end };
}

/** Chooses again without a sentence that would come before what it needs. */
function chooseInOrder(
  found: BriefCandidates,
  room: Room,
  headlines: readonly string[],
): Pick<ChosenBrief, 'choices' | 'ordered'> {
  let { candidates } = found;
  for (;;) {
    const choices = chooseBest({ ...found, candidates }, room);
    const ordered = orderBrief(
      choices.map(({ candidate }) => candidate),
      headlines,
    );
    const early = findTooEarly(ordered, found);
    if (!early) return { choices, ordered };
    candidates = candidates.filter(({ sentence }) => sentence !== early.sentence);
  }
}

/** The first sentence that needs a word which none before it has. */
function findTooEarly(
  ordered: readonly BriefCandidate[],
  { told, isUnderstood }: BriefCandidates,
): BriefCandidate | undefined {
  const said = new Set(told.flatMap(({ says }) => [...says]));
  return ordered.find((candidate) => {
    const isEarly = !isUnderstood(candidate, said);
    for (const word of candidate.says) said.add(word);
    return isEarly;
  });
}

function ownVoice(articleId: string): string {
  return articleId;
}

/** By id, but copies beside one another: a voice is where the first of its articles would be. */
function sortByVoice(
  articles: readonly BriefArticle[],
  voiceOf: (articleId: string) => string | number,
): BriefArticle[] {
  const voices = new Map<string | number, BriefArticle[]>();
  for (const article of articles.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const voice = voiceOf(article.id);
    const copies = voices.get(voice) ?? [];
    copies.push(article);
    voices.set(voice, copies);
  }
  return [...voices.values()].flat();
}
