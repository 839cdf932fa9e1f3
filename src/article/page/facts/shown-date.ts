import { plainDate } from '../../feed/dates/plain-date.ts';
import { parseFeedDate } from '../../feed/dates/feed-date.ts';
import { wholeMonthOf } from '../../feed/dates/local-names.ts';
import { findDate } from '../../find-date.ts';

/** When a page's article was published, as far as the page says so. */
export interface PageDate {
  readonly iso: string;
  readonly dayOnly: boolean;
  /** The page states it for machines as its article's date of publication. */
  readonly isStated: boolean;
}

/** Nothing on the web is older. Such a date is a program's zero, or what the article is about. */
export const FIRST_YEAR = 1990;

/** A date in a line, what stands before it, and the line without it. */
export type ShownDate = PageDate & { readonly before: string; readonly rest: string };

/** Words before a date that say that something was changed then, at the end of what they stand in. */
export const CHANGED =
  /(?:updated|modified|edited|aktualisiert|geändert|stand|mis à jour|modifié|actualizado|aggiornat|atualizad|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|güncel|обновлен|изменен|оновлен|aktualizacja|aktualizov|frissít|actualizat|ажурирано|ažurirano|ενημ[εέ]ρωση|diperbarui|cập nhật|อัปเดต|تحديث|עודכן|更新|수정)\p{L}{0,4}[\s:]{0,4}$/iu;

/**
 * Finds the first full date in a line that is shown. "02.03.26" is one there, because no other
 * numbers are written like that beside a report.
 */
export function findShownDate(text: string, lang?: string): ShownDate | undefined {
  const full = text.replace(
    /(?<![\d.])(\d{2}\.\d{2}\.)(\d{2})(?![\d.])/gu,
    (_, day: string, year: string) => `${day}20${year}`,
  );
  const found = findDate(full);
  if (!found) return lang === undefined ? undefined : findLocalDate(full, lang);
  if (Number(found.iso.slice(0, 4)) < FIRST_YEAR) return undefined;
  const before = full.slice(0, found.start);
  return {
    iso: found.iso,
    dayOnly: found.dayOnly,
    isStated: false,
    before,
    rest: `${before} ${full.slice(found.end)}`,
  };
}

/**
 * Finds the first full date that is written in the page's language: "3. března 2026", "2026. március
 * 3.", "2026年3月3日". The time next to it isn't read, because lines seldom say its zone.
 */
function findLocalDate(printed: string, lang: string): ShownDate | undefined {
  const text = plainDate(printed);
  let first: ShownDate | undefined;
  for (const shape of SHAPES) {
    const match = shape.exec(text);
    if (!match || (first && match.index >= first.before.length)) continue;
    const [date, word] = match;
    if (word !== undefined && wholeMonthOf(word, lang) === undefined) continue;
    const read = parseFeedDate(date, lang, 'day');
    if (!read) continue;
    const before = text.slice(0, match.index);
    const rest = `${before} ${text.slice(match.index + date.length)}`;
    first = { ...read, isStated: false, before, rest };
  }
  return first;
}

/** The group is the month's name. */
const SHAPES: readonly RegExp[] = [
  /(?<![\p{L}\p{M}\d.])\d{1,2}\.? ([\p{L}\p{M}]{2,20})\.?,? \d{4}(?!\d)/u,
  /(?<!\d)\d{4}(?:\.| m\.?)? ([\p{L}\p{M}]{3,20})\.? \d{1,2}(?!\d)/u,
  /(?<![\p{L}\p{M}\d.])([\p{L}\p{M}]{3,20})\.? \d{1,2},? \d{4}(?!\d)/u,
  /(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)/u,
  /(?<![\d./-])\d{1,2}[./-] ?\d{1,2}[./-] ?\d{4}(?!\d)/u,
];
