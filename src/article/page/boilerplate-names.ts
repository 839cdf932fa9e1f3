import { findElement, named } from './tree/find-elements.ts';
import type { PageElement } from './tree/page-node.ts';
import { rememberByText } from './remember-by-text.ts';
import { wordSet } from '../../text/word-set.ts';

// What classes and ids say about an element. A name is a whole class or id, as words: the class
// "ArticleBody__related-links" is " article body related links ".

/** What a name says, as bits. */
const SAYS = {
  boilerplate: 1,
  comments: 2,
  consent: 4,
  gate: 8,
  caption: 16,
  lead: 32,
  hidden: 64,
  /** It is a date and nothing else. */
  date: 128,
  distrusted: 256,
  trusted: 512,
  /** There is a name. */
  one: 1024,
  several: 2048,
  other: 4096,
} as const;

/**
 * Whether an element is named for what isn't a report: a menu, links to others, a form. Being hidden
 * isn't among that.
 */
export function isNamedBoilerplate(element: PageElement): boolean {
  return (saidByClasses(element) & SAYS.boilerplate) !== 0 || isBoilerplateId(element);
}

/** Whether an element holds readers' comments, which are often longer than the report. */
export function isNamedComments(element: PageElement): boolean {
  return (saidByNames(element) & SAYS.comments) !== 0;
}

/** Whether an element asks for consent. Such texts are often longer than the report, too. */
export function isNamedConsent(element: PageElement): boolean {
  return (saidByNames(element) & SAYS.consent) !== 0;
}

/** Whether an element is in front of the report: an invitation to subscribe, a consent dialog. */
export function isNamedGate(element: PageElement): boolean {
  return (saidByNames(element) & SAYS.gate) !== 0;
}

/** Whether an element is named as another article, which follows the page's own. */
export function isNamedOther(element: PageElement): boolean {
  return (saidByNames(element) & SAYS.other) !== 0;
}

/** Whether an element is named as the caption of a picture. */
export function isNamedCaption(element: PageElement): boolean {
  return (saidByNames(element) & SAYS.caption) !== 0;
}

/** Whether an element is named as a report's lead. */
export function isNamedLead(element: PageElement): boolean {
  return (
    (saidByNames(element) & SAYS.lead) !== 0 ||
    LEAD.test(wordsOf(element.getAttribute('itemprop') ?? ''))
  );
}

/** Whether an element is only a date, not a container with one. */
export function isNamedDate(element: PageElement): boolean {
  const said = saidByNames(element);
  return (said & SAYS.date) !== 0 && (said & SAYS.several) === 0;
}

/** Whether an element is hidden from those who see the page. */
export function isNamedHidden(element: PageElement): boolean {
  return (saidByClasses(element) & SAYS.hidden) !== 0;
}

/** Whether Readability would drop an element for its names. */
export function isDistrusted(element: PageElement): boolean {
  const said = saidByNames(element);
  return (said & SAYS.distrusted) !== 0 && (said & SAYS.trusted) === 0;
}

function saidByNames(element: PageElement): number {
  const classes = saidByClasses(element);
  const id = element.getAttribute('id');
  return id === null ? classes : join(classes, saidById(id));
}

function saidByClasses(element: PageElement): number {
  const classes = element.getAttribute('class');
  const component = element.getAttribute('data-component');
  const said = classes === null ? 0 : saidBy(classes);
  return component === null ? said : join(said, saidBy(component) & ~TRUST);
}

/** What two lists of names say together. */
function join(one: number, other: number): number {
  const several = (one & other & SAYS.one) === 0 ? 0 : SAYS.several;
  return one | other | several;
}

const TRUST = SAYS.distrusted | SAYS.trusted;

/** What a list of classes says. Sites use few on all their pages. */
const saidBy = rememberByText((printed) => {
  const names = printed.length > MAX_NAMES_CHARS ? [] : printed.split(/\s+/u);
  // "print:hidden" and "w-[10px]" say how an element looks, and when.
  return names
    .filter((name) => name !== '' && !/[:[\]/]/u.test(name))
    .map((name) => saidByName(wordsOf(name)))
    .reduce(join, trustOf(printed));
});

const saidById = rememberByText((printed) => {
  const words = wordsOf(printed);
  return words === '' ? trustOf(printed) : saidByName(words) | trustOf(printed);
});

function saidByName(words: string): number {
  return MEANINGS.reduce<number>(
    (said, [pattern, meaning]) => (pattern.test(words) ? said | meaning : said),
    SAYS.one,
  );
}

function trustOf(printed: string): number {
  return (
    (DISTRUSTED.test(printed) ? SAYS.distrusted : 0) | (TRUSTED.test(printed) ? SAYS.trusted : 0)
  );
}

/**
 * An id may be made of a heading ("feedback-from-islanders"), and that of a paragraph at random
 * ("block-xK2-ad-Qe").
 */
