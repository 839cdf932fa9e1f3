import type { TextSpan } from './answer-mark.ts';

/** What a reason stands behind, or is called by. By primary language subtag. */
const WORDS: Readonly<Record<string, string>> = {
  en: `because(?: of)?|due to|owing to|thanks to|as a result(?: of)?|(?:the )?(?:cause|causes|reason|reasons|roots)(?! (?:is|are) unclear)|caused by|causing|caused|led to|leads to|blamed(?: on)?|triggered(?: by)?|stem(?:s|med) from|(?<!or )so that|in order to|for fear of|in response to|in protest(?: at| against)?|prompted(?: by)?|amid|over fears|accused of|for (?:lying|violating|failing|refusing|allegedly)|since (?:it|he|she|they|there|many|most|such|houses|wells|pipes|every|proof)|on the grounds`,
  de: 'weil|denn|wegen|aufgrund|da|grund|ursache|infolge|damit|um',
  fr: "parce qu[e’']|car|à cause d[eu]|en raison d[eu]|puisque|cause|raison|afin de|pour",
  es: 'porque|debido a|a causa de|ya que|pues|causa|motivo|para',
  it: 'perché|a causa d[eil]|poiché|causa|motivo|per',
  nl: 'omdat|want|wegens|vanwege|doordat|oorzaak|reden',
  pt: 'porque|devido a|por causa d[eoa]|pois|causa|motivo|para',
  ru: 'потому что|из-за|так как|поскольку|причина|причиной|чтобы',
  ar: 'لأن|بسبب|نتيجة',
};

const PATTERNS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(WORDS).map(([lang, words]) => [
    lang,
    new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'giu'),
  ]),
);

/** Finds what in a sentence says that it gives a reason. None in a language whose words are not known. */
export function findReasonMarks(text: string, lang: string): TextSpan[] {
  const pattern = PATTERNS.get(lang);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
