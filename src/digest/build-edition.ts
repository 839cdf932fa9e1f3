import { createHash } from 'node:crypto';
import type { RaisedAlert } from './alerts/alert.ts';
import type { Digest } from './digest.ts';
import type { Edition, EditionState } from './edition.ts';
import { nameSubscription } from './subscription-name.ts';
import type { Subscription } from './subscription.ts';

/** Increased whenever the same digest may be shown otherwise. */
const MAKER_VERSION = 7;

/** The inputs of an edition. */
export interface EditionParts {
  readonly subscription: Subscription;
  readonly slot: Date;
  readonly late: boolean;
  readonly digest: Digest;
  readonly state: EditionState;
  /** Set if it is an alert. */
  readonly alert?: RaisedAlert;
}

/** Builds the edition of a slot. Its id does not depend on when or whether it is posted. */
export function buildEdition(parts: EditionParts): Edition {
  const { subscription, slot, late, digest, state, alert } = parts;
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
    layout,
  } = subscription;
  const name = nameSubscription(subscription);
  const wanted = { topics, sources, languages, countries };
  const limits = { storyCount, onQuiet, layout };
  const configuration = { subscriptionId, channelId, name, ...wanted, ...limits };
  const parameters = [configuration, slot.toISOString(), digest, ...(alert ? [alert] : [])];
  const identity = JSON.stringify([MAKER_VERSION, ...parameters]);
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 12);
  return {
    id,
    subscriptionId,
    guildId,
    channelId,
    name,
    slot: slot.toISOString(),
    late,
    digest,
    ...(alert !== undefined && { alert }),
    ...(layout !== undefined && { layout }),
    state,
  };
}

/** Builds the empty digest of a missed slot. */
export function buildEmptyDigest(slot: Date): Digest {
  const at = slot.toISOString();
  return { from: at, until: at, articleCount: 0, stories: [], omissions: [] };
}
