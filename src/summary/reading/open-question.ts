/** A longer question says enough of its own. */
const MAX_WORDS = 14;

/** Whether an English sentence is a question that its writer answers in the next one: "Why is Greece in trouble?" */
export function isOpenQuestion(sentence: string, wordCount: number): boolean {
  return wordCount <= MAX_WORDS && sentence.endsWith('?') && !/["“”]/.test(sentence);
}
