import { createHash } from 'node:crypto';
import type { Digest } from './digest.ts';
import type { Edition, EditionState } from './edition.ts';
import type { Subscription } from './subscription.ts';

/** Increased whenever the same inputs may give another digest. */
const MAKER_VERSION = 4;

/** The inputs of an edition. */
export interface EditionParts {
  readonly subscription: Subscription;
  readonly slot: Date;
  readonly late: boolean;
  readonly digest: Digest;
  /** The hash of the considered articles; empty for a missed slot. */
  readonly inputHash: string;
  readonly state: EditionState;
}

/** Builds the edition of a slot. Its id does not depend on when or whether it is posted. */
export function buildEdition(parts: EditionParts): Edition {
  const { subscription, slot, late, digest, inputHash, state } = parts;
  const {
    id: subscriptionId,
    guildId,
    channelId,
    topics,
    sources,
    languages = [],
    countries = [],
    storyCount,
    onQuiet,
  } = subscription;
  const wanted = { topics, sources, languages, countries };
  const configuration = { subscriptionId, channelId, ...wanted, storyCount, onQuiet };
  const window = { slot: slot.toISOString(), from: digest.from };
  const identity = JSON.stringify([MAKER_VERSION, configuration, window, inputHash]);
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 12);
  return { id, subscriptionId, guildId, channelId, slot: slot.toISOString(), late, digest, state };
}

/** Builds the empty digest of a missed slot. */
export function buildEmptyDigest(slot: Date): Digest {
  const at = slot.toISOString();
  return { from: at, until: at, articleCount: 0, stories: [], omissions: [] };
}
