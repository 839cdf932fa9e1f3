import { NO_TERM } from '../number-words.ts';
import type { Reading, ReadingSentence } from '../reading.ts';

/** A verb after a noun: "the commission said", "the dog attacked". */
const DOES = /^(?:\p{L}{2,}ed|said|says|told|found|took|came|went|began)$/u;

/** What explains a noun at once: "the owner of the bakery". */
const EXPLAINS =
  /^(?:of|in|at|for|from|to|on|between|against|that|who|whom|whose|which|where|when|near|with|by|into|above|below|outside|inside|around|across|along|behind)$/u;

/** What needs no introduction, however often it has one: "a year" and "the year". */
const NEEDS_NONE =
  /^(?:years?|decades?|century|months?|weeks?|weekends?|days?|mornings?|afternoons?|evenings?|nights?|hours?|minutes?|seconds?|seasons?|times?|moments?|points?|ways?|things?|ends?|cases?|facts?|problems?|numbers?|country|nation|world|city|town|state|government|president|police|army|public|internet|media|people|man|woman|men|women|area|region|north|south|east|west|coast|sea|ground|air|weather|law|past|future|beginning)$/iu;

const THE = 'the';

/** How many nouns of a sentence are looked up. */
const MAX_NOUNS = 8;

/**
 * Finds the nouns within an English sentence that are spoken of as known: the positions of "film" in "Sony held back
 * the film" and of "commission" in "the commission said in its report".
 */
export function findKnownNouns(
  { printed: { text } }: Reading,
  { firstWord, endWord }: ReadingSentence,
): number[] {
  const nouns: number[] = [];
  for (let at = firstWord + 1; at < endWord && nouns.length < MAX_NOUNS; at++) {
    if (text.terms[at] === NO_TERM || text.isName(at)) continue;
    if (text.ends[at - 1]! - text.starts[at - 1]! !== THE.length) continue;
    if (text.print(at - 1, at - 1) !== THE || NEEDS_NONE.test(text.print(at, at))) continue;
    // In "the flight recorder" this word is not the noun; in "the actor Ann Lee" a name explains it.
    const isJoined = at + 1 < endWord && text.starts[at + 1] === text.ends[at]! + 1;
    const next = isJoined ? text.print(at + 1, at + 1) : '';
    const isPossessive = text.print(at, at).length < text.ends[at]! - text.starts[at]!;
    const isNoun = !isJoined || isPossessive || text.terms[at + 1] === NO_TERM || DOES.test(next);
    if (isNoun && !EXPLAINS.test(next)) nouns.push(at);
  }
  return nouns;
}
