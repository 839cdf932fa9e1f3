import { MONTH_NUMBERS, WEEKDAYS } from '../../../article/calendar-words.ts';
import { wordSet } from '../../../text/word-set.ts';
import type { SpeechWords } from './speech-words.ts';

/** Regular verbs whose subject speaks, wherever the quotation stands in the sentence. */
const STRONG = `add admit allege argue assert state warn reply respond explain declare announce stress
  emphasize emphasise joke quip remark reiterate testify tweet vow acknowledge concede contend complain exclaim
  scream shout yell mutter whisper chant caution recount opine muse retort lament counter proclaim`;

/** Regular verbs that say something only beside a quotation. */
const WEAK = `call describe label brand name term characterize characterise denounce condemn criticize criticise praise
  hail blast dismiss note observe comment continue report claim recall answer ask confirm conclude suggest agree
  deny promise pledge predict post maintain reveal repeat urge question demand tell confess boast brag accuse
  apologize apologise appeal caption sign order affirm assure advise inform express sing cry implore plead
  insist mention indicate offer propose mock mourn accept`;

/** Forms that are nouns as well. */
const NOUNS = `states remarks jokes replies stresses claim claims report reports call calls note notes comment comments
  answer answers promise promises pledge pledges post posts question questions demand demands order orders appeal
  appeals brand brands name names label labels term terms sign signs repeat repeats offer offers state remark joke
  reply stress caution counter counters shouts screams chants shout scream chant tweet tweets quip quips vow vows`;

const IRREGULAR = {
  says: 'say says said tell tells told swear swears swore wrote writes quoth',
  saying: 'saying telling writing swearing',
  weak: `write read reads put puts spoke speak speaks think thinks thought sang sings`,
};

const ROLES = `police officials official officer officers spokesman spokeswoman spokesperson spokesmen spokespeople
  witness witnesses prosecutor prosecutors resident residents authorities authority doctor doctors expert experts
  scientist scientists researcher researchers lawyer lawyers attorney attorneys investigator investigators
  protester protesters protestors activist activists critic critics analyst analysts firefighter firefighters
  organizer organizers organiser organisers president vice prime minister ministers ministry foreign secretary
  chief chiefs director directors manager coach chairman chairwoman chairperson chair governor mayor senator senators
  congressman congresswoman representative representatives lawmaker lawmakers judge judges justice general colonel
  captain lieutenant sergeant sheriff detective detectives commander major admiral bishop archbishop cardinal pope
  king queen prince princess lord lady ambassador envoy professor analyst economist economists historian author
  writer journalist journalists reporter reporters editor editors actor actress singer star player captain quarterback
  defender striker goalkeeper pilot passenger passengers survivor survivors victim victims neighbor neighbors neighbour
  neighbours mother father brother sister son daughter wife husband friend friends relative relatives family parents
  man woman men women boy girl boys girls people teenager student students teacher teachers worker workers employee
  employees owner owners founder executive executives engineer engineers leader leaders member members candidate
  deputy assistant senior former head crowd crowds group groups company firm agency newspaper paper magazine
  document statement report study communique communiqué release letter memo email complaint
  lawsuit filing ruling text treaty prosecution defense defence editorial widow couple survivor pair aide aides boss bosses skipper midfielder winger forward champion
  correspondent headteacher principal government administration army navy coastguard military hospital court commission committee council
  union team insider insiders source sources observers observer others fans fan supporters supporter
  opponents opponent campaigners campaigner villagers villager farmers farmer soldiers soldier troops rebels rebel
  militants militant investors investor traders trader consumers customers customer users user readers hundreds thousands
  dozens developer developers sailor sailors meteorologist meteorologists forecasters seismologist seismologists geologist
  astronomer astronomers physicist biologist bystander bystanders counsel advocate advocates cop cops paramedics paramedic
  nurse nurses patient patients physician physicians surgeon surgeons clerk clerks driver drivers teammate teammates
  staff mp mps consul consulate rep reps publicist agent agents partner partners veteran veterans mr mrs ms dr`;

const base = (list: string): readonly string[] => list.trim().split(/\s+/);

function finite(verb: string): readonly string[] {
  const stem = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) + 'i' : verb;
  const doubled = /^(?:quip|brag)$/.test(verb) ? verb + verb.slice(-1) : stem;
  const third = stem !== verb || /(?:s|sh|ch|x)$/.test(verb) ? `${stem}es` : `${verb}s`;
  return verb === 'tell' || verb === 'sing'
    ? [verb]
    : [verb, third, verb.endsWith('e') ? `${verb}d` : `${doubled}ed`];
}

function participle(verb: string): string {
  if (/^(?:quip|brag)$/.test(verb)) return `${verb}${verb.slice(-1)}ing`;
  return verb.endsWith('e') ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

export const ENGLISH_SPEECH: SpeechWords = {
  says: new Set([...base(STRONG).flatMap(finite), ...base(IRREGULAR.says)]),
  weak: new Set([
    ...base(WEAK).flatMap((verb) => [...finite(verb), participle(verb)]),
    ...base(IRREGULAR.weak),
  ]),
  saying: new Set([...base(`${STRONG} ${WEAK}`).map(participle), ...base(IRREGULAR.saying)]),
  nouns: wordSet(NOUNS),
  beside: wordSet(),
  persons: wordSet('he she'),
  pronouns: wordSet('he she it they we i you'),
  determiners: wordSet(
    `the a an his her their its our my your this that these those some any no every each another many several both
    one two three four five six seven eight nine ten other more most all`,
  ),
  prepositions: wordSet(
    `of in on at by for from with to about into over under during through against between among within without
    across near outside inside behind beyond toward towards upon around despite via per amid amidst including
    after before since until like above below along following regarding besides throughout`,
  ),
  cuts: wordSet(
    `that when while because although though if where as than whether after before since until unless once whereas whilst
    what how why but and or so nor yet`,
  ),
  joints: wordSet('and but or then'),
  relatives: wordSet('who which whose whom that'),
  fillers: wordSet(
    `also later then has have had having been be reportedly recently again already once often repeatedly just only
    not never still even further earlier previously publicly simply initially would will did do does can could may
    might must should however meanwhile moreover furthermore therefore thus instead today yesterday tonight
    tomorrow now afterwards afterward additionally finally first second here there indeed perhaps nevertheless
    nonetheless and but so yet or nor plus still though too last night week month year morning afternoon evening ago`,
  ),
  auxiliaries: wordSet(
    `is are was were be been am has have had do does did will would can could may might must should isn't wasn't
    aren't weren't hasn't haven't hadn't won't wouldn't can't couldn't didn't doesn't don't cannot`,
  ),
  passives: wordSet('is are was were been being be am gets got'),
  agents: wordSet('by'),
  roles: wordSet(ROLES),
  titles: wordSet(
    `minister president secretary chief director chairman chairwoman governor mayor senator judge spokesman spokeswoman
    spokesperson commissioner ambassador prosecutor attorney general commander coach pope king queen prince princess
    chancellor premier executive officer representative congressman leader envoy bishop archbishop cardinal patriarch consul mp`,
  ),
  according: [
    ['according', 'to'],
    ['in', 'the', 'words', 'of'],
  ],
  calendar: new Set([
    ...MONTH_NUMBERS.keys(),
    ...WEEKDAYS.map((day) => day.toLowerCase()),
    ...base(
      'mon tue tues wed thu thurs fri sat sun am pm est edt gmt utc pst pdt bst cet est ist jst cst christmas easter',
    ),
  ]),
  capitalNouns: false,
  caseless: false,
  compounds: true,
};
