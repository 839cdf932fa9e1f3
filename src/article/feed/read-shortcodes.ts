/**
 * Replaces the shortcodes that a publishing system left in a feed's HTML: captions become captions, embedded media go,
 * and of others only the words between them stay. Brackets of the report, such as "[sic]" and "[the mayor]", are none.
 */
export function readShortcodes(html: string): string {
  if (!html.includes('[')) return html;
  const closed = new Set(Array.from(html.matchAll(CLOSING), ([, name = '']) => name.toLowerCase()));
  return html
    .replaceAll(EMBEDDED, '')
    .replaceAll(CODE, (code, slash: string, name: string, rest: string) => {
      const word = name.toLowerCase();
      if (CAPTIONS.has(word)) return slash === '' ? '<figcaption>' : '</figcaption>';
      const isCode =
        slash !== '' ||
        closed.has(word) ||
        KNOWN.has(word) ||
        /\w=/u.test(rest) ||
        word.includes('_');
      return isCode ? ' ' : code;
    });
}

const MEDIA =
  'embed|video|audio|playlist|gallery|youtube|vimeo|tweet|instagram|soundcloud|iframe|googlemaps';
/** Media with an address between the codes. */
const EMBEDDED = new RegExp(
  `\\[(?:${MEDIA})(?:[\\s=][^\\[\\]<>]*)?\\][^\\[\\]<>]*\\[/(?:${MEDIA})\\]`,
  'giu',
);
const CODE = /\[(\/?)([a-z][\w-]{0,40})((?:[\s=][^[\]<>]*)?)\/?\]/giu;
const CLOSING = /\[\/([a-z][\w-]{0,40})\]/giu;
const CAPTIONS: ReadonlySet<string> = new Set(['caption', 'wp_caption']);
const KNOWN: ReadonlySet<string> = new Set([
  ...MEDIA.split('|'),
  'adsense',
  'ad',
  'more',
  'toc',
  'contact-form',
]);
