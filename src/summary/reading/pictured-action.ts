import { wordSet } from '../../text/word-set.ts';

/** What somebody does while a picture is taken, as verbs of one; reports write of the past. */
const SEEN = `battles blesses boards carries chats checks cheers clears climbs comforts cries dances digs distributes drives
  embraces examines explains flies gathers gestures grabs greets guards hugs inspects jumps kisses kneels laughs leans
  lies lights listens looks mourns moves patrols peers poses prays pulls pushes reacts reads rides salutes searches
  shakes shouts sifts sings sits sleeps smiles sorts stands steps surveys sweeps swims talks tends tries wades waits
  walks watches waves wears weeps welcomes wipes works lands passes rests sets smolders smoulders uses`;

/** The same, but reports write so of what is planned too: "The mayor visits the pier on Friday." */
const PLANNED = `appears arrives attends addresses delivers leads leaves meets performs presents receives runs speaks stops
  takes testifies tours visits`;

/** A verb of several: "carry" of "carries". */
const pluralOf = (verb: string): string =>
  /[^l]ies$/.test(verb) ? `${verb.slice(0, -3)}y` : verb.replace(/(?<=sh|ss|ch|x)es$|s$/, '');

/** Every form of these verbs; a sentence without one is none. */
export const PICTURED_VERBS: readonly string[] = [...wordSet(`${SEEN} ${PLANNED}`)].flatMap(
  (verb) => [verb, pluralOf(verb)],
);

const seen = wordSet(SEEN);
const planned = wordSet(PLANNED);
const seenOfSeveral = new Set([...seen].map(pluralOf));
const plannedOfSeveral = new Set([...planned].map(pluralOf));

/** A noun of several before its verb: "Refugees move", "Police search". */
const SEVERAL = /(?:[^su'’]s|[Pp]olice|[Pp]eople|[Mm]en|[Ww]omen|[Cc]hildren|[Cc]rew)$/u;

/** "The Lees' looks", "two walks": after these words, what looks like the verb of one is a noun. */
const IS_NO_NAME = /^\p{Ll}.*s$|['’]s?$/u;

/** No picture's caption begins with these, nor has one of them before its verb. */
const NO_SUBJECT =
  wordSet(`As But And When While If For From In On At With It He She They We I You This That There These
  Those Who What How Now Here To No Its His Her Their Just Every Each`);
const OTHER_VERB =
  wordSet(`was were had did has have will would could should may might must can is are be been came comes took
  went goes said says say made makes began led won told found got gave held left saw rode ran fell rose broke lost brought
  met that who which as than if according now usually often always every each about not never`);

/** "Police searched", but not "a damaged car", "the wreck caused by the storm". */
const PAST = /^\p{Ll}+[^e\P{Ll}]ed$/u;
const BEFORE_NOUN = wordSet('a an the his her its their this of in at on by with from for and');

/** After these words a caption tells what was before: "Lee leaves court after he was charged." */
const OTHER_CLAUSE = wordSet('after as who where while before when which');

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

/** A time that is past, whatever the verb says. */
const PAST_TIME = new RegExp(
  String.raw`\bin (?:early |late )?(?:${MONTH} )?(?:19|20)\d\d\b|\b${MONTH} \d{1,2}, (?:19|20)\d\d\b|\blast (?:week|month|year|night|${DAY}|${MONTH})\b|\bearlier (?:this|on|today|in)\b|\b(?:in|from) (?:an?|this) (?:undated |${MONTH} )?(?:\d{4} )?(?:file )?(?:photo|photograph|picture|image)\b`,
  'u',
);
const DAY_OR_DATE = new RegExp(String.raw`\b${DAY}\b|\b${MONTH} \d{1,2}\b|\bthis week\b`, 'u');

/** A date with its year, or a day as captions have it, rather than "on Friday" or "next Friday", which may be to come. */
const CAPTION_TIME = new RegExp(
  String.raw`\b${MONTH} \d{1,2}, (?:19|20)\d\d\b|(?<!\b(?:on|by|until|next|this|every|each|before|for|of|from|since) )\b${DAY}\b`,
  'u',
);

/** All of these have one of these; most sentences don't. */
const HAS_TIME = /\d|day\b|\blast |\bearlier |this week|photo|picture|image/;

const MAX_WORDS = 30;

/** The verb is one of so many first words. */
const MAX_SUBJECT = 10;

/** "A volunteer hands out food." */
const MAX_BRIEF_SUBJECT = 5;

/**
 * Whether an English sentence tells in the present what was to be seen at a past time, as captions do: "Refugees move along
 * a road Tuesday in Norrvik.", "A worker checks the pier." Of a report's opening, only what is
 * a caption throughout is one, since reports open in the present as well.
 */
export function isPicturedAction(sentence: string, isFirst = false): boolean {
  const isOfOne = /^An? /.test(sentence);
  if (!isOfOne && !HAS_TIME.test(sentence)) return false;
  if (!sentence.endsWith('.') || /["“”]/.test(sentence)) return false;
  const words = sentence.slice(0, -1).split(' ', MAX_WORDS + 1);
  if (words.length > MAX_WORDS || NO_SUBJECT.has(words[0]!)) return false;
  const at = findVerb(words);
  if (at === undefined || hasOtherVerb(words, at)) return false;
  const verb = words[at]!;
  const isSeen = seen.has(verb) || seenOfSeveral.has(verb);
  if (isFirst) {
    return isSeen && CAPTION_TIME.test(sentence) && !words.some((word) => OTHER_CLAUSE.has(word));
  }
  const isOne = seen.has(verb) || planned.has(verb);
  if (isOne && isOfOne && at <= MAX_BRIEF_SUBJECT) return true;
  if (PAST_TIME.test(sentence)) return true;
  return isSeen && DAY_OR_DATE.test(sentence);
}

/** Where the verb of a picture is, if nothing before it is a verb. */
function findVerb(words: readonly string[]): number | undefined {
  // "Remains of the warehouse smolder."
  const isOfSeveral = words[1] === 'of' && SEVERAL.test(words[0]!);
  for (let at = 1; at < words.length && at <= MAX_SUBJECT; at++) {
    const word = words[at]!;
    const before = words[at - 1]!;
    if ((seen.has(word) || planned.has(word)) && !IS_NO_NAME.test(before)) return at;
    const maySeveral = isOfSeveral || SEVERAL.test(before);
    if (maySeveral && (seenOfSeveral.has(word) || plannedOfSeveral.has(word))) return at;
    if (OTHER_VERB.has(word) || isPast(words, at)) return undefined;
  }
  return undefined;
}

function hasOtherVerb(words: readonly string[], verb: number): boolean {
  for (let at = verb + 1; at < words.length; at++) {
    if (OTHER_CLAUSE.has(words[at]!)) return false;
    if (OTHER_VERB.has(words[at]!) || isPast(words, at)) return true;
  }
  return false;
}

function isPast(words: readonly string[], at: number): boolean {
  return PAST.test(words[at]!) && words[at + 1] !== 'by' && !BEFORE_NOUN.has(words[at - 1]!);
}
