import type { ArticleEntry } from '../../index/article-entry.ts';
import { languageName } from '../../text/language-names.ts';
import { countryName } from '../../text/places/country-names.ts';
import type { DigestStory } from '../digest.ts';
import { fitWindow, type WantedPart } from '../select-articles.ts';
import { judgeNews, MOST_READ, type NewsRole } from '../telling/select-news.ts';
import type { ConsideredStory, DigestTrace } from './digest-trace.ts';
import { fail, pass, reportInOrder, skip, type Judgement, type StageReport } from './stage.ts';

/** What an article passes before a sentence of it is shown in a digest, in the order in which digests are made. */
export const ARTICLE_STAGES = [
  /** Its publisher is read, and the digest takes it. */
  'source',
  /** Its text was read and stored. */
  'page',
  /** It was published, or arrived, in the digest's window. */
  'window',
  'language',
  'country',
  'topic',
  /** The channel was not told it. */
  'told',
  /** No report with the same text comes first. */
  'copy',
  /** Its story has sentences enough to quote. */
  'length',
  /** The digest and its message have room for the story. */
  'room',
  /** A sentence or the headline is chosen. */
  'sentence',
] as const;

export type ArticleStage = (typeof ARTICLE_STAGES)[number];

/** A digest that is asked about. */
export interface AskedDigest {
  readonly trace: DigestTrace;
  /** The stories that its message has room for, and their sentences. */
  readonly shown: readonly DigestStory[];
  /** When it was made, if that is past: what was stored later was not known then. */
  readonly madeAt?: Date;
}

/** An article, and what the digest made of its story. */
interface ArticleCase extends AskedDigest {
  readonly entry: ArticleEntry;
  readonly considered: ConsideredStory | undefined;
  /** What it is to its story, and what the story's articles in the window are. */
  readonly role: NewsRole | undefined;
  readonly roles: readonly NewsRole[];
}

/** Finds out which stages a stored article passes, and which one stops it. */
export function judgeArticle(entry: ArticleEntry, asked: AskedDigest): StageReport<ArticleStage>[] {
  return createArticleJudge(asked)(entry);
}

/** Creates a function that judges as `judgeArticle` does. A story's articles are looked up once for all of them. */
export function createArticleJudge(
  asked: AskedDigest,
): (entry: ArticleEntry) => StageReport<ArticleStage>[] {
  const { considered: all, request } = asked.trace;
  const rolesOf = new Map<ConsideredStory, readonly NewsRole[]>();
  const findRoles = (considered: ConsideredStory): readonly NewsRole[] => {
    const { story } = considered;
    const roles = rolesOf.get(considered) ?? judgeNews(story, story.current, request.told);
    rolesOf.set(considered, roles);
    return roles;
  };
  const byArticle = new Map(
    all.flatMap((considered) => considered.story.current.map(({ id }) => [id, considered])),
  );
  return (entry) => {
    const considered = byArticle.get(entry.id);
    const roles = considered ? findRoles(considered) : [];
    const role = roles[considered?.story.current.findIndex(({ id }) => id === entry.id) ?? -1];
    const article = { ...asked, entry, considered, role, roles };
    return reportInOrder(ARTICLE_STAGES, (stage) => JUDGES[stage](article));
  };
}

const ONE_STORY = 'the digest tells one story only, and it is in another one';

