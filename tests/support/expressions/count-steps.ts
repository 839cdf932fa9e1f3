import { compileExpression, parseExpression, type Program } from './compile-expression.ts';

/** A place to return to when a path of the matcher fails. */
interface Point {
  readonly pc: number;
  readonly at: number;
  readonly marks: Marks | undefined;
}

/** Where the loops of a path began their last round. */
interface Marks {
  readonly slot: number;
  readonly at: number;
  readonly below: Marks | undefined;
}

/** Counts the steps of finding all matches in a text, or the first one without the flag g or y. */
export type StepCounter = (text: string) => number;

/**
 * Creates a counter for a regular expression. It backtracks as V8 does, from every position of the
 * text, but counts instead of being timed. Stops at `most` steps.
 */
export function createStepCounter(
  expression: Pick<RegExp, 'source' | 'flags'>,
  most: number,
): StepCounter {
  const { flags } = expression;
  const program = compileExpression(parseExpression(expression), flags);
  return (text) => {
    const chars = Array.from(text);
    const count = { steps: 0, most };
    let from = 0;
    while (from <= chars.length && count.steps < most) {
      const end = run(program, chars, from, count);
      if (end !== undefined && !/[gy]/u.test(flags)) break;
      from = end === undefined ? from + 1 : Math.max(end, from + 1);
    }
    return count.steps;
  };
}

/** Matches at one position. Returns the end of the match. */
function run(
  program: Program,
  chars: readonly string[],
  start: number,
  count: { steps: number; readonly most: number },
): number | undefined {
  const points: Point[] = [{ pc: 0, at: start, marks: undefined }];
  for (let point = points.pop(); point; point = points.pop()) {
    let { pc, at, marks } = point;
    for (let isAlive = true; isAlive;) {
      count.steps += 1;
      if (count.steps > count.most) return undefined;
      const step = program[pc]!;
      pc += 1;
      switch (step.kind) {
        case 'match':
          return at;
        case 'read': {
          const char = chars[step.back ? at - 1 : at];
          isAlive = char !== undefined && step.accepts(char);
          at += step.back ? -1 : 1;
          break;
        }
        case 'split':
          points.push({ pc: step.second, at, marks });
          pc = step.first;
          break;
        case 'jump':
          pc = step.to;
          break;
        case 'mark':
          marks = { slot: step.slot, at, below: marks };
          break;
        case 'moved':
          isAlive = lastMark(marks, step.slot) !== at;
          break;
        case 'repeat': {
          const [a, b] = [lastMark(marks, step.slot), lastMark(marks, step.slot + 1)];
          const text =
            a === undefined || b === undefined ? [] : chars.slice(Math.min(a, b), Math.max(a, b));
          const from = step.back ? at - text.length : at;
          isAlive = text.every((char, index) => chars[from + index] === char);
          at += step.back ? -text.length : text.length;
          count.steps += text.length;
          break;
        }
        case 'assert':
          isAlive = step.holds(chars, at);
          break;
        case 'look':
          isAlive = (run(step.program, chars, at, count) !== undefined) !== step.negate;
      }
    }
  }
  return undefined;
}

function lastMark(marks: Marks | undefined, slot: number): number | undefined {
  let mark = marks;
  while (mark && mark.slot !== slot) mark = mark.below;
  return mark?.at;
}
