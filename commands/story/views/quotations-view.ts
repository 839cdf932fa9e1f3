import type { CommandContext } from '../../../src/command/command.ts';
import type { QuotationItem, SpeakerItem } from '../../../src/render/facts/render-quotations.ts';
import { attributeQuotations } from '../../../src/story/facts/quotations/attribute-quotations.ts';
import type { Story } from '../../../src/story/story.ts';
import { readVoices } from './read-voices.ts';

/** Shorter fragments say little without their sentence. */
const LEAST_WORDS = 5;

/**
 * Finds what people say in a story, word for word, by speaker: those whom most publishers quote first. A name
 * is the longest in which it is given: "Lee" is "Ann Lee" if only one of them speaks.
 */
export async function findSpeakers(story: Story, context: CommandContext): Promise<SpeakerItem[]> {
  const speakers = new Map<string, QuotationItem[]>();
  for (const { article, stored, reading } of await readVoices(story, context)) {
    for (const { start, end, kind, speaker } of attributeQuotations(stored.text, reading)) {
      if (kind !== 'speech' || speaker?.kind !== 'name') continue;
      const text = stored.text.slice(start, end);
      if (text.split(/\s+/u).length < LEAST_WORDS) continue;
      const name = stored.text.slice(speaker.start, speaker.end);
      const { source, url, dayOnly } = stored;
      const said = speakers.get(name) ?? [];
      speakers.set(name, said);
      if (!said.some((other) => isSame(other.text, text)))
        said.push({ text, source, url, at: article.at, dayOnly });
    }
  }
  const merged = mergeNames(speakers);
  return [...merged]
    .map(([name, quotations]) => ({ name, quotations }))
    .toSorted((a, b) => b.quotations.length - a.quotations.length || (a.name < b.name ? -1 : 1));
}

/** Whether two quotations are of one speech: all words of the shorter one follow each other in the other. */
function isSame(a: string, b: string): boolean {
  const [short, long] = [a, b].map(plain).toSorted((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  return long.includes(short);
}

function plain(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}

/** Gives the quotations of a shorter name to the only longer name that ends with it. */
function mergeNames(
  speakers: ReadonlyMap<string, readonly QuotationItem[]>,
): Map<string, QuotationItem[]> {
  const merged = new Map<string, QuotationItem[]>();
  for (const [name, quotations] of speakers) {
    const longer = [...speakers.keys()].filter((other) => other.endsWith(` ${name}`));
    const full = longer.length === 1 ? longer[0]! : name;
    const said = merged.get(full) ?? [];
    merged.set(full, said);
    for (const one of quotations) {
      if (!said.some((other) => isSame(other.text, one.text))) said.push(one);
    }
  }
  return merged;
}
