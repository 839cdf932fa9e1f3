import { countOf } from '../../text/count-of.ts';
import type { Alert } from './alert.ts';

/** Describes an alert: "5 publishers in 6 hours, at most 3 a day". `parseAlert` reads that again. */
export function describeAlert({ voices, hours, perDay }: Alert): string {
  return `${countOf(voices, 'publisher')} in ${countOf(hours, 'hour')}, at most ${perDay} a day`;
}
