import { EXPLANATIONS, type Explanation } from './explanations.ts';
import type { HappenedFault } from './inject-faults.ts';
import type { LogLine } from './log-lines.ts';

/** A request to Discord that met a fault. */
interface MetRequest {
  readonly path: string;
  /** Ms since 1970. */
  readonly at: number;
}

/** What went wrong on purpose. */
export interface Causes {
  readonly happened: readonly HappenedFault[];
  readonly met: readonly MetRequest[];
}

/** The lines that one explanation accounts for, or that have the same text and none. */
export interface LineGroup {
  readonly text: string;
  readonly why: string | undefined;
  readonly lines: readonly LogLine[];
}

/** Groups lines by their explanation and text, the largest group first. */
export function explainLines(lines: readonly LogLine[], causes: Causes): LineGroup[] {
  const groups = new Map<string, { text: string; why: string | undefined; lines: LogLine[] }>();
  for (const line of lines) {
    const text = line.text.replaceAll(/\d+/gu, 'N');
    const why = EXPLANATIONS.find((one) => explains(one, line, causes))?.why;
    const key = `${why ?? ''}\n${text}`;
    const group = groups.get(key) ?? { text, why, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.lines.length - a.lines.length);
}

function explains(one: Explanation, line: LogLine, causes: Causes): boolean {
  const fits = one.text.test(line.text) && (one.about?.test(line.about) ?? true);
  return fits && hasHappened(one, line, causes);
}

/** Whether the fault has happened before the line: to the same feed, if the line names one. */
function hasHappened(
  { cause, request, withinMs }: Explanation,
  { at, about }: LogLine,
  { happened, met }: Causes,
): boolean {
  if (cause === 'discord')
    return met.some(
      (one) => (request?.test(one.path) ?? true) && one.at <= at && at - one.at <= withinMs,
    );
  const [, host] = cause === 'feed' ? (/"host":"([^"]+)"/u.exec(about) ?? []) : [];
  return happened.some(
    ({ kind, hosts, from, until }) =>
      (kind === cause || (cause === 'feed' && kind === 'house')) &&
      (host === undefined || hosts.includes(host)) &&
      from <= at &&
      at - until <= withinMs,
  );
}
