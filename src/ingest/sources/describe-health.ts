import { POLL_TUNING } from './poll-tuning.ts';
import { usualIntervalMs } from './publishing-rate.ts';
import type { Source } from './source.ts';

/** The health of a source: one word for code, a sentence for people (plain text). */
export interface SourceHealth {
  readonly kind: 'new' | 'healthy' | 'quiet' | 'empty' | 'failing' | 'paused' | 'gone';
  readonly words: string;
}

/** Describes the health of a source at a moment. Whatever keeps it from giving articles comes first. */
export function describeHealth(source: Source, now: Date): SourceHealth {
  const { paused, state } = source;
  const { failures, emptyAnswers } = state;
  if (paused?.reason === 'gone') {
    return { kind: 'gone', words: 'the publisher has ended this feed' };
  }
  if (paused) return { kind: 'paused', words: describePause(source) };
  if (failures) {
    const times = failures.count === 1 ? 'once' : `${failures.count} times`;
    const since = describeSpan(now.getTime() - Date.parse(failures.since));
    return {
      kind: 'failing',
      words: `${endOf(failures.message)} tried ${times} in ${since}`,
    };
  }
  if (state.lastSuccessAt === undefined) return { kind: 'new', words: 'not read yet' };
  if (emptyAnswers >= POLL_TUNING.emptyAnswers) {
    return { kind: 'empty', words: 'it answers, but without any article' };
  }
  return describeSilence(source, now) ?? { kind: 'healthy', words: 'read as planned' };
}

function describePause({ paused, state: { failures } }: Source): string {
  if (paused?.reason === 'by-manager') return 'paused by a manager';
  return `paused after 7 days without success: ${failures?.message ?? 'it could not be read'}`;
}

function describeSilence({ state }: Source, now: Date): SourceHealth | undefined {
  const usualMs = usualIntervalMs(state);
  if (usualMs === undefined || state.lastNewAt === undefined) return undefined;
  const silentMs = now.getTime() - Date.parse(state.lastNewAt);
  if (silentMs <= Math.max(usualMs * POLL_TUNING.quietIntervals, POLL_TUNING.leastQuietMs)) {
    return undefined;
  }
  const words = `nothing new for ${describeSpan(silentMs)}; usually something every ${describeSpan(usualMs)}`;
  return { kind: 'quiet', words };
}

/** A span of time in its largest unit, such as "3 hours". */
export function describeSpan(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 90) return count(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 36 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** A sentence with the mark after which another goes on. */
function endOf(message: string): string {
  return message.endsWith('?') ? `${message} –` : `${message.replace(/\.$/u, '')};`;
}
