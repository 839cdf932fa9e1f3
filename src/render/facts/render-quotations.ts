import {
  renderMoment,
  renderPublisher,
  type Attribution,
  type StoryMoment,
} from '../render-story-parts.ts';
import { renderLine } from '../render-text.ts';

/** What somebody said, as an article quotes it. */
interface QuotationItem extends StoryMoment, Attribution {
  readonly text: string;
}

/** A speaker, and what they say. */
export interface SpeakerItem {
  readonly name: string;
  readonly quotations: readonly QuotationItem[];
}

const SIZES = { quotation: 400, name: 100 } as const;
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

function renderQuotation(quotation: QuotationItem, now: Date): string {
  const said = renderLine(quotation.text, SIZES.quotation);
  return `“${said}” ${renderPublisher(quotation)} ${renderMoment(quotation, now)}`;
}
