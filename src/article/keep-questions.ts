import type { Subhead } from './article.ts';

/** So many questions whose answers are in the first or second person make an interview. */
const MIN_QUESTIONS = 2;

/** And at least this share of all: "What happens now?" is a sub-head of many reports. */
const MIN_SHARE = 0.5;

/** Somebody speaks of himself or to somebody, in the languages that most interviews are in. */
const IN_PERSON =
  /(?<![\p{L}'’])(?:(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me|[Yy]ou|[Yy]our|[Ii]ch|[Ww]ir|[Mm]ein\p{L}{0,2}|uns|[Uu]nsere?|Sie|[Jj]e|[Nn]ous|[Mm]on|[Mm]es|[Nn]otre|[Vv]ous|[Yy]o|[Mm]i|[Nn]osotros|[Nn]uestr\p{L}{2}|[Uu]sted|[Ii]o|[Nn]oi|[Nn]ostr[aoie]|[Ee]u|[Nn]ós|[Mm]eu|[Mm]inha|[Ii]k|[Ww]ij|[Mm]ijn|[Oo]nze)(?!\p{L})|[Jj]['’])/u;

const QUESTION = /[?؟]$/u;

/**
 * Puts the questions of an interview back into its text. They are short lines like sub-heads, but without them nobody
 * understands the answers.
 */
export function keepQuestions({
  text,
  subheads,
}: {
  readonly text: string;
  readonly subheads: readonly Subhead[];
}): { readonly text: string; readonly subheads: readonly Subhead[] } {
  const questions = subheads.filter(isQuestion);
  const answered = questions.filter(({ start }) =>
    IN_PERSON.test(readAnswer(text, start, subheads)),
  );
  if (answered.length < MIN_QUESTIONS || answered.length < questions.length * MIN_SHARE)
    return { text, subheads };
  const parts: string[] = [];
  const others: Subhead[] = [];
  let from = 0;
  let length = 0;
  for (const head of subheads) {
    if (!isQuestion(head)) {
      others.push({ ...head, start: length + head.start - from });
      continue;
    }
    const question = `${head.text}\n\n`;
    parts.push(text.slice(from, head.start), question);
    length += head.start - from + question.length;
    from = head.start;
  }
  return { text: [...parts, text.slice(from)].join(''), subheads: others };
}

function isQuestion({ text }: Subhead): boolean {
  return QUESTION.test(text);
}

/** What stands between a sub-head and the next one. */
function readAnswer(text: string, start: number, subheads: readonly Subhead[]): string {
  return text.slice(start, subheads.find((other) => other.start > start)?.start);
}
