import type { CommandContext } from '../../src/command/command.ts';
import { judgeArticle, type ArticleStage } from '../../src/digest/why/judge-article.ts';
import { judgeMissing } from '../../src/digest/why/judge-missing.ts';
import type { StageReport } from '../../src/digest/why/stage.ts';
import { UserError } from '../../src/errors.ts';
import type { ArticleEntry } from '../../src/index/article-entry.ts';
import type { Story } from '../../src/story/story.ts';
import { findStoriesOf } from '../shared/stories/list-stories.ts';
import { findArticle } from '../summarize/find-article.ts';
import { countOf } from '../../src/text/count-of.ts';
import { chooseDigest, type ChosenDigest } from './choose-digest.ts';
import { explainJoining, type ExplainedJoining } from './explain-story.ts';

/** Why an article is in a digest or not. */
export type ArticleExplanation =
  | {
      readonly kind: 'stored';
      readonly entry: ArticleEntry;
      readonly digest: ChosenDigest;
      readonly stages: readonly StageReport<ArticleStage>[];
      readonly story?: Story;
      readonly joining?: ExplainedJoining;
    }
  | {
      readonly kind: 'missing';
      readonly url: string;
      readonly stages: readonly StageReport<ArticleStage>[];
    };

/** Finds out which stage stopped an article that is given by its id, by words or by its link. */
export async function explainArticle(
  typed: string,
  typedDigest: string | undefined,
  context: CommandContext,
): Promise<ArticleExplanation> {
  const found = await findArticle({ article: typed }, context);
  if (found.kind === 'stored') return await explainStored(found.id, typedDigest, context);
  const { services, guildId, isManager, now } = context;
  if (!isManager) {
    throw new UserError(
      'not-found',
      'I have not stored this article. People with Manage Server can find out why, with this command.',
    );
  }
  const fate = await services.traceLink(found.url, guildId);
  if (fate.kind === 'listed' && services.index.has(fate.articleId))
    return await explainStored(fate.articleId, typedDigest, context);
  return { kind: 'missing', url: found.url, stages: judgeMissing(fate, now) };
}

async function explainStored(
  id: string,
  typedDigest: string | undefined,
  context: CommandContext,
): Promise<ArticleExplanation> {
  const digest = await chooseDigest(typedDigest, [id], context);
  const { index, older } = context.services;
  const entry = index.entry(id);
  if (!entry) {
    const why = older
      ? `That article was removed, or it is older than ${countOf(older.days, 'day')}, which digests no longer tell.`
      : 'I no longer have that article.';
    throw new UserError('not-found', why);
  }
  const stages = judgeArticle(entry, digest);
  const [story] = await findStoriesOf([id], context, [entry.lang]);
  if (!story || story.articles.length === 1)
    return { kind: 'stored', entry, digest, stages, ...(story && { story }) };
  const joining = await explainJoining(story, context, id);
  return { kind: 'stored', entry, digest, stages, story, joining };
}
