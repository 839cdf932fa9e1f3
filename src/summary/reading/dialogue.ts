import { WORD_KINDS } from './word-kinds.ts';

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
  /** The bits of `WORD_KINDS` that its words have. */
  readonly kinds: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** What a sentence of a dialogue is: a question that says nothing without its answer, or a reply that needs what is before it. */
export type Turn = 'question' | 'reply' | undefined;

/**
 * By sentence, what it is in a transcript or interview: an answer belongs to its question, and speech to the sentence
 * with its speaker's label. All undefined for other texts.
 */
export function findTurns(utterances: readonly Utterance[]): Turn[] {
  const isTurn = ({ text, opens, closes }: Utterance): boolean =>
    LABEL.test(text) || (opens && closes && QUESTION.test(text));
  const turns = utterances.filter(isTurn).length;
  if (turns < MIN_TURNS && !isInterview(utterances, turns)) return utterances.map(() => undefined);
  // After a label, all of the paragraph is its speaker's. Without it, it would seem to be somebody else's.
  let isLabelled = false;
  const askers = findAskers(utterances);
  return utterances.map((utterance, i) => {
    const { text, opens } = utterance;
    if (isTurn(utterances[i]!)) {
      isLabelled = LABEL.test(text);
      const next = utterances[i + 1];
      // "CNN: You write of victims. Why do women act like them?"
      const asks = isLabelled && next && !next.opens && QUESTION.test(next.text);
      const isAsker = isLabelled && askers.has(labelOf(text));
      return asks || isAsker || QUESTION.test(text) ? 'question' : undefined;
    }
    if (i === 0) return undefined;
    if (opens) isLabelled = false;
    const isReply = isLabelled || QUESTION.test(utterances[i - 1]!.text) || isInPerson(utterance);
    return isReply ? 'reply' : undefined;
  });
}

/** The labels of those who mostly ask: "CNN: It was filmed in two countries." leads on to an answer as well. */
function findAskers(utterances: readonly Utterance[]): ReadonlySet<string> {
  const turns = new Map<string, { all: number; asked: number }>();
  for (const [i, { text }] of utterances.entries()) {
    if (!LABEL.test(text)) continue;
    const label = labelOf(text);
    const { all, asked } = turns.get(label) ?? { all: 0, asked: 0 };
    const next = utterances[i + 1];
    const asks =
      QUESTION.test(text) || (next && !LABEL.test(next.text) && QUESTION.test(next.text));
    turns.set(label, { all: all + 1, asked: asked + (asks ? 1 : 0) });
  }
  const askers = [...turns].filter(([, { all, asked }]) => asked >= MIN_TURNS && asked * 2 >= all);
  return new Set(askers.map(([label]) => label));
}

function labelOf(text: string): string {
  return text.slice(0, text.search(/[:.]/u));
}

function isInPerson({ text, kinds }: Utterance): boolean {
  return (kinds & WORD_KINDS.person) !== 0 && IN_PERSON.test(text);
}

/** Most questions of an interview may be lost as sub-heads; its lead introduces who speaks. */
function isInterview([lead, ...others]: readonly Utterance[], turns: number): boolean {
  if (turns === 0 || lead === undefined || isInPerson(lead)) return false;
  return others.filter(isInPerson).length >= MIN_SPOKEN;
}
