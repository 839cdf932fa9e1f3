import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import { findConfirming } from '../../story/facts/corroboration/find-confirming.ts';
import { readClaim } from '../../story/facts/corroboration/read-claim.ts';
import { compareFigures } from '../../story/facts/figures/compare-figures.ts';
import { runsOn } from '../../story/facts/figures/counted-words.ts';
import { readFigures, type Figure } from '../../story/facts/figures/read-figures.ts';
import { answerQuotation } from '../../story/facts/quotations/answer-quotation.ts';
import { splitSentences } from '../../text/sentences.ts';
import { answerJsonLines, isJsonLine, type JsonLine } from '../jsonl.ts';

/** `dateline facts`: compares figures and sentences of two articles on one event, and names whose words a quotation is. */
export function addFactsVerb(program: Command, io: CliIo): void {
  program
    .command('facts')
    .description('compare figures and sentences of articles on one event')
    .requiredOption(
      '--jsonl',
      '{key, kind: "figures", a: {sentence, span, date?}, b: {…}} per line in → {key, label, order?} out; {key, kind: "corroboration", a: {sentence}, other: {text}} → {key, label, start?, end?}; {key, kind: "quotations", text, quote_span, before?, after?} → {key, is_speech, speaker}',
    )
    .action(async () => {
      await answerJsonLines(io, factLine);
    });
}

function factLine(line: JsonLine): object {
  const { key, kind } = line;
  switch (kind) {
    case 'figures':
      return { kind, key, ...answerFigures(readSide(line, 'a'), readSide(line, 'b')) };
    case 'corroboration':
      return { kind, key, ...answerCorroboration(line) };
    case 'quotations':
      return { kind, ...answerQuotation(line) };
    default:
      throw new UserError('bad-input', '"kind" must be "figures", "corroboration" or "quotations"');
  }
}

/** A sentence with a marked number, and when it was published. */
interface Side {
  readonly figure: Figure | undefined;
  readonly date: string | undefined;
}

function answerFigures(a: Side, b: Side): object {
  const relation =
    a.figure && b.figure ? compareFigures(a.figure, b.figure) : ('other-thing' as const);
  const isLater = a.date !== undefined && b.date !== undefined && a.date !== b.date;
  if (relation !== 'differs' || !isLater || !a.figure || !runsOn(a.figure.kind)) {
    return { label: relation };
  }
  return { label: 'differs-over-time', order: a.date < b.date ? 'a-before-b' : 'b-before-a' };
}

function readSide(line: JsonLine, name: 'a' | 'b'): Side {
  const side = line[name];
  if (!isJsonLine(side)) throw new UserError('bad-input', `"${name}" must be an object`);
  const { sentence, span, date } = side;
  if (typeof sentence !== 'string' || !isSpan(span)) {
    throw new UserError(
      'bad-input',
      `"${name}" must have a "sentence" and a "span" of two numbers`,
    );
  }
  const [from, to] = span;
  return {
    figure: readFigures(sentence).find(({ start, end }) => start < to && end > from),
    date: typeof date === 'string' ? date : undefined,
  };
}

function isSpan(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
}

function answerCorroboration(line: JsonLine): object {
  const { a, other } = line;
  const [claim, text] = [isJsonLine(a) && a['sentence'], isJsonLine(other) && other['text']];
  if (typeof claim !== 'string' || typeof text !== 'string') {
    throw new UserError('bad-input', '"a" must have a "sentence", and "other" a "text"');
  }
  const sentences = splitSentences(text, 'en').map((sentence) => ({
    ...sentence,
    claim: readClaim(sentence.text, 'en'),
  }));
  const found = findConfirming(readClaim(claim, 'en'), sentences);
  if (found.kind !== 'says-the-same') return { label: found.kind === 'unclear' ? 'partly' : 'no' };
  const { start, end } = found.sentence;
  return { label: 'says-the-same', start, end };
}
