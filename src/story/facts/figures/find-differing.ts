import { runsOn } from './counted-words.ts';
import { compareFigures } from './compare-figures.ts';
import type { FigureSentence } from './figure-sentences.ts';
import { readFigures, type Figure } from './read-figures.ts';

/** A figure as a voice gives it. */
export interface GivenFigure extends FigureSentence {
  readonly figure: Figure;
}

/** What voices count differently. */
export interface DifferingFigures {
  readonly kind: Figure['kind'];
  readonly who: string | undefined;
  /** A count that goes on, and those that differ are of different days: the later one is newer. */
  readonly isOverTime: boolean;
  /** One for each voice that gives one, the earliest first. At least two of them cannot both be right. */
  readonly given: readonly GivenFigure[];
}

/**
 * Finds figures of one thing that cannot all be right. Of each voice, the first figure of a kind counts: what a
 * report says of earlier events comes further below. Sentences are in the order of their articles.
 */
export function findDiffering(sentences: Iterable<FigureSentence>): DifferingFigures[] {
  const groups = new Map<string, Map<string, GivenFigure>>();
  for (const sentence of sentences) {
    for (const figure of readFigures(sentence.text)) {
      const key = keyOf(figure);
      const byVoice = groups.get(key) ?? new Map<string, GivenFigure>();
      groups.set(key, byVoice);
      if (!byVoice.has(sentence.voice)) byVoice.set(sentence.voice, { ...sentence, figure });
    }
  }
  return [...groups.values()].flatMap((byVoice) => {
    const all = [...byVoice.values()].toSorted(
      (a, b) => a.at - b.at || (a.articleId < b.articleId ? -1 : 1),
    );
    const given = all.filter((one) => all.some((other) => mayDiffer(one, other)));
    const [first] = given;
    if (!first) return [];
    const { kind, who } = first.figure;
    return [{ kind, who, isOverTime: runsOn(kind) && isOverDays(given), given }];
  });
}

/** How long after an earthquake its magnitude is corrected. A later report with another one is on another earthquake. */
const CORRECTION_MS = 3 * 24 * 3_600_000;

function mayDiffer(a: GivenFigure, b: GivenFigure): boolean {
  if (a.figure.kind === 'magnitude' && Math.abs(a.at - b.at) > CORRECTION_MS) return false;
  return compareFigures(a.figure, b.figure) === 'differs';
}

const DAY_MS = 24 * 3_600_000;

/** Whether those that differ were given on different days (UTC). */
function isOverDays(given: readonly GivenFigure[]): boolean {
  const dayOf = ({ at }: GivenFigure): number => Math.floor(at / DAY_MS);
  return given.every((one) =>
    given.every((other) => dayOf(one) !== dayOf(other) || !mayDiffer(one, other)),
  );
}

function keyOf({ kind, who, dates, regions }: Figure): string {
  return JSON.stringify([kind, who, [...dates].toSorted(), [...regions].toSorted()]);
}
