import type { Digest, DigestStory, OmissionReason } from '../digest/digest.ts';
import { editionMark } from '../digest/edition.ts';
import { PLAIN_NAME } from '../digest/subscription-name.ts';
import { renderByline } from './render-byline.ts';
import { buildPanel, buildSeparator, buildText } from './components.ts';
import { countFitting, writeBlock, type Block } from './fit-blocks.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import { drawDigestMap } from './picture/digest-map.ts';
import { buildGallery } from './picture/picture.ts';
import { renderStoryMenu, type MenuStory } from './render-story-menu.ts';
import { renderAttributed } from './render-story-parts.ts';
import { renderLine, renderText } from './render-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** Options of a digest's message. */
export interface DigestOptions {
  /** What the digest is called. Default: "News digest". */
  readonly name?: string;
  /** Written into the footer, so that the message can be found again after a crash. */
  readonly editionId?: string;
  /** The edition is posted after its slot. */
  readonly late?: boolean;
  /** The one role that is mentioned. */
  readonly roleId?: string;
  /** A note above everything else: that this is a preview or an old edition, or what was not understood. */
  readonly note?: string;
  /** Show a map if stories name a country. Default: true. */
  readonly pictures?: boolean;
}

/** Longer headlines and sentences are cut. Editions of usual length fit whole. */
const SIZES = { name: 150, headline: 200, sentence: 1200 } as const;

/** Renders a digest as one message within all of Discord's limits, whatever its texts are. */
export function renderDigest(digest: Digest, options: DigestOptions = {}): Message {
  const fitting = fitDigest(digest, options);
  const mention = options.roleId ? `<@&${options.roleId}>` : '';
  const texts = [
    ...buildBlocks(fitting.stories).map((block) => writeBlock(block)),
    renderFooter(fitting, options),
  ].filter((text) => text !== '');
  const map = options.pictures === false ? undefined : drawDigestMap(fitting);
  const panel = buildPanel(
    [
      buildText(renderHead(digest, options)),
      ...(map ? [buildGallery(map)] : []),
      ...texts.flatMap((text) => [buildSeparator(), buildText(text)]),
    ],
    // Of a story with one article there is nothing more to open.
    renderStoryMenu(fitting.stories.filter(({ articleIds }) => articleIds.length > 1).map(toMenu)),
  );
  const message = map ? { ...panel, pictures: [map] } : panel;
  if (!options.roleId) return message;
  return {
    ...message,
    components: [buildText(mention), ...(message.components ?? [])],
    allowed_mentions: { parse: [], roles: [options.roleId] },
  };
}

/**
 * Reduces a digest to what one message with these options has room for, which is exactly what
 * `renderDigest` shows. Sentences without room are dropped; stories without room become omissions.
 */
export function fitDigest(digest: Digest, options: DigestOptions = {}): Digest {
  const asOmissions = digest.stories.map(({ storyId, headline }) => ({
    storyId,
    headline,
    reason: 'no-room' as const,
  }));
  // The footer grows with each story that doesn't fit, so its longest form is reserved.
  const longest = { ...digest, omissions: [...digest.omissions, ...asOmissions] };
  const mention = options.roleId ? `<@&${options.roleId}>` : '';
  const around = [renderHead(digest, options), renderFooter(longest, options), mention].join('');
  const room = DISCORD_LIMITS.componentTextLength - around.length;
  const counts = countFitting(buildBlocks(digest.stories), room);
  return {
    ...digest,
    stories: digest.stories
      .slice(0, counts.length)
      .map((story, index) => ({ ...story, sentences: story.sentences.slice(0, counts[index]) })),
    omissions: [...digest.omissions, ...asOmissions.slice(counts.length)],
  };
}

/** An article's id leads to its story; an edition from before stories were kept has another id. */
function toMenu({ articleId, headline }: DigestStory): MenuStory {
  return { storyId: articleId, headline };
}

function renderHead(digest: Digest, { name = PLAIN_NAME, late, note }: DigestOptions): string {
  const { from, until, noNewsSince, stories } = digest;
  const due = renderTimeStamp(until, 'f');
  const lines = [
    note && `-# ${note}`,
    `## ${renderLine(name, SIZES.name)} · ${renderTimeStamp(until, 'D')}`,
    late && `-# Late: this edition was due ${due}.`,
    noNewsSince &&
      `No news since ${renderTimeStamp(noNewsSince, 'D')}. These are the latest stories before that.`,
    stories.length === 0 && `Nothing new since ${renderTimeStamp(from, 'f')}.`,
    !noNewsSince && stories.length > 0 && renderScope(digest),
  ];
  return lines.filter(Boolean).join('\n');
}

function renderScope({ articleCount, sourceCount = 0, from }: Digest): string {
  const articles = articleCount === 1 ? '1 article' : `${articleCount} articles`;
  const publishers = sourceCount > 1 ? ` of ${sourceCount} publishers` : '';
  return `-# From ${articles}${publishers} since ${renderTimeStamp(from, 'f')}`;
}

/** Several stories are numbered, with the numbers of the map. */
function buildBlocks(stories: readonly DigestStory[]): Block[] {
  return stories.map((story, index) =>
    buildBlock(story, stories.length > 1 ? `${index + 1}. ` : ''),
  );
}

function buildBlock(story: DigestStory, number: string): Block {
  const { headline, url, update, sentences, sources, voices } = story;
  const link = renderMaskedLink(headline, url, SIZES.headline);
  // Independent of which sentences are shown, so that a story takes no more room when some are dropped. An
  // edition from before voices were counted has a single article's sentences.
  const isOnes = voices === undefined || sources.length <= 1;
  return {
    head: `### ${number}${update ? '**Update** · ' : ''}${link}`,
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
  const { source, place, publishedAt, dayOnly, firstAt, sources, voices, articleIds } = story;
  return renderByline({
    ...(isOnes && { source: voices === 1 && source ? `Only ${source}` : source, place }),
    publishedAt,
    dayOnly,
    publisherCount: sources.length,
    articleCount: articleIds.length,
    // Several articles of one publisher are one voice, but not one text.
    isOneText: voices === 1 && sources.length > 1,
    ...(articleIds.length > 1 && { firstAt }),
  });
}

const OMISSIONS = [
  ['beyond-story-count', 'more'],
  ['already-told', 'already told'],
  ['too-short', 'too short to quote'],
  ['no-room', 'without room'],
] as const satisfies readonly (readonly [OmissionReason, string])[];

function renderFooter(digest: Digest, options: DigestOptions): string {
  const counts = OMISSIONS.map(([reason, words]) => {
    const listed = digest.omissions.filter((omission) => omission.reason === reason).length;
    const count = listed + (reason === 'beyond-story-count' ? (digest.unlistedCount ?? 0) : 0);
    return count > 0 && `${count} ${words}`;
  }).filter(Boolean);
  const parts = [
    counts.length > 0 && `Not told here: ${counts.join(', ')}`,
    options.editionId && editionMark(options.editionId),
  ].filter(Boolean);
  return parts.length === 0 ? '' : `-# ${parts.join(' · ')}`;
}
