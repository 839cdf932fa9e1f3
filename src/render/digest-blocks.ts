import type { DigestStory } from '../digest/digest.ts';
import type { Layout } from '../digest/layout.ts';
import type { Block } from './fit-blocks.ts';
import { renderMaskedLink } from './masked-link.ts';
import { renderByline } from './render-byline.ts';
import { renderAttributed } from './render-story-parts.ts';
import { renderLine, renderText } from './render-text.ts';

/** Longer headlines and sentences are cut. Editions of usual length fit whole. */
const SIZES = { headline: 200, sentence: 1200, topic: 150 } as const;

/**
 * Builds the blocks of a digest's stories. Several stories are numbered, with the numbers of the map. The first
 * story of each topic has the topic above it.
 */
export function buildDigestBlocks(
  stories: readonly DigestStory[],
  layout: Layout | undefined,
): Block[] {
  return stories.map((story, index) => {
    const number = stories.length > 1 ? `${index + 1}. ` : '';
    const block = buildStoryBlock(story, { number, layout });
    return startsSection(story, stories[index - 1])
      ? { ...block, head: `## On ${renderLine(story.topic, SIZES.topic)}\n${block.head}` }
      : block;
  });
}

/** Whether a story is the first of its topic. */
export function startsSection(
  story: DigestStory,
  before: DigestStory | undefined,
): story is DigestStory & { readonly topic: string } {
  return story.topic !== undefined && story.topic !== before?.topic;
}

/** Builds the block of one story of a digest. `number` precedes its headline. */
export function buildStoryBlock(
  story: DigestStory,
  { number = '', layout }: { readonly number?: string; readonly layout?: Layout | undefined } = {},
): Block {
  const { headline, url, update, sentences, sources, voices } = story;
  const link = renderMaskedLink(headline, url, SIZES.headline);
  // Independent of which sentences are shown, so that a story takes no more room when some are dropped. An
  // edition from before voices were counted has a single article's sentences.
  const isOnes = voices === undefined || sources.length <= 1;
  const headed = `${number}${update ? '**Update** · ' : ''}${link}`;
  return {
    // A number at the start of a line would begin a list in Markdown.
    head: layout === 'headlines' ? headed.replace(/^\d+\./u, '**$&**') : `### ${headed}`,
    sentences: sentences.map((sentence) =>
      isOnes ? renderText(sentence.text, SIZES.sentence) : renderAttributed(sentence),
    ),
    joiner: isOnes ? ' ' : '\n',
    foot: renderFoot(story, isOnes),
  };
}

/**
 * Renders the small line below a story. If one publisher tells it, the line names that and the place. It says
 * when the newest of the articles that tell it was published, and when the first of the story was.
 */
function renderFoot(story: DigestStory, isOnes: boolean): string {
  const {
    source,
    place,
    publishedAt,
    dayOnly,
    firstAt,
    firstDayOnly,
    sources,
    voices,
    articleIds,
  } = story;
  return renderByline({
    ...(isOnes && { source: voices === 1 && source ? `Only ${source}` : source, place }),
    publishedAt,
    dayOnly,
    publisherCount: sources.length,
    articleCount: articleIds.length,
    // Several articles of one publisher are one voice, but not one text.
    isOneText: voices === 1 && sources.length > 1,
    ...(articleIds.length > 1 && { firstAt, firstDayOnly }),
  });
}
