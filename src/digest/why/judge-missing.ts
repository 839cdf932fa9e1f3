import type { LinkFate } from '../../ingest/feeds/trace-link.ts';
import { describeHealth } from '../../ingest/sources/describe-health.ts';
import { POLL_TUNING } from '../../ingest/sources/poll-tuning.ts';
import type { Source } from '../../ingest/sources/source.ts';
import { ARTICLE_STAGES, type ArticleStage } from './judge-article.ts';
import { fail, pass, reportInOrder, skip, type Judgement, type StageReport } from './stage.ts';

/** Finds out which stage stopped an article that is not stored: its source or its page. */
export function judgeMissing(fate: LinkFate, now: Date): StageReport<ArticleStage>[] {
  return reportInOrder(ARTICLE_STAGES, (stage) => {
    if (stage === 'source') return judgeSource(fate, now);
    return stage === 'page' ? judgePage(fate) : skip('it is not stored');
  });
}

function judgeSource(fate: LinkFate, now: Date): Judgement {
  if (fate.kind === 'no-source')
    return fail(`no source that is read here has pages at ${fate.site}`);
  const { source } = fate;
  if (fate.kind !== 'unlisted') return pass(source.name);
  const { kind, words } = describeHealth(source, now);
  if (kind !== 'healthy' && kind !== 'quiet') return fail(`${source.name}: ${words}`);
  return fail(`the feed of ${source.name} did not have this link`, ...describeReading(source));
}

function describeReading({ state: { lastSuccessAt } }: Source): (string | Date)[] {
  return lastSuccessAt === undefined ? [] : [' when it was read at ', new Date(lastSuccessAt)];
}

function judgePage(fate: LinkFate): Judgement {
  switch (fate.kind) {
    case 'waiting':
      return fail(
        fate.attempts === 0
          ? 'its page is still to be read'
          : `its page could not be read ${fate.attempts} of ${POLL_TUNING.pageAttempts} times, and will be tried again`,
      );
    case 'dropped':
      return fail(`it gave no article, at `, new Date(fate.at), `: ${fate.reason}`);
    case 'listed':
      return fail(
        'its feed had it at ',
        new Date(fate.at),
        ', but it is not stored. Of a new source only the newest articles are taken; why other entries gave none is kept for the latest only',
      );
    case 'no-source':
    case 'unlisted':
      return skip('no feed listed it');
    default:
      return fate satisfies never;
  }
}
