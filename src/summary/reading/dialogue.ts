/** A speaker's label before what is said: "GRAU: I would cut nothing.", "Q. What did he say?" */
const LABEL = /^(?:\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,3}:|[QA][.:])\s/u;

/** Somebody speaks of himself or to somebody. */
const IN_PERSON = /(?<![\p{L}'’])(?:I|we|my|our|us|me|you|your)(?![\p{L}])/iu;

/** A question that stands alone in its paragraph, or has a label. */
const QUESTION = /\?["”’»]?$/u;

/** So many questions or labels make a dialogue. */
const MIN_TURNS = 2;

/** With one question left, so many sentences in the first or second person do. */
const MIN_SPOKEN = 4;

/** A sentence, and whether it opens and closes its paragraph. */
interface Utterance {
  readonly text: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * By sentence, whether it belongs to what is said before it: in a transcript or interview, an answer
 * to its question, and speech to the sentence with its speaker's label. All false for other texts.
 */
export function findReplies(utterances: readonly Utterance[]): boolean[] {
  const isTurn = ({ text, opens, closes }: Utterance): boolean =>
    LABEL.test(text) || (opens && closes && QUESTION.test(text));
  const turns = utterances.filter(isTurn).length;
  if (turns < MIN_TURNS && !isInterview(utterances, turns)) return utterances.map(() => false);
  return utterances.map(({ text }, i) => {
    if (i === 0 || isTurn(utterances[i]!)) return false;
    return QUESTION.test(utterances[i - 1]!.text) || IN_PERSON.test(text);
  });
}

/** Most questions of an interview may be lost as sub-heads; its lead introduces who speaks. */
function isInterview([lead, ...others]: readonly Utterance[], turns: number): boolean {
  const spoken = others.filter(({ text }) => IN_PERSON.test(text)).length;
  return turns > 0 && spoken >= MIN_SPOKEN && lead !== undefined && !IN_PERSON.test(lead.text);
}
