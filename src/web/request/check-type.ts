/** What a caller wants to read. */
export type Wanted = 'feed' | 'page' | 'any';

/**
 * What a content type is in words, where it is plainly no text, so that a film is not read to its
 * end first. Feeds come under all sorts of types, so that only what is for eyes and ears is refused.
 */
export function checkType(contentType: string | undefined, wanted: Wanted): string | undefined {
  const type = (contentType ?? '').toLowerCase();
  if (wanted === 'any') return undefined;
  const [, what] = NOT_TEXT.find(([pattern]) => pattern.test(type)) ?? [];
  if (what !== undefined) return what;
  return wanted === 'page' ? NOT_A_PAGE.find(([pattern]) => pattern.test(type))?.[1] : undefined;
}

/** The Accept header by what is wanted. */
export const ACCEPT: Readonly<Record<Wanted, string>> = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  any: '*/*',
};

const NOT_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^image\/(?!svg)/u, 'a picture'],
  [/^video\//u, 'a video'],
  [/^audio\//u, 'a recording'],
  [/^font\//u, 'a font'],
];

const NOT_A_PAGE: readonly (readonly [RegExp, string])[] = [
  [/^application\/pdf/u, 'a PDF document'],
  [/^application\/(?:zip|gzip|x-(?:gzip|tar|7z|rar|bzip))/u, 'an archive'],
  [/^application\/(?:msword|vnd\.(?:ms-|openxml|oasis))/u, 'an office document'],
];
