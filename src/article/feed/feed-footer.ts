import type { HtmlText } from './html-to-text.ts';

/** A text without the footer that its publishing system added. */
export interface BareText extends HtmlText {
  /** Whether a line of the footer linked to the rest of the article. */
  readonly pointsOn: boolean;
}

/** How many paragraphs are examined, from the end. */
const MAX_FOOTERS = 3;

/**
 * Removes the last paragraphs if they aren't part of the report: "The post … appeared first on …",
 * and links to the rest of the article.
 */
export function withoutFooter(given: HtmlText): BareText {
  const paragraphs = given.text.split('\n\n');
  let pointsOn = false;
  for (let count = 0; count < MAX_FOOTERS; count += 1) {
    const last = paragraphs.at(-1) ?? '';
    const isLink = READ_ON.test(last);
    if (last.length > MAX_FOOTER_CHARS || (!isLink && !SYNDICATED.test(last))) break;
    pointsOn ||= isLink;
    paragraphs.pop();
  }
  const text = paragraphs.join('\n\n');
  if (text.length === given.text.length) return { ...given, pointsOn };
  return {
    ...given,
    text,
    pointsOn,
    subheads: given.subheads.filter((each) => each.start < text.length),
  };
}

const MAX_FOOTER_CHARS = 400;

/** The line that WordPress adds to every entry, in its most common languages. */
const SYNDICATED =
  /^(?:the post\b.* appeared first on\b|der beitrag\b.* (?:erschien|ist) zuerst (?:auf|erschienen)\b|(?:l[’']article|cet article)\b.* est apparu en premier sur\b|la entrada\b.* (?:se publicó primero en|apareció primero en|aparece primero en)\b|l[’']articolo\b.* (?:proviene da|sembra essere il primo su)\b|o post\b.* apareceu primeiro em\b|сообщение\b.*появились сначала на\b|запись\b.*впервые появилась\b)/iu;

/** A paragraph that only links to the rest. */
const READ_ON =
  /^[[(→»›\s]*(?:read (?:more|on|the (?:full|rest|whole|original))|continue reading|keep reading|full (?:story|article)|view (?:the )?(?:full|original) (?:story|article|post)|click here to read|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|leia mais|читать (?:далее|полностью)|اقرأ المزيد)[^.!?]{0,100}[.…:]{0,3}[\])→»›\s]*$/iu;
