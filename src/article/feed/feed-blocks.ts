import { Parser, type Handler } from 'htmlparser2';
import { FEED_LIMITS } from './feed-limits.ts';
import { readShortcodes } from './read-shortcodes.ts';

/** A paragraph, heading or caption of a piece of HTML, as printed. */
export interface FeedBlock {
  readonly kind: 'text' | 'heading' | 'caption';
  readonly text: string;
  /** The share of its letters that are links, from 0 to 1. */
  readonly linkShare: number;
}

/** Splits a feed's HTML into blocks, without what isn't shown. Tolerates unclosed and deeply nested markup. */
export function readFeedBlocks(html: string): FeedBlock[] {
  const blocks: FeedBlock[] = [];
  const open: OpenElement[] = [];
  let text = '';
  let linked = 0;

  const flush = (): void => {
    const { kind = 'text', isItem = false } = open.at(-1) ?? {};
    const length = text.trim().length;
    // A list item that consists only of a link leads to another article.
    const isLink = isItem && linked >= length;
    if (length > 0 && !isLink) blocks.push({ kind, text, linkShare: Math.min(1, linked / length) });
    text = '';
    linked = 0;
  };
  const handlers: Partial<Handler> = {
    onopentag(name, attributes) {
      if (open.length > FEED_LIMITS.maxDepth) throw TOO_DEEP;
      if (name === 'br') text += '\n';
      else if (CELLS.has(name)) text += ' ';
      else if (BLOCKS.has(name)) flush();
      open.push(describe(name, attributes, open.at(-1)));
    },
    ontext(part) {
      const { isUnread = false, isLink = false, isVerbatim = false } = open.at(-1) ?? {};
      if (isUnread) return;
      const words = isVerbatim ? part : part.replace(/[ \t\r\f]+/gu, ' ');
      text += words;
      if (isLink) linked += words.length;
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) flush();
      open.pop();
    },
  };
  // Feeds close an iframe as XML does. As HTML, everything after it would be lost.
  const parser = new Parser(handlers, { recognizeSelfClosing: true });
  try {
    parser.end(readShortcodes(html));
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
  }
  flush();
  return blocks;
}

const TOO_DEEP = new Error('nested beyond the limit');

/** What an element and those around it say of the text inside. */
interface OpenElement {
  readonly kind: FeedBlock['kind'];
  readonly isUnread: boolean;
  readonly isLink: boolean;
  readonly isItem: boolean;
  readonly isVerbatim: boolean;
}

function describe(
  name: string,
  attributes: Readonly<Record<string, string>>,
  around: OpenElement | undefined,
): OpenElement {
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, MAX_NAMES_CHARS);
  const own = CAPTION_NAMES.test(names) ? 'caption' : KINDS[name];
  return {
    kind: own ?? around?.kind ?? 'text',
    isUnread:
      around?.isUnread === true ||
      UNREAD.has(name) ||
      UNREAD_NAMES.test(names) ||
      isHidden(attributes),
    isLink: around?.isLink === true || name === 'a',
    isItem: around?.isItem === true || name === 'li',
    isVerbatim: around?.isVerbatim === true || name === 'pre',
  };
}

function isHidden({ hidden, style = '' }: Readonly<Record<string, string>>): boolean {
  return (
    hidden !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)
  );
}

const MAX_NAMES_CHARS = 400;
const CAPTION_NAMES =
  /(?:^|[\s_-])(?:(?:wp|image|photo|picture|img|media)[_-]?caption[_-]text|wp-element-caption|(?:image|photo|picture|img|media)[_-]?(?:caption|credit))(?![\w-])/iu;
/** Parts that publishing systems and their plugins add to a report. Each name is one that only they use. */
const UNREAD_NAMES = new RegExp(
  `(?:^|\\s)(?:${[
    'sharedaddy|sd-(?:sharing|block|like)[\\w-]*|jp-relatedposts[\\w-]*|likes|jetpack-likes[\\w-]*|wp-block-jetpack-(?:subscriptions|like|sharing)[\\w-]*',
    'addtoany[\\w-]*|a2a_[\\w-]*|heateor[\\w-]*|sociable|social-(?:share|links|icons)[\\w-]*|share-(?:buttons?|links|bar)|essb_[\\w-]*|ssba[\\w-]*|feedflare',
    'subscription-widget[\\w-]*|subscribe-widget[\\w-]*|button-wrapper|newsletter-(?:signup|form|box)[\\w-]*|mc4wp[\\w-]*|mc_embed[\\w-]*',
    'yarpp[\\w-]*|crp_related|related-?posts?[\\w-]*|wp_rp[\\w-]*|rp4wp[\\w-]*|post-(?:tags|ratings|views)[\\w-]*|tags-links|cat-links',
    'twitter-tweet|twitter-video|instagram-media|fb-post|fb-video|tiktok-embed|bluesky-embed|reddit-embed-bq|mastodon-embed',
    'screen-reader-text|visually-?hidden|sr-only|adsbygoogle|code-block|ad-container|advertisement|google-auto-placed',
  ].join('|')})(?:$|\\s)`,
  'iu',
);

const KINDS: Readonly<Record<string, FeedBlock['kind'] | undefined>> = Object.assign(
  Object.create(null) as object,
  { h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' },
  { figcaption: 'caption' },
) as Record<string, FeedBlock['kind']>;

/** Elements whose text isn't visible or isn't part of a report. */
const UNREAD: ReadonlySet<string> = new Set(
  'script style noscript template iframe object svg head title form button select textarea audio video'.split(
    ' ',
  ),
);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
