import { wordSet } from '../../text/word-set.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** Auxiliaries, and the past of irregular verbs. */
const FORMS = `am is are was were be been has have had do does did will would can could may might must shall should ought
  cannot let's arose ate awoke beat became began bent bet bid bit bled blew bore bought bound broke brought built burnt burst
  came cast caught chose clung cost crept cut dealt drank drew drove dug fed fell felt fled flew forbade forgot fought
  found froze gave got grew heard held hid hit hung hurt kept knelt knew laid lay led left lent let lit lost made meant met
  misled outdid overcame overran oversaw overtook overthrew paid put quit ran rang read rode rose said sang sank sat saw sent set shed
  shone shook shot shrank shut slew slept slid sold sought spent split spoke sprang spread stole stood struck stuck stung
  swam swept swore swung taught thought threw told took tore understood undertook undid upheld went wept withdrew withstood
  woke won wore wound wove wrote`;

/** Verbs whose present is the same word, or the word with an "s". */
const BASES = `accept accuse act add admit advance agree aim allow announce appear apply approve argue arrive ask attack avoid
  back ban bear become beg begin believe belong blame block boast break bring build burn buy call care carry cause
  change charge check choose cite claim climb close collect combine come compare complain confront consider constitute contain continue
  control cost count cover create credit cross cut deal decide declare defend demand deny depend descend describe deserve destroy die
  differ discover drink drive drop earn eat employ encourage end endure enjoy enter equal evoke exist expect explain express face fail fall favour
  favor fear feature feed feel fight fill find finish fit fly focus follow force form fuel gain gather get give go grow guarantee guess
  handle hang happen hate head hear help hide hit hold hope host hurt identify ignore imagine impose include increase
  insist intend interfere invite involve join jump keep kill know lack land last laugh launch lay lead learn leave let lie lift like
  limit link list live look lose love make manage march mark matter mean measure meet mind miss move name need note observe occur
  offer open operate oppose order owe own pass pay perform pertain pick plan play point predict prefer prepare press prevent produce
  promise protect prove provide publish pull push put quit raise range reach read realise realize receive recognise recognize recommend
  record reduce refer reflect refuse regard reject relate rely remain remember remind remove report represent require resign respect
  respond rest restrict result retire return reveal ride rise roll rule run save say score see seek seem sell send serve
  set settle share shine shoot show shut sing sit sleep smell sound speak spend stand star start state stay stem step
  stop stress stretch strike study succeed suffer suggest support suppose swim take talk target taste teach tell tend test
  thank think threaten throw total touch train transform travel treat try turn understand urge use value vary view visit vote wait walk
  want warn wash watch wear weigh welcome win wish withdraw wonder work worry write yield`;

