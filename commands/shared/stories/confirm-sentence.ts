import type { BriefArticle, BriefSentence } from '../../../src/story/brief/brief.ts';
import {
  findConfirming,
  type OtherSentence,
} from '../../../src/story/facts/corroboration/find-confirming.ts';
import { readClaim } from '../../../src/story/facts/corroboration/read-claim.ts';

/** Who else says a sentence. */
export interface Confirmed {
  /** One article of each other voice that says the same. */
  readonly articleIds: readonly string[];
  /** No other report says anything like it, all of them were read, and there are several. */
  readonly isOnly: boolean;
}

/** So many other voices must be silent on a sentence before that means anything. */
const LEAST_SILENT = 2;

/** The story that read articles are of. */
interface ConfirmedStory {
  readonly voiceOf: (articleId: string) => string;
  /** Every voice of the story was read, and all its articles are in one language. */
  readonly isWhole: boolean;
  /** Whether other articles have the same text, so that theirs has the sentence as well. */
  readonly hasCopies: (voice: string) => boolean;
}

/** Creates a function that finds out which other voices say a sentence too. Each article is read once. */
export function createConfirmer(
  articles: readonly BriefArticle[],
  { voiceOf, isWhole, hasCopies }: ConfirmedStory,
): (sentence: BriefSentence) => Confirmed {
  const read = articles.map(({ id, reading }) => ({
    id,
    voice: voiceOf(id),
    lang: reading.lang,
    sentences: reading.sentences.map(({ start, end, text }): OtherSentence => ({
      start,
      end,
      claim: readClaim(text, reading.lang),
    })),
  }));
  return ({ articleId, text }) => {
    const own = read.find(({ id }) => id === articleId);
    const claim = readClaim(text, own?.lang ?? 'en');
    // Sentences of other languages share no words.
    const others = read.filter(
      ({ voice, lang }) => voice !== voiceOf(articleId) && lang === own?.lang,
    );
    const found = new Map<string, string>();
    let silent = 0;
    for (const { id, voice, sentences } of others) {
      const { kind } = findConfirming(claim, sentences);
      if (kind === 'says-the-same' && !found.has(voice)) found.set(voice, id);
      if (kind === 'nothing') silent += 1;
    }
    return {
      articleIds: [...found.values()],
      isOnly:
        isWhole &&
        !hasCopies(voiceOf(articleId)) &&
        silent === others.length &&
        silent >= LEAST_SILENT,
    };
  };
}
