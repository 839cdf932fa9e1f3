import type { Edition } from '../../digest/edition.ts';
import { listFolderArticles } from '../../ingest/files/folder-articles.ts';
import type { Store } from '../../store/create-store.ts';
import type { Records } from '../records.ts';
import type { KeptReason } from './plan-prune.ts';

/**
 * Finds out for which of some articles there is a reason to stay whatever their age. It reads records only, so that
 * every process comes to the same.
 */
export async function findNeeded(
  store: Pick<Store<Records>, 'records'>,
  isAsked: (id: string) => boolean,
): Promise<Map<string, KeptReason>> {
  const needed = new Map<string, KeptReason>();
  const need = (ids: Iterable<string>, reason: KeptReason): void => {
    for (const id of ids) if (isAsked(id) && !needed.has(id)) needed.set(id, reason);
  };
  need(await listFolderArticles(store.records('files')), 'folder');
  /** The subscriptions that are on one story. */
  const onStory = new Set<string>();
  for await (const [, { id, storyId }] of store.records('subscriptions').list()) {
    if (storyId === undefined) continue;
    onStory.add(id);
    need([storyId], 'followed');
  }
  for await (const [, edition] of store.records('editions').list()) {
    if (onStory.has(edition.subscriptionId)) need(toldBy(edition), 'followed');
    else need(edition.state.kind === 'pending' ? toldBy(edition) : shownBy(edition), 'shown');
  }
  return needed;
}

/** All articles of an edition's stories. */
function toldBy({ digest }: Edition): string[] {
  return digest.stories.flatMap(({ storyId, articleIds }) => [storyId, ...articleIds]);
}

/** Those that it links to and quotes, and by which its menus name its stories. */
function shownBy({ digest }: Edition): string[] {
  return digest.stories.flatMap(({ storyId, articleId, sentences }) => [
    storyId,
    articleId,
    ...sentences.map((sentence) => sentence.articleId),
  ]);
}
