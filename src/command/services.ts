import type { DigestCache } from '../digest/digest-cache.ts';
import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import type { DeliveryRecord } from '../digest/delivery.ts';
import type { Settings } from '../digest/guild/settings.ts';
import type { PreviewOf } from '../digest/prepare-digest.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { DigestTrace } from '../digest/why/digest-trace.ts';
import type { TracedSlot } from '../digest/why/trace-asked.ts';
import type { LinkFate } from '../ingest/feeds/trace-link.ts';
import type { ArticleReader } from '../index/article-view.ts';
import type { OlderArticles } from '../index/older/older-articles.ts';
import type { SourceStatus } from '../index/source-status.ts';
import type { StoryReader } from '../story/book/story-book.ts';
import type { StoryLinks } from '../story/join/link-articles.ts';
import type { ReadingOf } from '../summary/reading/reading-cache.ts';
import type { LinkReader } from '../web/link-reader.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { SourceManager } from '../ingest/sources/manage-sources.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Attachment } from './option.ts';

/** The present state of the bot. */
export interface Health {
  readonly version: string;
  readonly startedAt: string;
  readonly articleCount: number;
  readonly newestAt?: string;
  /** The store's engine without credentials: "SQLite", "PostgreSQL", "Redis", "memory". */
  readonly storeEngine: string;
  /** Why nothing can be stored at the moment, as a part of a sentence; absent if the store takes writes. */
  readonly storeFault?: string;
  /** For how many days an article is kept; 0 keeps all. */
  readonly keepDays: number;
  /** Whether this is one of several processes, none of which reads the sources. */
  readonly lacksIngest?: boolean;
  /** Whether the stored articles are still being read after the start; `articleCount` is the number read so far. */
  readonly reading: boolean;
  readonly gatewayLatencyMs?: number;
  readonly memoryBytes: number;
}

/** What keeps a subscription's digests from being posted. Permissions have Discord's names ("Send Messages"). */
export interface ChannelCheck {
  /** The channel belongs to another server. */
  readonly isElsewhere: boolean;
  /** Permissions that the bot lacks to post there. */
  readonly toPost: readonly string[];
  /** Permissions that it lacks to open threads, if the subscription wants them. */
  readonly toOpenThreads: readonly string[];
  /** Permissions that it lacks to attach pictures, if the subscription wants them. */
  readonly toAttach?: readonly string[];
  /** Whether the members of the role, if there is one, would be notified. */
  readonly canMention: boolean;
}

/** Everything that commands may use. A test can build it from plain objects and a store in memory. */
export interface Services {
  /** The IANA time zone of a schedule that names none, in a server whose managers chose none. */
  readonly defaultZone: string;
  readonly articles: ArticleStore;
  readonly index: ArticleReader;
  /** The stored articles that are too old for the index; absent if it has all. */
  readonly older?: OlderArticles;
  readonly stories: StoryReader;
  /** The sentences and terms of an article; the readings of recent ones are kept. */
  readonly readingOf: ReadingOf;
  /** What many ask at one moment, kept until an article changes. Keys name the server: each sees other articles. */
  readonly cache: Pick<DigestCache, 'keep'>;
  /** Keys are `<guildId>:<subscriptionId>`: `subscriptionKey()`. */
  readonly subscriptions: RecordStore<Subscription>;
  /** Keys are `<channelId>:<subscriptionId>:<slot>`: `editionKey()`. */
  readonly editions: RecordStore<Edition>;
  /** Keys are ids of servers. */
  readonly settings: RecordStore<Settings>;
  /** The deliveries of one server, the newest first. */
  recentDeliveries(guildId: string): Promise<readonly DeliveryRecord[]>;
  sources(): readonly SourceStatus[];
  /** The feeds of the host and of each server. */
  readonly manageSources: SourceManager;
  /** Reads the text of an attachment. Throws a UserError if it cannot be read or is too large. */
  readAttachment(attachment: Attachment): Promise<string>;
  /** Reads pages that people link to; absent if nothing may be fetched. */
  readonly links?: LinkReader;
  health(): Health;
  /**
   * Builds the digest that the stored subscription `id` would get for a slot at `now`. Without `id` it covers the
   * last 24 hours, whatever the channel was told before. If that window is empty, the digest has the latest stories
   * of the store, and `noNewsSince` says so. With `guildId` it includes that server's own sources. It stores and
   * posts nothing.
   */
  previewDigest(preview: PreviewOf, now: Date): Promise<Digest>;
  /** Builds the digest of a slot again, and says what became of every story. It stores and posts nothing. */
  traceDigest(asked: TracedSlot): Promise<DigestTrace>;
  /** Finds out what became of a link among the feeds that a server reads; without one, those of the host. */
  traceLink(link: string, guildId?: string): Promise<LinkFate>;
  /** How alike the articles of a story are. */
  readonly storyLinks: StoryLinks;
  /**
   * Opens the channel of direct messages with a person. Resolves to nothing if Discord cannot be asked, or does not
   * allow it. Absent in a terminal.
   */
  openDirectMessages?(userId: string): Promise<string | undefined>;
  /** Absent in a terminal, and resolves to nothing before the login: then it cannot be known. */
  checkChannel?(
    subscription: Pick<Subscription, 'guildId' | 'channelId' | 'thread' | 'roleId' | 'pictures'>,
  ): Promise<ChannelCheck | undefined>;
}
