import type { Caption } from './article.ts';
import type { Byline } from './scraped/read-byline.ts';
import { comparisonKey } from './clean-text.ts';
import { splitCredit } from './scraped/credit.ts';
import type { FoundDate } from './find-date.ts';

/**
 * Facts that are collected while a report's lines are read. The first value of each fact is kept.
 */
export class ReportFacts {
  author?: string;
  section?: string;
  place?: string;
  url?: string;
  source?: string;
  published?: FoundDate;
  updated?: FoundDate;
  readonly captions: Caption[] = [];
  /** Comparison keys of all captions, with and without their credit. */
  readonly captionKeys = new Set<string>();
  /** By the comparison key of its words, where each caption is. */
  readonly #positions = new Map<string, number>();

  addCaption(printed: string): void {
    const { text, credit } = splitCredit(printed, true);
    const key = comparisonKey(text);
    const known = this.#positions.get(key);
    this.captionKeys.add(comparisonKey(printed)).add(key);
    const caption = credit === undefined ? { text } : { text, credit };
    // Perhaps only one of the copies has the credit.
    if (known !== undefined) this.captions[known] = { ...this.captions[known], ...caption };
    else if (text !== '') this.#positions.set(key, this.captions.push(caption) - 1);
    else if (credit !== undefined) this.#addCredit(credit);
  }

  /** A credit on a line of its own belongs to the last caption. */
  #addCredit(credit: string): void {
    const last = this.captions.pop();
    if (last) this.captions.push({ credit, ...last });
  }

  /**
   * Adds facts of a byline that aren't known yet. Returns whether it named the author or the place.
   */
  addByline(byline: Byline): boolean {
    const named = this.author === undefined && byline.author !== undefined;
    if (byline.author !== undefined) this.author ??= byline.author;
    if (byline.place !== undefined) this.place ??= byline.place;
    if (byline.published) this.published ??= byline.published;
    if (byline.updated) this.updated ??= byline.updated;
    return named;
  }
}
