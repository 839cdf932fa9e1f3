import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** One step of a backtracking matcher. `back` reads the character before the position. */
type Instruction =
  | { readonly kind: 'read'; readonly accepts: (char: string) => boolean; readonly back: boolean }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'mark' | 'moved'; readonly slot: number }
  | { readonly kind: 'repeat'; readonly slot: number; readonly back: boolean }
  | { readonly kind: 'assert'; readonly holds: (chars: readonly string[], at: number) => boolean }
  | { readonly kind: 'look'; readonly program: Program; readonly negate: boolean }
  | { readonly kind: 'match' };

export type Program = readonly Instruction[];

/** Parses a regular expression into its syntax tree. */
export function parseExpression({ source, flags }: Pick<RegExp, 'source' | 'flags'>): AST.Pattern {
  return new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
}

/** Compiles a syntax tree for a matcher that backtracks as the engine's own does. */
export function compileExpression(pattern: AST.Pattern, flags: string): Program {
  const program: Instruction[] = [];
  emitAlternatives(pattern.alternatives, { program, flags, back: false });
  program.push({ kind: 'match' });
  return program;
}

interface Target {
  readonly program: Instruction[];
  readonly flags: string;
  readonly back: boolean;
}

function emitAlternatives(alternatives: readonly AST.Alternative[], target: Target): void {
  const { program, back } = target;
  const jumps: { kind: 'jump'; to: number }[] = [];
  alternatives.forEach(({ elements }, at) => {
    const split = { kind: 'split' as const, first: 0, second: 0 };
    const isLast = at === alternatives.length - 1;
    if (!isLast) program.push(split);
    split.first = program.length;
    for (const element of back ? elements.toReversed() : elements) emit(element, target);
    if (isLast) return;
    const jump = { kind: 'jump' as const, to: 0 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  });
  for (const jump of jumps) jump.to = program.length;
}

function emit(element: AST.Element, target: Target): void {
  const { program, flags, back } = target;
  switch (element.type) {
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      program.push({ kind: 'read', accepts: acceptsOf(element.raw, flags), back });
      return;
    case 'Group':
      emitAlternatives(element.alternatives, target);
      return;
    case 'CapturingGroup':
      program.push({ kind: 'mark', slot: slotOf(element) });
      emitAlternatives(element.alternatives, target);
      program.push({ kind: 'mark', slot: slotOf(element) + 1 });
      return;
    case 'Quantifier':
      emitQuantifier(element, target);
      return;
    case 'Assertion':
      emitAssertion(element, target);
      return;
    case 'Backreference':
      if (!Array.isArray(element.resolved))
        program.push({ kind: 'repeat', slot: slotOf(element.resolved), back });
  }
}

/** Marks of groups are below zero, those of loops above. */
function slotOf(group: AST.CapturingGroup): number {
  return -2 * (group.start + 1);
}

function emitQuantifier(quantifier: AST.Quantifier, target: Target): void {
  emitLoop(quantifier, target, () => emit(quantifier.element, target));
}

function emitLoop(
  { min, max, greedy }: Pick<AST.Quantifier, 'min' | 'max' | 'greedy'>,
  { program }: Target,
  body: () => void,
): void {
  for (let times = 0; times < min; times += 1) body();
  const splits: { kind: 'split'; first: number; second: number }[] = [];
  const optional = (): void => {
    const split = { kind: 'split' as const, first: 0, second: 0 };
    program.push(split);
    splits.push(split);
    if (greedy) split.first = program.length;
    else split.second = program.length;
  };
  if (max === Infinity) {
    const start = program.length;
    optional();
    program.push({ kind: 'mark', slot: start });
    body();
    program.push({ kind: 'moved', slot: start }, { kind: 'jump', to: start });
  } else {
    for (let times = min; times < max; times += 1) {
      optional();
      body();
    }
  }
  for (const split of splits) {
    if (greedy) split.second = program.length;
    else split.first = program.length;
  }
}

function emitAssertion(assertion: AST.Assertion, { program, flags }: Target): void {
  if (assertion.kind === 'lookahead' || assertion.kind === 'lookbehind') {
    const inner: Instruction[] = [];
    const back = assertion.kind === 'lookbehind';
    emitAlternatives(assertion.alternatives, { program: inner, flags, back });
    inner.push({ kind: 'match' });
    program.push({ kind: 'look', program: inner, negate: assertion.negate });
    return;
  }
  const isMultiline = flags.includes('m');
  const isWord = (char: string | undefined): boolean => char !== undefined && /\w/u.test(char);
  const holds = {
    start: (chars: readonly string[], at: number) =>
      at === 0 || (isMultiline && chars[at - 1] === '\n'),
    end: (chars: readonly string[], at: number) =>
      at === chars.length || (isMultiline && chars[at] === '\n'),
    word: (chars: readonly string[], at: number) =>
      (isWord(chars[at - 1]) !== isWord(chars[at])) !==
      (assertion.kind === 'word' && assertion.negate),
  }[assertion.kind];
  program.push({ kind: 'assert', holds });
}

/** Asks the engine itself whether one element matches a character. */
export function acceptsOf(raw: string, flags: string): (char: string) => boolean {
  const kept = flags.replaceAll(/[dgy]/gu, '');
  const expression = new RegExp(`^(?:${raw})$`, kept.replace('m', ''));
  const known = new Map<string, boolean>();
  return (char) => {
    const isKnown = known.get(char);
    if (isKnown !== undefined) return isKnown;
    const accepts = expression.test(char);
    known.set(char, accepts);
    return accepts;
  };
}