const BASE_FORMS = new Set(BASES.split(/\s+/));
const FINITE = new Set(FORMS.split(/\s+/));
for (const base of BASE_FORMS) {
  FINITE.add(base);
  FINITE.add(/[^aeou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`);
  if (/(?:[sxzo]|ch|sh)$/.test(base)) FINITE.add(`${base}es`);
}

/** Whether a word in small letters is a finite verb where it is a verb. */
export function isFiniteVerb(word: string): boolean {
  return FINITE.has(word);
}

/** "They're", "it's", "wouldn't". */
const CONTRACTED =
  /^\p{L}+(?:n['’]t|['’](?:re|ve|ll|d|m))$|^(?:it|he|she|that|there|who|what|here)['’]s$/iu;

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** A longer sentence without a verb that is known here has one that is not. */
const MAX_FRAGMENT_WORDS = 20;

/** Lines of results, which may be glued: "Ashby 2-1 Corley Denholm 0-0 Eastwick". */
const RESULTS = /\d[-–]\d.{0,200}\D\d[-–]\d|\(\d.{0,200}\(\d/s;

/** The points before a report, and an exclamation: "Admits that he was wrong.", "To think that nobody came." */
const NO_SUBJECT =
  /^(?:To think|Admits|Reveals|Says|Claims|Insists|Denies|Believes|Adds|Tells|Warns|Hopes|Wants|Vows|Comes|Follows|Thought|Believed|Told|Gushes|Speaks|Talks|Jokes|Explains|Describes) (?:that|he|she|they|it|his|her|their|about|of|after|as|to|by|how)\b/u;

/** What was thought of somebody whom the line doesn't name: "Initially thought to be the driver of the train." */
const NO_AUXILIARY =
  /^(?:Initially|Originally|Previously|Long|Widely|Once|Often|First) (?:thought|believed|considered|suspected|accused|described|known|seen|regarded|supposed|meant|expected|reported|planned|scheduled) (?:to|as|of|for|by|that)\b[^,;:]*\.$/u;

/** "With the winner completing the course in 8 minutes.": nobody else does anything. */
const ONLY_WITH = /^(?:With|Without|Including) [^,;:"“”]*\.$/u;

/** One person and a verb of several: what is left of "pictures of Prince Harry in Vegas were leaked". */
const NOT_AGREEING =
  /^(?:Prince|Princess|King|Queen|Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|President|Senator)\.? (?:(?!(?:and|who|that|which)\b)[\p{L}.'’-]+ ){1,4}were\b/u;

const PARTS = [NOT_AGREEING, NO_SUBJECT, NO_AUXILIARY];

/**
 * Whether an English line is a part of a sentence: a headline, a caption, the rest of a broken line. `kinds` are the bits
 * of `WORD_KINDS` that its words have; by default all, so that every pattern is tried.
 */
export function isFragment(sentence: string, wordCount: number, kinds = ~0): boolean {
  const opensPart = (kinds & WORD_KINDS.opensPart) !== 0;
  if (opensPart && PARTS.some((part) => part.test(sentence))) return true;
  // Most sentences end with another letter than "said." and "wrote."
  if (/[de]\.$/.test(sentence.slice(-2)) && ONLY_SAID.test(sentence)) return true;
  if (isRelative(sentence)) return true;
  if ((kinds & WORD_KINDS.verbless) === 0) return false;
  const mayResult = (kinds & WORD_KINDS.digit) !== 0;
  const isShort =
    wordCount <= MAX_FRAGMENT_WORDS ||
    (mayResult && RESULTS.test(sentence)) ||
    ONLY_WITH.test(sentence);
  return isShort && !/["“”]/.test(sentence) && !mayHaveVerb(sentence);
}

/** "Twitter user itsleah wrote.", of what stands elsewhere. */
const ONLY_SAID =
  /^(?!(?:Nobody|Everyone|Everybody|No one)\b)(?:[\p{L}\p{N}@_.'’-]+ ){1,5}(?:wrote|said|tweeted|added|responded|replied)\.$/u;

/** "Muslims, who are 99 per cent of the population.": nobody does anything but in the relative clause. */
function isRelative(sentence: string): boolean {
  // Looked for first, since hardly any sentence has one.
  if (!sentence.startsWith(' wh', sentence.indexOf(',') + 1)) return false;
  const head = /^([^,]{1,60}), (?:who|which|whose) [^,]+\.$/u.exec(sentence)?.[1];
  return head !== undefined && !mayHaveVerb(head);
}

/** What follows is no verb of the sentence in "10 minutes to go" and "this hastily put together mug". */
export const NO_VERB_AFTER = wordSet(
  'to hastily newly recently badly poorly specially freshly heavily',
);

/** Whether a word that looks like a verb is a noun: "film star Ann Lee", "Spanish selfies and change." */
function isNoun(sentence: string, word: string, index: number, follows: string): boolean {
  const end = index + word.length;
  if (word === 'star') return /^ \p{Lu}/u.test(sentence.slice(end, end + 3));
  return follows === 'and' && sentence.slice(end, end + 3) === '.' && BASE_FORMS.has(word);
}

/** Whether an English sentence has a word that may be its finite verb. */
function mayHaveVerb(sentence: string): boolean {
  let follows = '';
  WORD.lastIndex = 0;
  for (let match = WORD.exec(sentence); match; match = WORD.exec(sentence)) {
    const { 0: word, index } = match;
    const lower = word.toLowerCase();
    const isNoVerb = NO_VERB_AFTER.has(follows) || isNoun(sentence, word, index, follows);
    follows = lower;
    if (isNoVerb) continue;
    if (FINITE.has(lower)) return true;
    if (word.endsWith('ed') && /^\p{Ll}\S*\p{L}ed$/u.test(word)) return true;
    if (/['’]/.test(word) && CONTRACTED.test(word)) return true;
    // "Newly-built": either part may be one.
    if (lower.includes('-') && lower.split('-').some((part) => FINITE.has(part))) return true;
  }
  return false;
}