const JUDGES: Readonly<Record<ArticleStage, (article: ArticleCase) => Judgement>> = {
  source(article) {
    const { entry, trace, madeAt } = article;
    const { sources } = trace.request;
    if (fits(article, 'source') || isLater(entry, madeAt))
      return pass(entry.source ?? 'unknown publisher');
    if (sources.length > 0) return fail(`the digest takes only ${sources.join(', ')}`);
    return fail('an article with the same link is there for every server');
  },
  page({ entry, madeAt }) {
    const seenAt = new Date(entry.seenAt);
    return isLater(entry, madeAt)
      ? fail('it was stored at ', seenAt, ', after the digest was made')
      : pass('its text has been stored since ', seenAt);
  },
  window: judgeWindow,
  language(article) {
    const { entry, trace } = article;
    const { languages = [] } = trace.request;
    if (languages.length === 0) return pass('every language is taken');
    const lang = languageName(entry.lang, 'en');
    if (fits(article, 'language')) return pass(`it is in ${lang}`);
    const wanted = languages.map((each) => languageName(each, 'en')).join(', ');
    return trace.request.isInUsualLanguages
      ? fail(`it is in ${lang}, and the language of this server is ${wanted}: see /settings show`)
      : fail(`it is in ${lang}, and the digest takes only ${wanted}`);
  },
  country(article) {
    const { entry, trace } = article;
    const { countries = [] } = trace.request;
    if (countries.length === 0) return pass('every country is taken');
    const named = new Set((entry.places ?? []).map(({ country }) => countryName(country)));
    const where = named.size === 0 ? 'it names no country' : `it names ${[...named].join(', ')}`;
    if (fits(article, 'country')) return pass(where);
    const wanted = countries.map((each) => countryName(each)).join(', ');
    return fail(`${where}, and the digest takes only ${wanted}`);
  },
  topic(article) {
    const { topics, storyId } = article.trace.request;
    const wanted = topics.join(', ');
    if (!fits(article, 'topic')) return fail(`it does not fit ${wanted}`);
    // Of what passed so far, all of the one story is considered.
    if (storyId !== undefined)
      return article.considered ? pass('it is in the story') : fail(ONE_STORY);
    return pass(topics.length === 0 ? 'every topic is taken' : `it fits ${wanted}`);
  },
  told: judgeTold,
  copy({ entry, considered, role }) {
    if (role !== 'copy') return pass('no report with its text comes first');
    const { articles = [] } = considered?.story ?? {};
    const voice = articles.find(({ id }) => id === entry.id)?.voice;
    const other = articles.find((each) => each.voice === voice && each.id !== entry.id);
    return fail(`it has the text of a report by ${other?.source ?? 'another publisher'}`);
  },
  length({ considered }) {
    if (considered?.outcome === 'beyond-story-count')
      return skip('not looked at, because there was no room');
    return considered?.outcome === 'too-short'
      ? fail('too short to quote: no report of its story has sentences enough')
      : pass('there are sentences enough to quote');
  },
  room: judgeRoom,
  sentence({ entry, considered, shown }) {
    const story = shown.find(({ storyId }) => storyId === considered?.story.id);
    if (story?.sentences.some(({ articleId }) => articleId === entry.id))
      return pass('a sentence of it is shown');
    return story?.articleId === entry.id
      ? pass('its headline is shown')
      : fail('its story is shown in sentences of other reports');
  },
};

/** What is covered has all that is wanted. */
function fits({ entry, trace, considered }: ArticleCase, part: WantedPart): boolean {
  return considered !== undefined || trace.fits(entry.id, part);
}

function isLater({ seenAt }: ArticleEntry, madeAt: Date | undefined): boolean {
  return madeAt !== undefined && seenAt > madeAt.getTime();
}

const PARTS = ['source', 'language', 'country', 'topic'] as const;

/** An article without a time counts as published at the beginning of its day, one without a date when it was stored. */
function judgeWindow(article: ArticleCase): Judgement {
  const { entry, trace, considered } = article;
  const { request, isLatest } = trace;
  const { from, until } = request;
  const at = new Date(entry.at);
  const fit = fitWindow(entry, request);
  if (fit === 'too-late')
    return fail('counted as published at ', at, ', not before the window ended at ', until);
  if (isLatest) {
    const standsIn = 'nothing fits in the window, so the latest articles stand in';
    if (!PARTS.every((part) => fits(article, part)) || considered) return pass(standsIn);
    return fail(`${standsIn}, and it is not one of them`);
  }
  if (fit === 'inside')
    return pass('counted as published at ', at, ', in the window from ', from, ' to ', until);
  const seenAt = new Date(entry.seenAt);
  return fit === 'arrived-late'
    ? pass('published before the window, but it arrived within it, at ', seenAt)
    : fail('counted as published at ', at, ', before the window began at ', from);
}

function judgeTold({ considered, role, roles }: ArticleCase): Judgement {
  if (!considered) return fail('it came while this was looked up; ask again');
  if (role === 'told') return fail('the channel was told it before');
  if (role === 'older') return fail('the channel was told newer reports of its story');
  // Of a story that has news and is left out as told, no sentence is new.
  return considered.outcome === 'already-told' && roles.includes('current')
    ? fail('its story says nothing that the channel has not read')
    : pass('the channel was not told it before');
}

function judgeRoom({ trace, shown, considered, role }: ArticleCase): Judgement {
  const { storyCount } = trace.request;
  const all = trace.considered;
  const rank = all.findIndex((each) => each === considered) + 1;
  const ranked = `its story is number ${rank} of ${all.length}`;
  if (considered?.outcome === 'beyond-story-count') {
    const full = considered.full
      ? `, behind all others because ${describeFull(considered, trace)}`
      : '';
    return fail(`${ranked}${full}; the digest has room for ${storyCount}`);
  }
  if (!shown.some(({ storyId }) => storyId === considered?.story.id))
    return fail(`${ranked}, and the message had no room for it`);
  return role === 'beyond'
    ? fail(`of one story only the newest ${MOST_READ.current} reports are read`)
    : pass(ranked);
}

/** Says what a digest has enough of. */
export function describeFull({ full }: ConsideredStory, { request }: DigestTrace): string {
  if (!full) return '';
  const what = {
    source: `${full.name} alone reports`,
    country: `are from ${countryName(full.name)}`,
    topic: `are on ${request.topics[Number(full.name)] ?? ''}`,
  }[full.by];
  return `half of the digest are stories that ${what}`;
}
