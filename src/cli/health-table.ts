import { describeHealth } from '../ingest/sources/describe-health.ts';
import { articlesADay } from '../ingest/sources/publishing-rate.ts';
import { pollUrl, type DroppedEntry, type Source } from '../ingest/sources/source.ts';

/** A feed's health as data. */
export interface HealthRow {
  readonly id: string;
  readonly url: string;
  readonly owner: string;
  readonly health: string;
  /** A description of the health: the last error, if there is one. */
  readonly words: string;
  readonly articlesADay?: number;
  readonly lastSuccessAt?: string;
  /** Absent while it is paused. */
  readonly nextPollAt?: string;
  /** Recent entries that yielded no article, and why. */
  readonly dropped?: readonly DroppedEntry[];
}

/** Describes one feed at a given time. */
export function describeRow(source: Source, now: Date): HealthRow {
  const { id, owner, state, paused } = source;
  const { kind, words } = describeHealth(source, now);
  const perDay = articlesADay(state, now);
  return {
    id,
    url: pollUrl(source),
    owner,
    health: kind,
    words,
    ...(perDay !== undefined && { articlesADay: Math.round(perDay * 10) / 10 }),
    ...(state.lastSuccessAt !== undefined && { lastSuccessAt: state.lastSuccessAt }),
    ...(!paused && { nextPollAt: state.nextPollAt }),
    ...(state.dropped && { dropped: state.dropped }),
  };
}

const HEADING = ['SOURCE', 'OWNER', 'HEALTH', 'A DAY', 'LAST READ', 'NEXT', 'WHAT IS WRONG'];
const NAME_WIDTH = 32;

/** Formats a table of feeds as lines, with dates in UTC. Empty if there are no feeds. */
export function buildHealthTable(sources: readonly Source[], now: Date): string[] {
  if (sources.length === 0) return [];
  const rows = sources.map((source) => {
    const row = describeRow(source, now);
    const isWell = row.health === 'healthy' || row.health === 'new';
    return [
      cleanCell(source.name, NAME_WIDTH),
      row.owner,
      row.health,
      String(row.articlesADay ?? '–'),
      describeTime(row.lastSuccessAt),
      describeTime(row.nextPollAt),
      isWell ? '' : cleanCell(row.words, 200),
    ];
  });
  const all = [HEADING, ...rows];
  const widths = HEADING.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Formats one line for each recent entry that yielded no article, ending with the reason. */
export function listDropped(sources: readonly Source[]): string[] {
  return sources.flatMap(({ name, state }) =>
    (state.dropped ?? []).map(({ title, url, reason, at }) => {
      const link = url === undefined ? '' : ` ${cleanCell(url, 300)}`;
      const entry = `${cleanCell(title, 100)}${link}`;
      return `${describeTime(at)}  ${cleanCell(name, NAME_WIDTH)}: ${entry}: ${cleanCell(reason, 200)}`;
    }),
  );
}

function describeTime(iso: string | undefined): string {
  return iso === undefined ? '–' : iso.slice(0, 16).replace('T', ' ');
}

/** Text by publishers must not move the cursor of a terminal. */
function cleanCell(text: string, length: number): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, length);
}
