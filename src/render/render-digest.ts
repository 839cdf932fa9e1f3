import type { RaisedAlert } from '../digest/alerts/alert.ts';
import type { Digest, DigestStory, OmissionReason } from '../digest/digest.ts';
import { editionMark } from '../digest/edition.ts';
import { applyLayout, type Layout } from '../digest/layout.ts';
import { PLAIN_NAME } from '../digest/subscription-name.ts';
import { countOf } from '../text/count-of.ts';
import { buildPanel, buildSeparator, buildText } from './components.ts';
import { buildDigestBlocks, startsSection } from './digest-blocks.ts';
import { countFitting, writeBlock } from './fit-blocks.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import type { Message } from './message.ts';
import { drawDigestMap } from './picture/digest-map.ts';
import { buildGallery } from './picture/picture.ts';
import { renderDirectMenus, renderOnlyStoryMenu } from './story/render-direct-menus.ts';
import { renderStoryMenu, type MenuRow } from './render-story-menu.ts';
import { renderLine } from './render-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** Options of a digest's message. */
export interface DigestOptions {
  /** What the digest is called. Default: "News digest". */
  readonly name?: string;
  /** Written into the footer, so that the message can be found again after a crash. */
  readonly editionId?: string;
  /** The edition is posted after its slot. */
  readonly late?: boolean;
  /** Set if it is an alert: its head says why it comes at once. */
  readonly alert?: RaisedAlert;
  /** The one role that is mentioned. */
  readonly roleId?: string;
  /** A note above everything else: that this is a preview or an old edition, or what was not understood. */
  readonly note?: string;
  /** What it is limited to, below its heading. */
  readonly limits?: string;
  /** How much of each story is shown; `full` by default. */
  readonly layout?: Layout | undefined;
  /** Show a map if stories name a country. Default: true. */
  readonly pictures?: boolean;
}

const NAME_SIZE = 150;

