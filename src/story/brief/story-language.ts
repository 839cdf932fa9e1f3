import { canonicalLanguage } from '../../text/language-tags.ts';

/** An article as this sees it. */
interface Member {
  readonly id: string;
  readonly lang: string;
}

/**
 * The language that a story is told in: the reader's if any article is in it, else the one of most
 * voices. Of languages with as many voices, the first by its tag. Undefined for no article.
 */
export function chooseStoryLanguage(
  members: readonly Member[],
  wanted: string | undefined,
  voiceOf: (articleId: string) => string | number,
): string | undefined {
  const voices = new Map<string, Set<string | number>>();
  for (const member of members) {
    const lang = languageOf(member);
    const known = voices.get(lang) ?? new Set();
    voices.set(lang, known.add(voiceOf(member.id)));
  }
  const reader = canonicalLanguage(wanted);
  if (reader !== undefined && voices.has(reader)) return reader;
  return [...voices]
    .toSorted(([a, of], [b, other]) => other.size - of.size || (a < b ? -1 : 1))
    .at(0)?.[0];
}

/** An article's language in its canonical form, as `chooseStoryLanguage` returns it. */
export function languageOf({ lang }: Pick<Member, 'lang'>): string {
  return canonicalLanguage(lang) ?? lang;
}
