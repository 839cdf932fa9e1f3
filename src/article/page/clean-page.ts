import { cleanText } from '../clean-text.ts';
import { isElement, isText, type PageDocument, type PageElement } from './page-dom.ts';

/** Shares of a page's text that tell boilerplate from the report. */
const CLEANING = {
  /**
   * An element that is named like boilerplate but contains more than this share of the page's
   * paragraphs is the report after all.
   */
  maxBoilerplateShare: 0.3,
  /** The same for comments. Readers' comments are often longer than the article. */
  maxCommentsShare: 0.95,
  /** The same for captions and other small parts, which never contain a report. */
  maxPartShare: 0.15,
} as const;

/** What was removed from a page and may still say something about it. */
export interface RemovedText {
  readonly captions: readonly string[];
  /** Text from in front of the report: an invitation to subscribe, a consent dialog. */
  readonly notices: readonly string[];
}

/**
 * Removes from a page what its markup marks as not part of a report: menus, forms, lists of other
 * articles, buttons. Captions are removed, too, and returned.
 */
export function cleanPage(page: PageDocument): RemovedText {
  for (const element of page.querySelectorAll(NEVER_TEXT)) element.remove();
  const body = page.querySelector('body');
  if (!body) return { captions: [], notices: [] };
  const reportChars = countReportChars(body);
  const captions: string[] = [];
  const notices: string[] = [];
  const visit = (parent: PageElement): void => {
    for (const node of Array.from(parent.childNodes)) {
      if (!isElement(node)) continue;
      const isCaption = isCaptionElement(node);
      if (isCaption || isBoilerplate(node)) {
        const limit = limitOf(node, isCaption);
        if (countReportChars(node) <= reportChars * limit) {
          if (isCaption) captions.push(readCaption(node));
          else captions.push(...readCaptions(node));
          if (GATE_NAMES.test(namesOf(node))) notices.push(cleanText(node.textContent ?? ''));
          node.remove();
          continue;
        }
      }
      visit(node);
    }
  };
  visit(body);
  return { captions, notices };
}

/** The largest share of the page's text with which an element may still be removed. */
function limitOf(element: PageElement, isCaption: boolean): number {
  if (isCaption) return CLEANING.maxPartShare;
  return COMMENT_NAMES.test(namesOf(element))
    ? CLEANING.maxCommentsShare
    : CLEANING.maxBoilerplateShare;
}

/** A picture's frame may be removed as a whole. Its words are its caption. */
function readCaptions(element: PageElement): string[] {
  if (element.localName !== 'figure') return [];
  return Array.from(element.querySelectorAll('figcaption'), readCaption);
}

/** Caption and credit are often in separate elements without a space between them. */
function readCaption(element: PageElement): string {
  const words: string[] = [];
  const visit = (parent: PageElement): void => {
    for (const node of parent.childNodes) {
      if (isText(node)) words.push(node.textContent ?? '');
      else if (isElement(node)) visit(node);
    }
  };
  visit(element);
  return cleanText(words.join(' ')).replace(/ (?=[,.;:!?)’])|(?<=[(‘]) /gu, '');
}

/** Counts the letters outside links, which is what a report consists of. */
function countReportChars(element: PageElement): number {
  let chars = countChars(element);
  for (const link of element.querySelectorAll('a')) chars -= countChars(link);
  return chars;
}

function countChars(element: PageElement): number {
  return (element.textContent ?? '').replace(/\s+/gu, '').length;
}

function isCaptionElement(element: PageElement): boolean {
  return element.localName === 'figcaption' || CAPTION_NAMES.test(namesOf(element));
}

function isBoilerplate(element: PageElement): boolean {
  if (KEPT.has(element.localName)) return false;
  if (BOILERPLATE_TAGS.has(element.localName)) return true;
  // A marked-up time inside a sentence is part of it.
  if (element.localName === 'time') return element.parentElement?.localName !== 'p';
  if (BOILERPLATE_ROLES.has(element.getAttribute('role') ?? '')) return true;
  if (element.getAttribute('aria-hidden') === 'true' || element.getAttribute('hidden') !== null) {
    return true;
  }
  const names = namesOf(element);
  if (DATE_NAMES.test(names)) return true;
  return names !== ' ' && BOILERPLATE_NAMES.test(names);
}

