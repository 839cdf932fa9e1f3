import { z } from 'zod';
import { feedEntrySchema } from '../../article/feed/feed.ts';

/** An entry to read, and what its feed says of all of them. */
export type EntryTask = Readonly<z.infer<typeof entryTaskSchema>>;

export const entryTaskSchema = z.object({
  entry: feedEntrySchema,
  articleId: z.string(),
  /** Whether the article has this id already, so that its page may not give it another. */
  isSettled: z.boolean(),
  /** Several entries link to this entry's page, so the page's text is not this entry's own. */
  isShared: z.boolean(),
});
