import { describeHealth } from '../ingest/sources/describe-health.ts';
import { HOST, type Source } from '../ingest/sources/source.ts';
import type { Message } from './message.ts';
import { renderLine } from './render-text.ts';

const SIZES = { name: 100, words: 300 } as const;

/** Renders the one-time notice to a channel that a source in its digests is no longer read. */
export function renderSourceNotice(source: Source, now: Date): Message {
  const { words } = describeHealth(source, now);
  const next =
    source.owner === HOST
      ? 'The person who runs this bot can fix that.'
      : 'Once that is fixed, `/sources resume` reads it again.';
  return {
    content: `I no longer read **${renderLine(source.name, SIZES.name)}**, which the digests of this channel name: ${renderLine(words, SIZES.words)}. ${next}`,
    allowed_mentions: { parse: [] },
  };
}
