/** The kind of document that a caller wants. */
export type Wanted = 'feed' | 'page' | 'any';

/**
 * Describes a content type that cannot be what the caller wants; undefined for any other. So a video is
 * not read to its end first. Feeds come with all sorts of types, so few types are refused for them.
 */
export function checkType(contentType: string | undefined, wanted: Wanted): string | undefined {
  const type = (contentType ?? '').toLowerCase();
  if (wanted === 'any') return undefined;
  const [, what] = NOT_TEXT.find(([pattern]) => pattern.test(type)) ?? [];
  if (what !== undefined) return what;
  return wanted === 'page' ? NOT_A_PAGE.find(([pattern]) => pattern.test(type))?.[1] : undefined;
}

/** The Accept header for each kind of document. */
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
