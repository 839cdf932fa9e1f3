import { cleanText, countWords } from '../../clean-text.ts';
import { findElements, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';

const EMBED = {
  /** A larger element isn't only a request. */
  maxWords: 120,
  maxDepth: 6,
  /** Pages with more buttons are programs. */
  maxControls: 500,
} as const;

/**
 * Removes the requests for consent that stand in place of films and posts of other sites: an element
 * with a button or a label that names such a site and asks.
 */
export function removeEmbedConsents(part: PageElement): void {
  const controls = findElements(part, named('button label input')).slice(0, EMBED.maxControls);
  const large = new Set<PageElement>();
  for (const control of controls) findRequest(control, part, large)?.remove();
}

/** The largest element around a control that is only a request. */
function findRequest(
  control: PageElement,
  part: PageElement,
  large: Set<PageElement>,
): PageElement | undefined {
  let request: PageElement | undefined;
  let at = control.parentElement;
  for (let depth = 0; at && at !== part && depth < EMBED.maxDepth; depth += 1) {
    if (large.has(at)) break;
    const printed = at.textContent;
    const text = printed.length > MAX_CHARS ? '' : cleanText(printed);
    if (printed.length > MAX_CHARS || countWords(text) > EMBED.maxWords) {
      large.add(at);
      break;
    }
    if (SITE.test(text) && CONSENT.test(text)) request = at;
    at = at.parentElement;
  }
  return request;
}

const MAX_CHARS = 4000;
const SITE =
  /(?<!\p{L})(?:youtube|twitter|instagram|facebook|tik ?tok|spotify|vimeo|soundcloud|datawrapper|opinary|google maps|bluesky|threads|telegram|glomex|jw player|dailymotion|podigee|x|extern\w*|external|tiers|terzi|terceros)(?!\p{L})/iu;
const CONSENT =
  /(?:einverstanden|zustimm|einwillig|zulassen|datenschutz|third part|personal data|accept|consent|privacy|autoris|consentement|données|vie privée|acept|consentimiento|datos personales|consenso|accett|toestemming|privacy|samty[ck]|personuppgift|aceit|consentimento|zgod|rıza|kişisel veri|согласи|موافق)/iu;
