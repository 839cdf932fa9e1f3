import { z } from 'zod';
import type { DigestStory } from './digest.ts';

/**
 * How much of each story a digest's message shows: its headline, its headline and first sentence, or all of
 * its sentences.
 */
export type Layout = z.infer<typeof layoutSchema>;

export const layoutSchema = z.enum(['headlines', 'compact', 'full']);

/** The layout of a digest for which none was chosen. */
export const DEFAULT_LAYOUT: Layout = 'full';

const MOST_SENTENCES = {
  headlines: 0,
  compact: 1,
  full: Number.POSITIVE_INFINITY,
} as const satisfies Record<Layout, number>;

/** Keeps only the sentences that a layout shows. */
export function applyLayout(story: DigestStory, layout: Layout = DEFAULT_LAYOUT): DigestStory {
  return { ...story, sentences: story.sentences.slice(0, MOST_SENTENCES[layout]) };
}
