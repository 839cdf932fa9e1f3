import type { Services } from '../command/services.ts';
import type { News } from '../digest/news.ts';
import { previewDigest } from '../digest/prepare-digest.ts';
import {
  EDITION_PICTURE_WAIT_MS,
  type AttachPictures,
} from '../discord/pictures/attach-pictures.ts';
import type { Log } from '../log.ts';
import { renderDigest } from '../render/render-digest.ts';
import { takeTurn } from '../slices.ts';

/** After so many digests in each language, the engine has compiled most of what builds them. */
const ROUNDS = 4;

/** What `/digest now` asks for if nobody says otherwise. */
const PLAN = { channelId: '', topics: [], sources: [], countries: [], storyCount: 5 };

/** What digests are prepared with. */
interface PreparingParts {
  readonly news: News;
  readonly editions: Services['editions'];
  readonly attachPictures: AttachPictures;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Builds digests that nobody sees, in every language and in the most frequent one, so that the first person who asks for
 * one doesn't wait until articles are read, code is compiled and a map is drawn. Who asks meanwhile shares what is
 * worked out. Ends early when the signal aborts. Never rejects.
 */
export async function prepareDigests(
  { news, editions, attachPictures, now, log }: PreparingParts,
  signal: AbortSignal,
): Promise<void> {
  try {
    const [most] = news.index.languages();
    if (!most) return;
    for (let round = 1; round <= ROUNDS; round++) {
      for (const languages of [[], [most.lang]]) {
        await takeTurn('following');
        if (signal.aborted) return;
        const digest = await previewDigest({ ...PLAN, languages }, now(), editions, news);
        // Last, when the outlines of the map have been read.
        if (round === ROUNDS) await attachPictures(renderDigest(digest), EDITION_PICTURE_WAIT_MS);
      }
    }
  } catch (err) {
    log.debug({ err }, 'no digest was prepared');
  }
}
