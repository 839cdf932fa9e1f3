import { expect, it } from 'vitest';
import { noteDropped } from '../../../src/ingest/sources/note-dropped.ts';
import { POLL_TUNING } from '../../../src/ingest/sources/poll-tuning.ts';
import { buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';

const dropped = (title: string) => ({ title, reason: 'no text', at: NOW.toISOString() });

it('keeps the latest dropped entries, up to a limit', () => {
  const many = Array.from({ length: POLL_TUNING.droppedKept }, (_, at) => dropped(`old ${at}`));
  const { state } = noteDropped(noteDropped(buildFeed(), many), [dropped('new')]);
  expect(state.dropped).toHaveLength(POLL_TUNING.droppedKept);
  expect(state.dropped?.[0]?.title).toBe('new');
});

it('does not change a source if nothing was dropped', () => {
  const source = buildFeed();
  expect(noteDropped(source, [])).toBe(source);
});
