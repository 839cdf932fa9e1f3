import { renderMaskedLink } from '../masked-link.ts';
import { parseLink } from '../parse-link.ts';
import { nameSource, renderMoment, type StoryMoment } from '../render-story-parts.ts';
import { renderLine } from '../render-text.ts';

/** What somebody said, as an article quotes it. */
export interface QuotationItem extends StoryMoment {
  readonly text: string;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
}

/** A speaker, and what they say. */
export interface SpeakerItem {
  readonly name: string;
  readonly quotations: readonly QuotationItem[];
}

const SIZES = { quotation: 400, name: 100, source: 60 } as const;
/** More of one speaker would leave no room for others. */
const MOST_OF_ONE = 3;

/** Renders quotations by speaker, each with its publisher and time. */
export function renderQuotations(speakers: readonly SpeakerItem[], now: Date): string[][] {
  return speakers.map(({ name, quotations }) => [
    `**${renderLine(name, SIZES.name)}**`,
    ...quotations.slice(0, MOST_OF_ONE).map((one) => `- ${renderQuotation(one, now)}`),
    ...(quotations.length > MOST_OF_ONE
      ? [`-# … and ${quotations.length - MOST_OF_ONE} more`]
      : []),
  ]);
}

function renderQuotation({ text, source, url, ...moment }: QuotationItem, now: Date): string {
  const name = renderMaskedLink(nameSource(source), url, SIZES.source);
  const publisher = parseLink(url) ? name : `*${name}*`;
  return `“${renderLine(text, SIZES.quotation)}” ${publisher} ${renderMoment(moment, now)}`;
}
