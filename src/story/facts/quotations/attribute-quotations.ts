import { findQuotations, type Quotation } from '../../../text/quotations.ts';
import type { Sentence } from '../../../text/sentences.ts';
import { judgeQuotation, type QuotationKind } from './judge-quotation.ts';
import { nameSpeaker, type Speaker } from './name-speaker.ts';
import { readPassage, type Passage, type QuotedRange } from './passage.ts';
import { speechWordsOf } from './speech-words-of.ts';

/** The words between two marks: text.slice(start, end). */
export interface AttributedQuotation {
  readonly start: number;
  readonly end: number;
  readonly kind: QuotationKind;
  /** Only of speech, and only if its sentence or a neighbour says who. */
  readonly speaker?: Speaker;
}

/** The sentences of an article in order, with offsets into its text; a reading has them. */
export interface QuotedText {
  readonly lang: string;
  readonly sentences: readonly Pick<Sentence, 'start' | 'end'>[];
}

const HAS_WORD = /[\p{L}\p{N}]/u;

/** Finds the quotations of an article: what each is and who says it. In order, outermost only. */
export function attributeQuotations(
  text: string,
  { lang, sentences }: QuotedText,
): AttributedQuotation[] {
  const words = speechWordsOf(lang);
  const spoken = findQuotations(text).filter(({ start, end }) =>
    HAS_WORD.test(text.slice(start, end)),
  );
  const ranges = joinSentences(sentences, spoken);
  const passages = new Map<number, Passage>();
  const passageAt = (i: number): Passage | undefined => {
    const range = ranges[i];
    const passage = passages.get(i) ?? (range && readPassage(text, range, words));
    if (passage) passages.set(i, passage);
    return passage;
  };
  const found: AttributedQuotation[] = [];
  ranges.forEach(({ quotations }, i) => {
    // Most sentences have no quotation, and are read only beside one that has.
    const passage = quotations.length > 0 ? passageAt(i) : undefined;
    passage?.tokens.forEach(({ kind }, at) => {
      if (kind !== 'quotation') return;
      const neighbours = { before: passageAt(i - 1), after: passageAt(i + 1) };
      found.push(attribute(text, passage, at, neighbours, found.at(-1)));
    });
  });
  return found;
}

function attribute(
  text: string,
  passage: Passage,
  at: number,
  neighbours: Parameters<typeof nameSpeaker>[4],
  last: AttributedQuotation | undefined,
): AttributedQuotation {
  const token = passage.tokens[at]!;
  const { start, end } = withoutMarks(text, token);
  const governing = passage.governing.get(at);
  const goesOn = last?.kind === 'speech' && continuesParagraph(text, last, token);
  const kind = goesOn ? 'speech' : judgeQuotation(passage, at, text.slice(start, end), governing);
  if (kind !== 'speech') return { start, end, kind };
  const own = nameSpeaker(text, passage, at, governing, neighbours);
  const speaker =
    own ??
    (goesOn && !governing && last.speaker
      ? { ...last.speaker, in: 'neighbour' as const }
      : undefined);
  return { start, end, kind, ...(speaker && { speaker }) };
}

/** Whether a quotation goes on with one that the paragraph before left open. */
function continuesParagraph(
  text: string,
  last: AttributedQuotation,
  { start }: Quotation,
): boolean {
  return (
    start - last.end < 8 &&
    text.slice(last.end, start).trim() === '' &&
    text.slice(last.end, start).includes('\n')
  );
}

const MARKS = /["“”„«»‘’'「」『』`]/u;

function withoutMarks(text: string, quotation: Quotation): Quotation {
  let { start, end } = quotation;
  while (start < end && (MARKS.test(text.charAt(start)) || text.charAt(start).trim() === ''))
    start += 1;
  while (end > start && (MARKS.test(text.charAt(end - 1)) || text.charAt(end - 1).trim() === ''))
    end -= 1;
  return { start, end };
}

/** Joins the sentences that a quotation reaches across. */
function joinSentences(
  sentences: QuotedText['sentences'],
  quotations: readonly Quotation[],
): QuotedRange[] {
  const ranges: QuotedRange[] = [];
  let next = 0;
  for (let i = 0; i < sentences.length; i++) {
    let { start, end } = sentences[i]!;
    const inside: Quotation[] = [];
    while (next < quotations.length && quotations[next]!.end <= start) next += 1;
    while (next < quotations.length && quotations[next]!.start < end) {
      const quotation = quotations[next++]!;
      inside.push(quotation);
      // It may begin in a line that is no sentence of the report.
      start = Math.min(start, quotation.start);
      end = Math.max(end, quotation.end);
      while (i + 1 < sentences.length && sentences[i + 1]!.start < quotation.end) {
        end = Math.max(end, sentences[++i]!.end);
      }
    }
    ranges.push({ start, end, quotations: inside });
  }
  return ranges;
}
