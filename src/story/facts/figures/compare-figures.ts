import type { Figure } from './read-figures.ts';

/** How two figures on one event relate. */
export type FigureRelation = 'same-value' | 'compatible' | 'differs' | 'other-thing';

/** Compares two figures: whether they count the same thing, and if so, whether both can be right. */
export function compareFigures(a: Figure, b: Figure): FigureRelation {
  if (!countSame(a, b)) return 'other-thing';
  if (a.value === b.value && !a.isVague && !b.isVague) {
    return a.bound === b.bound || a.bound === 'about' || b.bound === 'about'
      ? 'same-value'
      : 'compatible';
  }
  if (isInstance(a) || isInstance(b)) return 'compatible';
  // Two different lower bounds are two figures.
  if (a.bound === b.bound && (a.bound === 'least' || a.bound === 'most')) return 'differs';
  const [rangeA, rangeB] = [rangeOf(a), rangeOf(b)];
  return rangeA[0] <= rangeB[1] && rangeB[0] <= rangeA[1] ? 'compatible' : 'differs';
}

/** Of these, reports tell of one among many. */
const TOLD_SINGLY: ReadonlySet<Figure['kind']> = new Set(['arrested', 'charged', 'rescued']);

/** "At least one protester was arrested" tells of that one, and counts nobody. */
function isInstance({ kind, value, bound }: Figure): boolean {
  return value === 1 && bound === 'least' && TOLD_SINGLY.has(kind);
}

/** Figures of one thing never differ by more than this factor. */
const MOST_RATIO = 30;

/** Measurements of one earthquake differ by no more than this. */
const MOST_MAGNITUDES = 0.301;

function countSame(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind || a.isPart || b.isPart) return false;
  if (a.who !== b.who && !(BROAD.has(a.kind) && (a.who === undefined || b.who === undefined)))
    return false;
  if (!agree(a.dates, b.dates) || !agree(a.regions, b.regions)) return false;
  if (areApart(a.dayDates, b.dayDates) || areApart(a.places, b.places)) return false;
  if (a.kind === 'magnitude') {
    return Math.abs(a.value - b.value) <= MOST_MAGNITUDES && !areApart(a.days, b.days);
  }
  if (a.kind === 'arrested' && !agree(a.days, b.days)) return false;
  return Math.max(a.value, b.value) <= MOST_RATIO * Math.min(a.value, b.value);
}

/** Of these, "protesters" are the same as "people". */
const BROAD: ReadonlySet<Figure['kind']> = new Set(['arrested', 'gathered']);

/** Whether figures of a kind are compared though one says who was counted and another only "people". */
export function countsPeopleAlike(kind: Figure['kind']): boolean {
  return BROAD.has(kind);
}

function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each));
}

/** The numbers that a figure may stand for. */
function rangeOf({ value, bound, isVague, precision }: Figure): readonly [number, number] {
  if (isVague) return [value, value * 5];
  switch (bound) {
    case 'least':
      return [value, value * 1.25];
    case 'most':
      return [value * 0.8, value];
    case 'about':
    case 'exact': {
      const isRounded = bound === 'about' || precision >= 100 || precision < 1;
      const slack = isRounded ? Math.min(precision, value * 0.1) / 2 : 0;
      return [value - slack, value + slack];
    }
    default:
      return bound satisfies never;
  }
}