/**
 * Class and id as words between spaces: "ArticleBody__related-links" → " article body related links
 * ".
 */
function namesOf(element: PageElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('data-component') ?? ''}`;
  if (names.length > MAX_NAMES_CHARS) return ' ';
  const words = names
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  return ` ${words.join(' ')} `;
}

const MAX_NAMES_CHARS = 400;
const NEVER_TEXT =
  'script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, button, select, input, textarea, link, meta';
const KEPT: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);
const BOILERPLATE_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'dialog',
  'menu',
]);
const BOILERPLATE_ROLES: ReadonlySet<string> = new Set(
  'navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar tablist'.split(
    ' ',
  ),
);
const CAPTION_NAMES =
  / (?:caption|captions|figcaption|(?:image|photo|picture|img|media|wp) (?:caption|credit|credits|copyright|source|description)|cutline) /u;
const COMMENTS = 'comments|comment (?:list|form|area|section|count)|disqus|respond';
const COMMENT_NAMES = new RegExp(` (?:${COMMENTS}) `, 'u');
/** A date on its own, not a container with one. */
const DATE_NAMES = /^ (?:date|time|datetime|day|posted|published) $/u;
const GATE_NAMES =
  / (?:paywall|pay wall|regwall|gate|gateway|piano|subscriber|subscribe|subscription|modal|overlay) /u;
const BOILERPLATE_NAMES = new RegExp(
  ` (?:${[
    'related',
    'recommend(?:ed|ation|ations)?',
    'recirc(?:ulation)?',
    'read (?:more|next|also)',
    'see also',
    'also (?:on|read|like)',
    'more (?:from|on|stories|news|articles|links)',
    'most (?:read|popular|viewed|commented)',
    'popular',
    'trending',
    'latest (?:news|stories)',
    'up next',
    'next (?:article|post|story)',
    'post navigation',
    'share|sharing|sharer|sharedaddy|share(?:bar|tools|buttons|links)|addthis|social|socials|sociable',
    'newsletter|newsletters|subscribe|subscription|signup|sign up|mailing list|mc embed',
    'promo|promos|promoted|promotion|teaser|teasers|outbrain|taboola|zergnet|revcontent',
    'ad|ads|advert|adverts|advertisement|advertising|sponsor|sponsored|sponsors|dfp|adsense|affiliate|disclaimer',
    COMMENTS,
    'breadcrumb|breadcrumbs',
    'byline|bylines|dateline|timestamp|datestamp|pubdate|publish date|published date|post date|entry date|article date|date published|post meta|entry meta|article meta|meta data|metadata|post info|article info|posted on',
    'author|authors|author (?:bio|box|info|name|card)|about (?:the )?author|bio|contributor|contributors',
    'tags|tag list|tag links|post tags|article tags|topics|keywords|categories|cat links',
    'gallery|slideshow|carousel|slider|lightbox|thumbnails?',
    'navigation|nav|navbar|menu|masthead|footer|site (?:header|footer)|sidebar|side bar|skip link|skip links|pagination|pager',
    'cookie|cookies|consent|gdpr|paywall|pay wall|regwall|modal|popup|overlay|banner|toast|tooltip',
    'toolbar|tools|article tools|print only|print|jump link|back to top',
    'copyright|correction policy|license|licence',
    'screen reader|screen reader text|sr only|visually hidden|visuallyhidden|offscreen|hidden',
    'standfirst|subheadline|sub headline|subtitle|dek|deck',
    'widget area|hypothesis',
    'poll|quiz|donate|donation|app download|feedback|rating|ratings|votes',
  ].join('|')}) `,
  'u',
);
