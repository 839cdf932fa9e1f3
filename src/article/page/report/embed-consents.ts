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
  const judged = new Map<PageElement, Judgement>();
  for (const control of controls) findRequest(control, part, judged)?.remove();
}

type Judgement = 'request' | 'other' | 'large';

/** The largest element around a control that is only a request. */
function findRequest(
  control: PageElement,
  part: PageElement,
  judged: Map<PageElement, Judgement>,
): PageElement | undefined {
  let request: PageElement | undefined;
  let at = control.parentElement;
  for (let depth = 0; at && at !== part && depth < EMBED.maxDepth; depth += 1) {
    // Buttons share what is around them.
    const judgement = judged.get(at) ?? judge(at);
    judged.set(at, judgement);
    if (judgement === 'large') break;
    if (judgement === 'request') request = at;
    at = at.parentElement;
  }
  return request;
}

function judge(element: PageElement): Judgement {
  const printed = element.textWithin(MAX_CHARS);
  if (printed === undefined) return 'large';
  const text = cleanText(printed);
  if (countWords(text) > EMBED.maxWords) return 'large';
  return CONSENT.test(text) && SITE.test(text) ? 'request' : 'other';
}

const MAX_CHARS = 4000;
const SITE =
  /(?<!\p{L})(?:youtube|twitter|instagram|facebook|tik ?tok|spotify|vimeo|soundcloud|datawrapper|opinary|google maps|bluesky|threads|telegram|glomex|jw player|dailymotion|podigee|x|extern\w*|external|tiers|terzi|terceros)(?!\p{L})/iu;
const CONSENT =
  /(?:einverstanden|zustimm|einwillig|zulassen|datenschutz|third part|personal data|accept|consent|privacy|autoris|consentement|données|vie privée|acept|consentimiento|datos personales|consenso|accett|toestemming|privacy|samty[ck]|personuppgift|aceit|consentimento|zgod|rıza|kişisel veri|согласи|موافق)/iu;
