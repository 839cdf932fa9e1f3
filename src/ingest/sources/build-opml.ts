import type { Source } from './source.ts';

/** Characters that XML 1.0 cannot hold, however they are written. */
// oxlint-disable-next-line no-control-regex -- these are the ones
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The part of a source that OPML holds. */
type Exported = Pick<Source, 'name' | 'url' | 'homeUrl' | 'lang'>;

/** Builds the OPML 2.0 document that lists sources; what it reads back from it is the same list. */
export function buildOpml(title: string, sources: readonly Exported[], now: Date): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeXml(title)}</title>`,
    `    <dateCreated>${now.toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...sources.map((source) => `    ${buildOutline(source)}`),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function buildOutline({ name, url, homeUrl, lang }: Exported): string {
  const attributes = {
    type: 'rss',
    text: name,
    title: name,
    xmlUrl: url,
    htmlUrl: homeUrl,
    language: lang,
  };
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}="${escapeXml(value)}"`],
  );
  return `<outline ${written.join(' ')}/>`;
}

function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/gu, ' ');
}