function isBoilerplateId(element: PageElement): boolean {
  const id = element.getAttribute('id') ?? '';
  if ((saidById(id) & SAYS.boilerplate) === 0 || TEXT_TAGS.has(element.localName)) return false;
  const heading = findElement(element, isSubheading)?.textContent ?? '';
  return !(heading !== '' && wordsOf(heading).includes(wordsOf(id)));
}

const isSubheading = named('h2 h3 h4');
const TEXT_TAGS = wordSet('p h1 h2 h3 h4 h5 h6 li blockquote');

function wordsOf(name: string): string {
  if (name === '' || name.length > MAX_NAMES_CHARS) return '';
  const words = name
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  return ` ${words.join(' ')} `;
}

const MAX_NAMES_CHARS = 400;
const COMMENT_WORDS =
  'comments|comment (?:list|form|area|section|count)|disqus|respond|forum|kommentare|kommentarer|commentaires|comentarios|comentários|commenti|reacties|yorumlar';
const COMMENTS = new RegExp(` (?:${COMMENT_WORDS}) `, 'u');
const CONSENT_WORDS =
  'cookie|cookies|consent|gdpr|onetrust|didomi|cookiebot|privacy (?:center|centre|banner|modal|manager|notice)';
const CONSENT = new RegExp(` (?:${CONSENT_WORDS}) `, 'u');
const CAPTION =
  / (?:caption|captions|figcaption|(?:image|photo|picture|img|media|wp) (?:caption|credit|credits|copyright|source|description)|cutline) /u;
const OTHER =
  / (?:(?:next|previous|prev|another|other) (?:article|articles|post|posts|story|stories)|up next|read next) /u;
const DATE = /^ (?:date|time|datetime|day|posted|published) $/u;
/** What sites in many languages call the paragraph below the headline. */
const LEAD =
  / (?:lead|lede|leadtext|lead text|standfirst|stand first|subheadline|sub headline|subhead|sub head|subtitle|sub title|subheading|dek|deck|intro|introduction|ingress|teaser|teaser text|summary|abstract|excerpt|description|chapeau|chapo|perex|lid|zajawka|entradilla|bajada|copete|sumario|sommario|sottotitolo|linha fina|sapo|spot|vorspann|anons|strapline|tagline|headline sub|sous titre|soustitre|soutitre|subtitulo|subtitolo|catenaccio|manchet|manchette|ingressi|undertittel|underrubrik|underoverskrift|untertitel|unterzeile|podtytul|podnadpis|podnaslov|inleiding|resumen|resumo|sumilla|ozet|article lead|lead in) /u;
const HIDDEN_WORDS =
  'screen reader|screen reader text|sr only|visually hidden|visuallyhidden|offscreen|hidden';
const HIDDEN = new RegExp(` (?:${HIDDEN_WORDS}) `, 'u');
const GATE =
  / (?:paywall|pay wall|regwall|gate|gateway|piano|subscriber|subscribe|subscription|modal|overlay) /u;
const BOILERPLATE = new RegExp(
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
    'adv|werbung|anzeige|publicite|publicidad|pubblicita|reklam|reklama|ad|ads|advert|adverts|advertisement|advertising|sponsor|sponsored|sponsors|dfp|adsense|affiliate|disclaimer',
    COMMENT_WORDS,
    CONSENT_WORDS,
    'breadcrumb|breadcrumbs',
    'byline|bylines|dateline|timestamp|datestamp|pubdate|publish date|published date|post date|entry date|article date|date published|post meta|entry meta|article meta|meta data|metadata|post info|article info|posted on',
    'author|authors|author (?:bio|box|info|name|card)|about (?:the )?author|bio|contributor|contributors',
    'tags|tag list|tag links|post tags|article tags|topics|keywords|categories|cat links',
    'gallery|slideshow|carousel|slider|lightbox|thumbnails?',
    'navigation|nav|navbar|menu|masthead|footer|site (?:header|footer)|sidebar|side bar|skip link|skip links|pagination|pager',
    'paywall|pay wall|regwall|modal|popup|overlay|banner|toast|tooltip',
    'toolbar|tools|article tools|print only|print|jump link|back to top',
    'copyright|correction policy|license|licence',
    'standfirst|subheadline|sub headline|subtitle|dek|deck',
    'widget area|hypothesis',
    'footnotes|endnotes',
    'poll|quiz|donate|donation|app download|feedback|rating|ratings|votes',
  ].join('|')}) `,
  'u',
);
/** Readability's words for what it drops, and for what it keeps nevertheless. */
const DISTRUSTED =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/iu;
const TRUSTED = /and|article|body|column|content|main|shadow/iu;
const MEANINGS: readonly (readonly [RegExp, number])[] = [
  [BOILERPLATE, SAYS.boilerplate],
  [COMMENTS, SAYS.comments],
  [CONSENT, SAYS.consent],
  [GATE, SAYS.gate],
  [CAPTION, SAYS.caption],
  [LEAD, SAYS.lead],
  [HIDDEN, SAYS.hidden],
  [DATE, SAYS.date],
  [OTHER, SAYS.other],
];