/** Renders a digest as one message within all of Discord's limits, whatever its texts are. */
export function renderDigest(digest: Digest, options: DigestOptions = {}): Message {
  const fitting = fitDigest(digest, options);
  const mention = options.roleId ? `<@&${options.roleId}>` : '';
  const texts = [
    ...writeStories(fitting.stories, options.layout),
    renderFooter(fitting, options),
  ].filter((text) => text !== '');
  const map = options.pictures === false ? undefined : drawDigestMap(fitting);
  const panel = buildPanel(
    [
      buildText(renderHead(digest, options)),
      ...(map ? [buildGallery(map)] : []),
      ...texts.flatMap((text) => [buildSeparator(), buildText(text)]),
    ],
    renderMenus(fitting.stories, options.layout),
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
  const stories = digest.stories.map((story) => applyLayout(story, options.layout));
  // Headlines are joined by line breaks.
  const room = DISCORD_LIMITS.componentTextLength - around.length - stories.length;
  const counts = countFitting(buildDigestBlocks(stories, options.layout), room);
  return {
    ...digest,
    stories: stories
      .slice(0, counts.length)
      .map((story, index) => ({ ...story, sentences: story.sentences.slice(0, counts[index]) })),
    omissions: [...digest.omissions, ...asOmissions.slice(counts.length)],
  };
}

/** Writes the text of each story; of headlines, one text for those that are below each other. */
function writeStories(stories: readonly DigestStory[], layout: Layout | undefined): string[] {
  const texts = buildDigestBlocks(stories, layout).map((block) => writeBlock(block));
  if (layout !== 'headlines') return texts;
  const lists: string[][] = [];
  for (const [index, story] of stories.entries()) {
    if (index === 0 || startsSection(story, stories[index - 1])) lists.push([]);
    lists.at(-1)!.push(texts[index]!);
  }
  return lists.map((list) => list.join('\n'));
}

/** Of a story with one article there is nothing more to open than its sentences. */
function hasMoreToOpen({ articleIds }: DigestStory, layout: Layout | undefined): boolean {
  return articleIds.length > 1 || layout === 'headlines';
}

/**
 * The menus below a digest: one of stories, and those that lead to one view of a story with several articles. If
 * there is only one story, one menu has all of its views.
 */
function renderMenus(stories: readonly DigestStory[], layout: Layout | undefined): MenuRow[] {
  const listed = stories.map((story, index) => ({
    story,
    // An article's id leads to its story; an edition from before stories were kept has another id.
    item: { storyId: story.articleId, headline: story.headline, number: index + 1 },
  }));
  const opened = listed.filter(({ story }) => hasMoreToOpen(story, layout));
  const viewed = listed.filter(({ story }) => story.articleIds.length > 1);
  if (stories.length === 1 && viewed[0]) return renderOnlyStoryMenu(viewed[0].item);
  return [
    ...renderStoryMenu(opened.map(({ item }) => item)),
    ...renderDirectMenus(viewed.map(({ item }) => item)),
  ];
}

function renderHead(
  digest: Digest,
  { name = PLAIN_NAME, late, note, alert, limits }: DigestOptions,
): string {
  const { from, until, noNewsSince, stories, articleCount } = digest;
  const due = renderTimeStamp(until, 'f');
  const lines = [
    note && `-# ${note}`,
    `## ${alert ? 'Alert · ' : ''}${renderLine(name, NAME_SIZE)} · ${renderTimeStamp(until, 'D')}`,
    late && `-# Late: this edition was due ${due}.`,
    noNewsSince &&
      `No news since ${renderTimeStamp(noNewsSince, 'D')}. These are the latest stories before that.`,
    stories.length === 0 && `Nothing new since ${renderTimeStamp(from, 'f')}.`,
    stories.length === 0 && articleCount > 0 && renderRead(digest),
    !noNewsSince && stories.length > 0 && (alert ? renderAlert(alert) : renderScope(digest)),
    limits && `-# ${limits}`,
  ];
  return lines.filter(Boolean).join('\n');
}

function renderAlert({ voices, hours }: RaisedAlert): string {
  const reports = countOf(voices, 'publisher reports', 'publishers report');
  const how = voices === 1 ? 'this' : 'this independently';
  return `-# ${reports} ${how}, within ${countOf(hours, 'hour')}`;
}

function renderScope(digest: Digest): string {
  const since = renderTimeStamp(digest.from, 'f');
  return `-# From ${countArticles(digest)} since ${since}${renderEarlier(digest)}`;
}

/** A report may come a day after its date, and that is shown below its story. */
function renderEarlier({ articleCount, earlierCount = 0 }: Digest): string {
  if (earlierCount === 0) return '';
  if (earlierCount < articleCount) return `, ${earlierCount} of them dated before`;
  const all = { 1: '', 2: 'both ' }[articleCount] ?? 'all ';
  return `, ${all}dated before`;
}

function renderRead(digest: Digest): string {
  return `-# ${countArticles(digest)} ${digest.articleCount === 1 ? 'was' : 'were'} read`;
}

function countArticles({ articleCount, sourceCount = 0 }: Digest): string {
  const publishers = sourceCount > 1 ? ` of ${sourceCount} publishers` : '';
  return `${countOf(articleCount, 'article')}${publishers}`;
}

const OMISSIONS = [
  ['beyond-story-count', 'more'],
  ['already-told', 'already told'],
  ['too-short', 'too short to quote'],
  ['no-room', 'without room'],
] as const satisfies readonly (readonly [OmissionReason, string])[];

/** The ledger: which sources answered, how many stories there were, what became of them, and the edition. */
function renderFooter(digest: Digest, options: DigestOptions): string {
  const { polled, stories, omissions, unlistedCount = 0, noNewsSince } = digest;
  const counts = OMISSIONS.map(([reason, words]) => {
    const listed = omissions.filter((omission) => omission.reason === reason).length;
    const count = listed + (reason === 'beyond-story-count' ? unlistedCount : 0);
    return count > 0 && `${count} ${words}`;
  }).filter(Boolean);
  const all = stories.length + omissions.length + unlistedCount;
  // Of the latest stories of the store, which stand in for news, those beyond the story count are not counted.
  const isLedger = counts.length > 0 && noNewsSince === undefined;
  const parts = [
    polled && `${polled.answered} of ${polled.total} sources answered`,
    isLedger && `${stories.length} of ${countOf(all, 'story', 'stories')} told`,
    counts.length > 0 && `Not told here: ${counts.join(', ')}`,
    options.editionId && editionMark(options.editionId),
  ].filter(Boolean);
  return parts.length === 0 ? '' : `-# ${parts.join(' · ')}`;
}
