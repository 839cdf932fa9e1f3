import { createHash } from 'node:crypto';
import type { Digest } from './digest.ts';
import type { Edition, EditionState } from './edition.ts';
import type { Subscription } from './subscription.ts';

/** Grows whenever the same inputs may give another digest. */
const MAKER_VERSION = 4;

/** What an edition is made of. */
export interface EditionParts {
  readonly subscription: Subscription;
  readonly slot: Date;
  readonly late: boolean;
  readonly digest: Digest;
  /** Hash of the articles considered; empty for a slot that was missed. */
  readonly inputHash: string;
  readonly state: EditionState;
}

/** Builds the edition of a slot. Its id does not depend on when it is posted or how that goes. */
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

/** A digest without anything, for a slot that was missed. */
export function buildEmptyDigest(slot: Date): Digest {
  const at = slot.toISOString();
  return { from: at, until: at, articleCount: 0, stories: [], omissions: [] };
}
