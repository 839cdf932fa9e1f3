import { wordSet } from '../../../text/word-set.ts';
import { WORD_KINDS } from '../word-kinds.ts';

/** With what the patterns of `boilerplate-sentence` begin, where that is a word. */
const BOILERPLATE =
  /^(?:(?:photo|image|picture|video|caption|credit|source|publish|updated|created|posted|modified).*|additional|an?|earlier|previous|une|una|uma|with|reporting|editing|writing|compiled|translated|produced|correction|clarification|short|file|click|tap|read|see|view|also|watch|listen|sign|subscribe|follow|share|advertisement|gallery|related|more|live|exclusive|in|for|to|e|email|print|lesen|lire|lea|leer|leggi|leia|lees|sorry|we|comments|hello|hi|good|and|welcome|thanks?|that|this|our|the|now|taking|handing|signing|closing|wrapping|i|do|get|stay|join|send|let|tell|sound|have|keep|here|check|hit|you|on|please|all|the|these|views|opinions|today|die|les|las|le|as|copyright|if|anyone|anybody|witnesses|hinweise|zeugen|wer|si|toute|cualquier|quien|quienes|se|chiunque|quem|qualquer|heeft|als|getuigen|by|von|por|par|di|door|first|last)$/i;

/** With what those of `english-openings` and `points-back` begin. */
const BACK = wordSet(`he she they his her hers their theirs its him them it this that these those
  in at on by after before for from under since during with despite until like according because as to
  more less fewer nearly almost about around over one two three four five six some many most all none neither both each
  several few half much part a an the well oh sure yes no okay what not another others such here there
  but and or nor yet still however also instead meanwhile moreover furthermore nevertheless nonetheless therefore thus
  hence otherwise similarly likewise consequently besides indeed afterward afterwards later earlier so then even back
  now either of actually again unsurprisingly plus elsewhere granted admittedly above worse
  second seconds minute minutes hour hours day days week weeks month months year years`);

/** With what the parts of sentences begin that `finite-verb` knows. */
const PART = wordSet(`Prince Princess King Queen Mr Mrs Ms Miss Dr Sir Lord Lady President Senator
  To Admits Reveals Says Claims Insists Denies Believes Adds Tells Warns Hopes Wants Vows Comes Follows Thought Believed
  Told Gushes Speaks Talks Jokes Explains Describes Initially Originally Previously Long Widely Once Often First`);

/** What a word tells of the sentence that it begins; of words with anything but plain letters, only the patterns can tell. */
export function openingKinds(token: string): number {
  const { opensBoilerplate, opensBack, opensPart } = WORD_KINDS;
  if (!/^[a-z]+$/i.test(token)) return opensBoilerplate | opensBack | opensPart;
  return (
    (BOILERPLATE.test(token) ? opensBoilerplate : 0) |
    (BACK.has(token.toLowerCase()) ? opensBack : 0) |
    (PART.has(token) ? opensPart : 0)
  );
}
