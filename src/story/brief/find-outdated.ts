import { compareFigures } from '../facts/figures/compare-figures.ts';
import { runsOn } from '../facts/figures/counted-words.ts';
import { mayHaveNumber } from '../facts/figures/number-value.ts';
import { readFigures } from '../facts/figures/read-figures.ts';

/** A sentence or headline of a report. */
export interface DatedText {
  readonly text: string;
  /** Primary language subtag. */
  readonly lang: string;
  /** When the report was published, in ms since the epoch; absent or 0 if that isn't known. */
  readonly at?: number;
}

/**
 * Finds the texts with a count that a later report gives higher: the 12 dead of the evening beside the 31 of the
 * morning. By position. Only counts that go on are looked at, in English. One that a later report gives lower may be
 * newer, or that report behind.
 */
export function findOutdated(texts: readonly DatedText[]): boolean[] {
  const given = texts.map(({ text, lang, at = 0 }) =>
    lang === 'en' && at !== 0 && mayHaveNumber(text)
      ? readFigures(text).filter(({ kind }) => runsOn(kind))
      : [],
  );
  const all = given.flatMap((figures, i) =>
    figures.map((figure) => ({ figure, at: texts[i]!.at! })),
  );
  return given.map((figures, i) =>
    figures.some((figure) =>
      all.some(
        (later) =>
          later.at > texts[i]!.at! &&
          later.figure.value > figure.value &&
          compareFigures(figure, later.figure) === 'differs',
      ),
    ),
  );
}
