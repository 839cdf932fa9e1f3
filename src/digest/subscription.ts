/** When digests are due: a five-field cron expression read in an IANA time zone. */
export interface Schedule {
  readonly cron: string;
  readonly zone: string;
}

/** Why a subscription does not run. `delivery` means that Discord refused us; it says why. */
export type SubscriptionState =
  | { readonly kind: 'active' }
  | {
      readonly kind: 'paused';
      readonly by: 'manager' | 'delivery';
      readonly reason: string;
      readonly since: string;
      /** The server's managers have still to be told. */
      readonly untold?: true;
    };

/** What a channel gets, and when. */
export interface Subscription {
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly schedule: Schedule;
  /** Queries in the search language; empty means everything. */
  readonly topics: readonly string[];
  /** Publishers; empty means all. */
  readonly sources: readonly string[];
  /** Primary subtags; empty or absent means all. */
  readonly languages?: readonly string[];
  /** Where its stories happen, by ISO 3166-1 alpha-2; empty or absent means everywhere. */
  readonly countries?: readonly string[];
  /** Most stories in one edition, 1 to 10. */
  readonly storyCount: number;
  /** The one role that an edition mentions. */
  readonly roleId?: string;
  /** Whether each edition opens a thread. */
  readonly thread: boolean;
  /** Set where editions go without pictures. */
  readonly pictures?: false;
  /** What to do on a day without news. */
  readonly onQuiet: 'post-nothing' | 'say-so';
  readonly state: SubscriptionState;
  readonly createdBy: string;
  readonly createdAt: string;
  /** Grows with each edit; slots before `changedAt` are never caught up. */
  readonly changedAt: string;
}

/** The key of a subscription in its store; those of one guild share the prefix `<guildId>:`. */
export function subscriptionKey(subscription: Pick<Subscription, 'id' | 'guildId'>): string {
  return `${subscription.guildId}:${subscription.id}`;
}
