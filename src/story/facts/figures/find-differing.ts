import { runsOn } from './counted-words.ts';
import { compareFigures, countsPeopleAlike } from './compare-figures.ts';
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
 * Finds figures of one thing that cannot all be right. Of each voice, the first figure of a kind and of those who are
 * counted is taken: what a report says of earlier events comes further below. Sentences are in the order of their
 * articles.
 */
export function findDiffering(sentences: Iterable<FigureSentence>): DifferingFigures[] {
  const groups = new Map<string, Map<string, GivenFigure>>();
  for (const sentence of sentences) {
    for (const figure of readFigures(sentence.text)) {
      const key = keyOf(figure);
      const byVoice = groups.get(key) ?? new Map<string, GivenFigure>();
      groups.set(key, byVoice);
      // "Two officers" and "300 protesters" of one report are not the same people.
      const whose = JSON.stringify([sentence.voice, figure.who]);
      if (!byVoice.has(whose)) byVoice.set(whose, { ...sentence, figure });
    }
  }
  return [...groups.values()].flatMap((byVoice) => {
    const all = [...byVoice.values()].toSorted(
      (a, b) => a.at - b.at || (a.articleId < b.articleId ? -1 : 1),
    );
    const given = keepOneOfEach(all.filter((one) => all.some((other) => mayDiffer(one, other))));
    const [first] = given;
    if (!first) return [];
    const { kind } = first.figure;
    const who = given.map(({ figure }) => figure.who).find((each) => each !== undefined);
    return [{ kind, who, isOverTime: runsOn(kind) && isOverDays(given), given }];
  });
}

/** Keeps one figure of each voice that differs from one of another voice that is kept. */
function keepOneOfEach(given: readonly GivenFigure[]): GivenFigure[] {
  const kept: GivenFigure[] = [];
  for (const one of given) {
    if (!kept.some(({ voice }) => voice === one.voice)) kept.push(one);
  }
  return kept.filter((one) => kept.some((other) => mayDiffer(one, other)));
}

/** How long after an earthquake its magnitude is corrected. A later report with another one is on another earthquake. */
const CORRECTION_MS = 3 * 24 * 3_600_000;

function mayDiffer(a: GivenFigure, b: GivenFigure): boolean {
  if (a.voice === b.voice) return false;
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
  const counted = countsPeopleAlike(kind) ? '' : who;
  return JSON.stringify([kind, counted, [...dates].toSorted(), [...regions].toSorted()]);
}
