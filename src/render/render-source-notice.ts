import { describeHealth } from '../ingest/sources/describe-health.ts';
import { HOST, type Source } from '../ingest/sources/source.ts';
import type { Message } from './message.ts';
import { renderLine } from './render-text.ts';

const SIZES = { name: 100, words: 300 } as const;

/** Renders what a channel is told, once, when a source that its digests name is read no more. */
export function renderSourceNotice(source: Source, now: Date): Message {
  const { words } = describeHealth(source, now);
  const next =
    source.owner === HOST
      ? 'Whoever runs this bot can mend that.'
      : 'When that is mended, `/sources resume` reads it again.';
  return {
    content: `I no longer read **${renderLine(source.name, SIZES.name)}**, which the digests of this channel name: ${renderLine(words, SIZES.words)}. ${next}`,
    allowed_mentions: { parse: [] },
  };
}
