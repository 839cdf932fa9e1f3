import type { HappenedFault } from './inject-faults.ts';
import type { LogLine } from './log-lines.ts';

/** A request to Discord that met a fault. */
export interface MetRequest {
  readonly path: string;
  /** Ms since 1970. */
  readonly at: number;
}

/** What went wrong on purpose. */
export interface Causes {
  readonly happened: readonly HappenedFault[];
  readonly met: readonly MetRequest[];
}

/** Why a line may be in a log. */
interface Explanation {
  /** In words, as the figures show it. */
  readonly why: string;
  readonly text: RegExp;
  /** What else the line has to say. */
  readonly about?: RegExp;
  /** The fault that must have happened … */
  readonly cause: 'discord' | 'gateway' | 'feed' | 'house' | 'postgres';
  /** … at most so long before the line. */
  readonly withinMs: number;
}

/** What PostgreSQL and its client say of a server that stops, is away or starts. */
const POSTGRES_AWAY =
  /57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|connection error and is not queryable|PostgreSQL|terminating connection/u;

/** Every line of level warn or above that a fault may cause. A line without an explanation fails the soak. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    why: 'PostgreSQL was stopped: the index follows the store again once it is back',
    text: /^the (index|stories) could not follow the store$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: 20_000,
  },
];

/** The lines that one explanation accounts for, or that have the same text and none. */
export interface LineGroup {
  readonly text: string;
  readonly why: string | undefined;
  readonly lines: readonly LogLine[];
}

/** Groups lines by their explanation and text. */
export function explainLines(lines: readonly LogLine[], causes: Causes): LineGroup[] {
  const groups = new Map<string, { text: string; why: string | undefined; lines: LogLine[] }>();
  for (const line of lines) {
    const text = line.text.replaceAll(/\d+/gu, 'N');
    const why = explain(line, causes);
    const key = `${why ?? ''}\n${text}`;
    const group = groups.get(key) ?? { text, why, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.lines.length - a.lines.length);
}

function explain(line: LogLine, causes: Causes): string | undefined {
  return EXPLANATIONS.find(
    (one) =>
      one.text.test(line.text) &&
      (one.about?.test(line.about) ?? true) &&
      hasHappened(one, line, causes),
  )?.why;
}

function hasHappened(
  { cause, withinMs }: Explanation,
  { at, about }: LogLine,
  { happened, met }: Causes,
): boolean {
  if (cause === 'discord') return met.some((one) => one.at <= at && at - one.at <= withinMs);
  return happened.some(
    ({ kind, host, from, until }) =>
      kind === cause &&
      (host === undefined || about.includes(host)) &&
      from <= at &&
      at - until <= withinMs,
  );
}
