import type { AST } from '@eslint-community/regexpp';
import { acceptsOf, parseExpression } from './compile-expression.ts';

/** A text that grows with `size`, made of the characters that an expression looks for. */
export type HostileInput = (size: number) => string;

/** Characters that stand for the classes of an expression. */
const SAMPLES = 'aA1 .,-(\n"—é港á\t:;/[{*_&<\'’';
/** Repetitions up to this number cost a fixed amount. */
const LONG = 40;
const MOST_CHARS = 6;
/** Ends that let a match fail after all that was read. */
const ENDS = ['', '\u0000'];

/**
 * Builds inputs that make an expression work: runs of each of its characters, and for each repetition
 * what leads to it, then its content many times, then something that does not fit.
 */
export function buildHostileInputs(expression: Pick<RegExp, 'source' | 'flags'>): HostileInput[] {
  const pattern = parseExpression(expression);
  const { flags } = expression;
  const loops: { before: readonly AST.Element[][]; body: AST.Element }[] = [];
  const chars = new Set<string>();
  collect(pattern.alternatives, [], loops, chars, flags);
  const alphabet = [...chars].slice(0, MOST_CHARS);
  const pumps = new Set<string>(alphabet);
  for (const a of alphabet.slice(0, 3))
    for (const b of alphabet.slice(0, 3)) if (a !== b) pumps.add(a + b);
  const whole = sampleAll(pattern.alternatives, flags);
  const starts = new Set<string>(['', ...whole.slice(0, 1)]);
  for (const { before, body } of loops) {
    const lead = before
      .map((elements) => elements.map((each) => sample(each, flags)[0] ?? '').join(''))
      .join('');
    starts.add(lead);
    if (lead !== '') pumps.add(lead);
    for (const inner of sample(body, flags).slice(0, 2)) {
      if (inner !== '') pumps.add(inner);
      if (lead + inner !== '') pumps.add(lead + inner);
    }
  }
  for (const each of whole.slice(0, 2)) if (each !== '') pumps.add(each);
  const inputs: HostileInput[] = [];
  for (const start of starts) {
    for (const pump of pumps) {
      for (const end of ENDS) {
        inputs.push((size) => start + pump.repeat(Math.ceil(size / pump.length)) + end);
      }
    }
  }
  return inputs;
}

function collect(
  alternatives: readonly AST.Alternative[],
  before: readonly AST.Element[][],
  loops: { before: readonly AST.Element[][]; body: AST.Element }[],
  chars: Set<string>,
  flags: string,
): void {
  for (const { elements } of alternatives) {
    elements.forEach((element, at) => {
      const lead = [...before, elements.slice(0, at)];
      const inner = element.type === 'Quantifier' ? element.element : element;
      if (element.type === 'Quantifier' && element.max > LONG)
        loops.push({ before: lead, body: inner });
      if ('alternatives' in inner) collect(inner.alternatives, lead, loops, chars, flags);
      else
        for (const char of sample(inner, flags).slice(0, 2)) if (char.length > 0) chars.add(char);
    });
  }
}

function sampleAll(alternatives: readonly AST.Alternative[], flags: string): string[] {
  return alternatives.map(({ elements }) =>
    elements.map((element) => sample(element, flags)[0] ?? '').join(''),
  );
}

/** Short texts that an element matches, the simplest first. */
function sample(element: AST.Element, flags: string): string[] {
  switch (element.type) {
    case 'Character':
      return [String.fromCodePoint(element.value)];
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass': {
      const accepts = acceptsOf(element.raw, flags);
      const own = element.type === 'CharacterClass' ? literalsOf(element) : [];
      return [...new Set([...Array.from(SAMPLES), ...own])]
        .filter((char) => accepts(char))
        .slice(0, 4);
    }
    case 'Group':
    case 'CapturingGroup':
      return sampleAll(element.alternatives, flags);
    case 'Quantifier': {
      const once = sample(element.element, flags);
      return once.map((text) => text.repeat(Math.max(1, Math.min(element.min, LONG))));
    }
    case 'Assertion':
    case 'Backreference':
      return [''];
  }
  return [];
}

function literalsOf(set: AST.CharacterClass): string[] {
  return set.elements.flatMap((element) =>
    element.type === 'Character'
      ? [String.fromCodePoint(element.value)]
      : element.type === 'CharacterClassRange'
        ? [String.fromCodePoint(element.min.value)]
        : [],
  );
}
