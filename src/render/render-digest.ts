import type { Digest, DigestStory, OmissionReason } from '../digest/digest.ts';
import { editionMark } from '../digest/edition.ts';
import { renderByline } from './render-byline.ts';
import { buildPanel, buildSeparator, buildText } from './components.ts';
import { countFitting, writeBlock, type Block } from './fit-blocks.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import { drawDigestMap } from './picture/digest-map.ts';
import { buildGallery } from './picture/picture.ts';
import { renderText } from './render-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** What is said about a digest besides its stories. */
export interface DigestOptions {
  /** Put into the footer, by which the message is found again after a crash. */
  readonly editionId?: string;
  /** The edition comes after its slot. */
  readonly late?: boolean;
  /** The one role that is mentioned. */
  readonly roleId?: string;
  /** What a preview or an edition shown again says of itself, above everything else. */
  readonly note?: string;
  /** With a map where stories name a country; true by default. */
  readonly pictures?: boolean;
}

/** Headlines and sentences longer than this are cut; whole editions of ordinary length fit. */
const SIZES = { headline: 200, sentence: 1200 } as const;

/** Renders a digest as one message inside every limit of Discord, whatever its texts. */
export function renderDigest(digest: Digest, options: DigestOptions = {}): Message {
  const fitting = fitDigest(digest, options);
  const mention = options.roleId ? `<@&${options.roleId}>` : '';
  const texts = [
    ...buildBlocks(fitting.stories).map((block) => writeBlock(block)),
    renderFooter(fitting, options),
  ].filter((text) => text !== '');
  const map = options.pictures === false ? undefined : drawDigestMap(fitting);
  const panel = buildPanel([
    buildText(renderHead(digest, options)),
    ...(map ? [buildGallery(map)] : []),
    ...texts.flatMap((text) => [buildSeparator(), buildText(text)]),
  ]);
  const message = map ? { ...panel, pictures: [map] } : panel;
  if (!options.roleId) return message;
  return {
    ...message,
    components: [buildText(mention), ...(message.components ?? [])],
    allowed_mentions: { parse: [], roles: [options.roleId] },
  };
}

/**
 * Leaves of a digest what one message with these options has room for; `renderDigest` shows just
 * that. Sentences without room are left out, stories without any become omissions.
 */
export function fitDigest(digest: Digest, options: DigestOptions = {}): Digest {
  const asOmissions = digest.stories.map(({ storyId, headline }) => ({
    storyId,
    headline,
    reason: 'no-room' as const,
  }));
  // The footer grows by the stories that find no room, so its longest form is reserved.
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

function renderHead(digest: Digest, { late, note }: DigestOptions): string {
  const { from, until, noNewsSince, stories } = digest;
  const due = renderTimeStamp(until, 'f');
  const lines = [
    note && `-# ${note}`,
    `## News digest · ${renderTimeStamp(until, 'D')}`,
    late && `-# Late: this edition was due ${due}.`,
    noNewsSince &&
      `No news since ${renderTimeStamp(noNewsSince, 'D')}. These are the latest stories before it.`,
    stories.length === 0 && `Nothing new since ${renderTimeStamp(from, 'f')}.`,
    !noNewsSince && stories.length > 0 && renderScope(digest),
  ];
  return lines.filter(Boolean).join('\n');
}

function renderScope({ articleCount, leftOutCount, from }: Digest): string {
  const articles = leftOutCount
    ? `the newest ${articleCount} of ${articleCount + leftOutCount} articles`
    : articleCount === 1
      ? '1 article'
      : `${articleCount} articles`;
  return `-# From ${articles} since ${renderTimeStamp(from, 'f')}`;
}

/** Stories are numbered, where there are several, as the map names them. */
function buildBlocks(stories: readonly DigestStory[]): Block[] {
  return stories.map((story, index) =>
    buildBlock(story, stories.length > 1 ? `${index + 1}. ` : ''),
  );
}

function buildBlock(story: DigestStory, number: string): Block {
  const { headline, url, update, sentences, sources, articleIds, ...dated } = story;
  const link = renderMaskedLink(headline, url, SIZES.headline);
  return {
    head: `### ${number}${update ? '**Update** · ' : ''}${link}`,
    sentences: sentences.map(({ text }) => renderText(text, SIZES.sentence)),
    joiner: ' ',
    foot: renderByline({
      ...dated,
      publisherCount: sources.length,
      articleCount: articleIds.length,
    }),
  };
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
