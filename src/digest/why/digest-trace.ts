import type { ExplainedSentence } from '../../story/brief/explain-brief.ts';
import type { Story } from '../../story/story.ts';
import type { DigestRequest } from '../digest-request.ts';
import type { Digest, OmissionReason } from '../digest.ts';
import type { StoryInWindow } from '../score-story.ts';
import type { WantedPart } from '../select-articles.ts';
import type { StoryKind } from '../variety.ts';

/** A story, and which of its articles are in the window of a digest. */
export interface CoveredStory extends Story, StoryInWindow {}

/** What became of a story. */
export interface ConsideredStory {
  readonly story: CoveredStory;
  /** What it is of that the digest had enough of, so that all others came before it. */
  readonly full?: StoryKind;
  readonly outcome: 'told' | OmissionReason;
}

/** A digest, and what became of every story that it was chosen from. */
export interface DigestTrace {
  readonly request: DigestRequest;
  readonly digest: Digest;
  /** The window held nothing, so that the latest stories of the store stand in for it. */
  readonly isLatest: boolean;
  /** The best first; the latest first if they stand in. */
  readonly considered: readonly ConsideredStory[];
  /** Whether an article has what is wanted in one respect, whatever its date. */
  fits(articleId: string, part: WantedPart): boolean;
  /** Says why the sentences that tell a story were chosen. */
  explain(story: CoveredStory): Promise<readonly ExplainedSentence[]>;
}
