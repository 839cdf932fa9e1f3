import { wordSet } from '../../../text/word-set.ts';
import { sameEventWords } from '../corroboration/read-claim.ts';

/** Forms of verbs that no stemmer joins. */
const IRREGULAR =
  'win won|lose lost|fall fell fallen|strike struck|leave left|buy bought|sell sold|build built|rebuild rebuilt|flee fled|send sent|pay paid|spend spent|lead led|meet met|hold held|find found|catch caught|sink sank sunk|shoot shot|steal stole stolen|speak spoke spoken|write wrote written|grow grew grown|break broke broken|fly flew flown|drive drove driven|choose chose chosen|lie lay lain|rise rose risen|wear wore worn|teach taught|think thought|fight fought|bring brought|feed fed|feel felt|sleep slept|draw drew drawn|ride rode ridden|sing sang sung|swim swam swum|throw threw thrown|wake woke woken|freeze froze frozen|hide hid hidden|swear swore sworn|tear tore torn|withdraw withdrew withdrawn|overthrow overthrew overthrown|stand stood|understand understood|lend lent|burn burnt|dig dug|hang hung|shake shook shaken|die dead death deaths|man men|woman women|child children';

/** Words with which people ask for one thing. */
const ASKED =
  'cost costs price prices budget worth charge charges|flee fled escape escapes escaped|lead leads led head heads leader leaders|win won victory|donate donated donation donations pledge pledges pledged|hit affect affected disable disabled|company firm|doctor physician|car vehicle|cars vehicles|lawyer attorney|governor gov|general gen|senator sen|admiral adm|kid kids child children';

const GROUPS: readonly (readonly string[])[] = [IRREGULAR, ASKED].flatMap((list) =>
  list.split('|').map((group) => group.split(' ')),
);

/** Verbs that are stop words, and are found as they are printed. */
const LIGHT = 'make makes made making|take takes took taken taking|give gives gave given giving';
const LIGHT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  LIGHT.split('|').flatMap((group) => {
    const forms = group.split(' ');
    return forms.map((form) => [form, forms] as const);
  }),
);

/** The forms of an English verb that is a stop word; undefined for any other word. */
export function lightForms(word: string): readonly string[] | undefined {
  return LIGHT_FORMS.get(word);
}

/** Words that stand for an event among figures, but have other meanings as well. */
const UNCLEAR = wordSet('claimed claiming toll found freed saved evacuate');

const BY_WORD = new Map<string, Set<string>>();
for (const group of GROUPS) {
  for (const word of group) {
    const same = BY_WORD.get(word) ?? new Set();
    for (const other of group) same.add(other);
    BY_WORD.set(word, same);
  }
}

/** English words that may stand for one of a question, itself included. In small letters. */
export function sameWords(word: string): string[] {
  const others = [...(BY_WORD.get(word) ?? []), ...sameEventWords(word)];
  return [...new Set([word, ...others.filter((other) => !UNCLEAR.has(other))])];
}
