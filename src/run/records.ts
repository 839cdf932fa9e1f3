import { restoreSchema } from '../delivery/settle-restore.ts';
import { sourceNoticeSchema } from '../delivery/source-notice.ts';
import { alertClaimsSchema } from '../digest/alerts/claim-alert.ts';
import { editionSchema } from '../digest/edition.ts';
import { knownGuildSchema, whenGuildIsIdle } from '../digest/guild/known-guild.ts';
import { settingsSchema } from '../digest/guild/settings.ts';
import { subscriptionSchema } from '../digest/subscription.ts';
import { whenEditionIsIdle, whenSubscriptionIsIdle } from '../delivery/when-idle.ts';
import { requestBudgetSchema } from '../discord/rest/budget/request-budget.ts';
import { registeredHashSchema } from '../discord/rest/registered-hash.ts';
import { pollClaimSchema } from '../ingest/feeds/claim-poll.ts';
import { feedMemorySchema } from '../ingest/feeds/feed-memory.ts';
import { fileStatesSchema } from '../ingest/files/file-states.ts';
import { sourceSchema, whenSourceIsIdle } from '../ingest/sources/source.ts';
import { pageAttemptSchema } from '../ingest/page-attempts.ts';
import { indexSavesSchema } from '../index/saved/saved-index.ts';
import { timed } from '../store/idle.ts';
import {
  ownRequestSchema,
  ownStoriesSchema,
  publishedStoriesSchema,
  storyPartSchema,
} from '../story/stored/story-records.ts';
import type { RecordTypes } from '../store/record-table.ts';
import { journalPositionsSchema } from './retention/retention-record.ts';

/** The namespace of every kind of record, and its schema. Keep the names: they are in every store. */
export const RECORDS = {
  /** By `subscriptionKey`. */
  subscriptions: timed(subscriptionSchema, whenSubscriptionIsIdle),
  /** By `editionKey`. */
  editions: timed(editionSchema, whenEditionIsIdle),
  /** By channel. */
  'alert-claims': alertClaimsSchema,
  /** By `sourceKey`. */
  sources: timed(sourceSchema, whenSourceIsIdle),
  /** By `sourceKey`. */
  entries: feedMemorySchema,
  /** By source and planned poll, while a process polls. */
  polls: pollClaimSchema,
  /** By a hash of the link, while its page is read. */
  'page-attempts': pageAttemptSchema,
  /** One record with the states of all files, and one with the ids of their articles. */
  files: fileStatesSchema,
  /** One record: how old the journal is. */
  retention: journalPositionsSchema,
  /** By application and server. */
  registrations: registeredHashSchema,
  /** One record for all processes. */
  budget: requestBudgetSchema,
  /** By source, pause and channel. */
  'source-notices': sourceNoticeSchema,
  /** By server. */
  settings: settingsSchema,
  /** By server. */
  guilds: timed(knownGuildSchema, whenGuildIsIdle),
  /** Under `LAST_RESTORE`. */
  restores: restoreSchema,
  /** Parts of batches of stories, by batch and number. */
  stories: storyPartSchema,
  /** One record: which batches hold. */
  'story-batches': publishedStoriesSchema,
  /** By server, if it has articles of its own. */
  'own-stories': ownStoriesSchema,
  /** By server. */
  'own-story-requests': ownRequestSchema,
  /** One record. */
  'index-saves': indexSavesSchema,
} as const;

/** The types of the records, by namespace. */
export type Records = RecordTypes<typeof RECORDS>;
