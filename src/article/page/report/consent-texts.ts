import { cleanText, countWords } from '../../clean-text.ts';
import type { Prose } from './measure-prose.ts';
import type { PageElement } from '../tree/page-node.ts';

const CONSENT = {
  /** Shorter texts don't mislead. */
  minLetters: 500,
  minWords: 80,
  /** The least share of its words that are about data and consent. */
  minShare: 0.04,
  /** The least share of words that speak to the reader. */
  minAddressed: 0.015,
  /** So many parts of a page are looked at. */
  maxParts: 200,
} as const;

/**
 * Removes the texts beside the report's headline that ask for consent and list partners. They are
 * often longer than the report, and named in as many ways as there are programs for them.
 */
export function removeConsentTexts(headline: PageElement, body: PageElement, prose: Prose): void {
  let looked = 0;
  let left = prose.get(body) ?? 0;
  for (let at = headline; at !== body && at.parentElement; at = at.parentElement) {
    for (const node of at.parentElement.childNodes) {
      if (!node.isElement || node === at || (prose.get(node) ?? 0) < CONSENT.minLetters) continue;
      if ((looked += 1) > CONSENT.maxParts) return;
      const letters = prose.get(node) ?? 0;
      if (left - letters < CONSENT.minLetters || !isConsentText(node.textContent)) continue;
      left -= letters;
      node.remove();
    }
  }
}

/** Whether a text asks readers what they agree to. A report on that doesn't speak to them. */
export function isConsentText(printed: string): boolean {
  const text = cleanText(printed.slice(0, MAX_CHARS));
  const words = countWords(text);
  if (words < CONSENT.minWords) return false;
  const share = (pattern: RegExp): number => Array.from(text.matchAll(pattern)).length / words;
  return share(WORDS) >= CONSENT.minShare && share(ADDRESS) >= CONSENT.minAddressed;
}

const MAX_CHARS = 50_000;
const WORDS =
  /(?<!\p{L})(?:cookies?|consent|vendors?|partners?|privacy|personal data|legitimate interests?|your (?:device|data|visit|choices)|adverts?|advertis(?:ing|ements?)|tracking|purposes?|opt(?:ing)?[- ]?out|einwilligung\p{L}*|datenschutz\p{L}*|personenbezogen\p{L}*|(?:dritt)?anbieter\p{L}*|partnern?|zwecke?n?|geräte?s?|consentement|partenaires?|données|publicit\p{L}+|finalités?|vie privée|terminal|consentimiento|socios|datos|publicidad|finalidad\p{L}*|dispositivo|privacidad|consenso|dati|pubblicit\p{L}+|finalità|consentimento|parceiros|dados|publicidade|toestemming|gegevens|doeleinden|advertenties|apparaat|samty[ck]\p{L}*|personuppgift\p{L}*|zgod\p{L}*|danych|partner\p{L}*|çerez\p{L}*|kişisel|согласи\p{L}*|данны\p{L}*)(?!\p{L})/giu;
const ADDRESS =
  /(?<!\p{L})(?:you|your|we|our|us|sie|ihre?[mnrs]?|wir|uns(?:ere?[mnrs]?)?|dein\p{L}*|vous|votre|vos|nous|nos|notre|su|sus|usted|tus?|nuestr\p{L}+|nosotros|tuoi?|tua|suoi|nostr\p{L}+|seus?|suas?|noss\p{L}+|você|uw|jouw|je|wij|onze|din|ditt|dina|vår\p{L}*|vi|twoj\p{L}*|nasz\p{L}*|sizin|bizim|вы|ваш\p{L}*|мы|наш\p{L}*)(?!\p{L})/giu;
