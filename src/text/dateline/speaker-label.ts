import { findPlaces } from '../places/find-places.ts';
import { datelineTable } from '../places/place-table.ts';

/** People and organisations that open a line with their name in capitals. */
const SPEAKERS =
  /\b(?:MODERATOR|HOST|PRESENTER|INTERVIEWER|REPORTER|QUESTIONER|ANCHOR|NARRATOR|CORRESPONDENT|AUDIENCE|PRESIDENT|SENATOR|MINISTER|JUDGE|DR|MR|MRS|MS|TRUMP|BIDEN|OBAMA|PUTIN|ZELENSKYY?|XI|MODI|MACRON|MERKEL|UNICEF|UNESCO|UNHCR|OPEC|ASEAN|INTERPOL)\b/u;

/** Words with which somebody speaks. */
const SPEAKS =
  /^["“]?(?:I|We|You|Yes|No|Well|Thanks?|My|Our|What|Why|How|Who|When|Do|Does|Did|Are|Is|Can|Would|So)\b/u;

/** The label of another speaker's turn. */
const TURN = /[.?!…"”]\s+\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,2}: (?=["“]?\p{Lu})/u;

/** A turn is looked for in so much of the text. */
const MAX_SEARCHED = 2000;

/**
 * Whether a name in capitals before a colon or dash, without date and signature, is a speaker's rather than a place:
 * "GRAU: I would cut nothing." What the gazetteer knows is a place, except where another speaker follows: JORDAN and
 * CHAD are people too.
 */
export function isSpeakerLabel(label: string, rest: string): boolean {
  if (TURN.test(rest.slice(0, MAX_SEARCHED))) return true;
  if (findPlaces(label, 'en', { table: datelineTable() }).length > 0) return false;
  return label.length <= 4 || SPEAKERS.test(label) || SPEAKS.test(rest);
}
