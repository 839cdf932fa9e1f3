import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import type { DeliveryRecord } from '../digest/delivery.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { ArticleReader } from '../index/article-view.ts';
import type { ReadingOf } from '../summary/reading/reading-cache.ts';
import type { LinkReader } from '../web/link-reader.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { SourceManager } from '../ingest/sources/manage-sources.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Attachment } from './option.ts';

/** One publisher or folder as readers may ask about it. */
export interface SourceStatus {
  readonly name: string;
  readonly articleCount: number;
  /** ISO 8601, UTC. */
  readonly newestAt?: string;
}

/** The bot's health at one moment. */
export interface Health {
  readonly version: string;
  readonly startedAt: string;
  readonly articleCount: number;
  readonly newestAt?: string;
  /** The store's engine without credentials: "SQLite", "PostgreSQL", "Redis", "memory". */
  readonly storeEngine: string;
  /** The stored articles are still being read after the start; `articleCount` is how many were so far. */
  readonly reading: boolean;
  readonly gatewayLatencyMs?: number;
  readonly memoryBytes: number;
}

/** What stands in the way of a subscription's digests; permissions in Discord's words ("Send Messages"). */
export interface ChannelCheck {
  /** The channel belongs to another server. */
  readonly isElsewhere: boolean;
  /** Permissions that the bot lacks to post there. */
  readonly toPost: readonly string[];
  /** Permissions that it lacks to open threads, where the subscription wants them. */
  readonly toOpenThreads: readonly string[];
  /** Permissions that it lacks to send pictures along, where the subscription wants them. */
  readonly toAttach?: readonly string[];
  /** Whether the members of the role, if there is one, are notified. */
  readonly canMention: boolean;
}

/** What a command may use. Everything here can be built in a test from plain objects and a memory store. */
export interface Services {
  /** The IANA zone of a schedule for which none is named. */
  readonly defaultZone: string;
  readonly articles: ArticleStore;
  readonly index: ArticleReader;
  /** The sentences and terms of an article; the readings of recent ones are kept. */
  readonly readingOf: ReadingOf;
  /** Keys are `<guildId>:<subscriptionId>`: `subscriptionKey()`. */
  readonly subscriptions: RecordStore<Subscription>;
  /** Keys are `<channelId>:<subscriptionId>:<slot>`: `editionKey()`. */
  readonly editions: RecordStore<Edition>;
  /** Newest first, of one guild. */
  recentDeliveries(guildId: string): Promise<readonly DeliveryRecord[]>;
  sources(): readonly SourceStatus[];
  /** The feeds that are read: the host's and each server's own. */
  readonly manageSources: SourceManager;
  /** The text of a file that somebody sent along. Throws a UserError where it cannot be read or is too large. */
  readAttachment(attachment: Attachment): Promise<string>;
  /** Reads pages that people link to; absent where nothing is fetched. */
  readonly links?: LinkReader;
  health(): Health;
  /**
   * With `id`, the digest that this stored subscription would get for a slot at `now`; without, the
   * last 24 hours whatever the channel was told. Where that window is empty, the latest stories of
   * the store stand in for it and `noNewsSince` says so. Stores and posts nothing. With `guildId` that
   * server's own sources are read too.
   */
  previewDigest(
    subscription: Pick<
      Subscription,
      'channelId' | 'topics' | 'sources' | 'languages' | 'countries' | 'storyCount'
    > &
      Partial<Pick<Subscription, 'id' | 'guildId'>>,
    now: Date,
  ): Promise<Digest>;
  /** Absent, or resolves to nothing, where nobody can tell: in a terminal, or before the log-in. */
  checkChannel?(
    subscription: Pick<Subscription, 'guildId' | 'channelId' | 'thread' | 'roleId' | 'pictures'>,
  ): Promise<ChannelCheck | undefined>;
}
