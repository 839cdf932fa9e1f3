import type { Edition } from '../../src/digest/edition.ts';
import { describeOutcome } from '../../src/render/describe-outcome.ts';

/** Says in words what became of an edition. */
export function describeState(edition: Edition): string {
  const words = describeOutcomeOf(edition);
  return edition.alert ? `an alert, ${words}` : words;
}

function describeOutcomeOf({ state, late, digest: { stories } }: Edition): string {
  switch (state.kind) {
    case 'pending':
      return 'not posted yet';
    case 'posted':
      return `${late ? 'posted late' : 'posted'}${stories.length === 0 ? ' that nothing was new' : ''}`;
    case 'failed':
      return describeOutcome(state.outcome);
    case 'quiet':
    case 'missed':
      return describeOutcome(state);
    default:
      return state satisfies never;
  }
}

/** Tells whether an edition has anything to show again. */
export function hasStories({ digest: { stories } }: Edition): boolean {
  return stories.length > 0;
}

export function countStories({ digest: { stories } }: Edition): string {
  return stories.length === 1 ? '1 story' : `${stories.length} stories`;
}
