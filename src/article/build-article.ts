import { chooseLanguage } from '../text/choose-language.ts';
import { findDateline } from '../text/dateline/dateline.ts';
import type { Article, Caption, Subhead } from './article.ts';
import { buildArticleId } from './article-id.ts';
import type { FoundDate } from './find-date.ts';
import { keepQuestions } from './keep-questions.ts';
import type { DocumentFacts } from './parsed-item.ts';
import { findCaptionDay, findPublishedAt } from './published-at.ts';
import { sourceNameFromPath } from './source-name-from-path.ts';

/** The parts of an article as read, before its id, date, source and place are determined. */
export interface ArticleParts {
  readonly title: string;
  readonly text: string;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  readonly section?: string | undefined;
  readonly place?: string | undefined;
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly captions: readonly Caption[];
  readonly subheads: readonly Subhead[];
  readonly header?: Pick<FoundDate, 'iso' | 'dayOnly'> | undefined;
  readonly published?: FoundDate | undefined;
  readonly updated?: FoundDate | undefined;
}

/** A dateline and the day of the report are not further on. */
const MAX_LEAD_CHARS = 2000;

/** Builds an article from its parts and the facts known about its document. */
export function buildArticle(parts: ArticleParts, about: DocumentFacts): Article {
  const { text, subheads } = keepQuestions(parts);
  const lead = (parts.text.split('\n\n', 1)[0] ?? '').slice(0, MAX_LEAD_CHARS);
  // The id includes the file's name: two publishers may print one agency headline on one day, and
  // neither may overwrite the other. Renaming a file only leaves a second copy.
  const source =
    about.source ??
    parts.source ??
    (about.path === undefined ? undefined : sourceNameFromPath(about.path));
  // An "Updated" line and the words of the lead change when a report is rewritten. Its id must not.
  const statedAt = parts.header?.iso ?? parts.published?.iso ?? findCaptionDay(parts.captions);
  const place = parts.place ?? findDateline(lead)?.place;
  return {
    id: buildArticleId(defined({ url: parts.url, source, title: parts.title, statedAt })),
    title: parts.title,
    text,
    ...defined({ url: parts.url, author: parts.author, section: parts.section, place, source }),
    ...findPublishedAt({
      captions: parts.captions,
      lead,
      ...defined({
        header: parts.header,
        published: parts.published,
        updated: parts.updated,
        modifiedAt: about.modifiedAt,
      }),
    }),
    captions: parts.captions,
    subheads,
    lang: chooseLanguage(parts.lang ?? about.lang, `${parts.title}\n${parts.text}`, about.detector),
  };
}

/** Copies an object without its undefined fields. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
