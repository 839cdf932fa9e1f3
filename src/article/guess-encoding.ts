/** How many bytes of a document are examined. */
const SAMPLE_BYTES = 65_536;
/** Share of a text's characters beyond ASCII that must be typical of the encoding. */
const MIN_SHARE = 0.4;

/**
 * Guesses the encoding of bytes that aren't UTF-8 and don't declare one: the encoding whose result
 * looks most like the languages that it was made for. Undefined if none does, for example for a
 * text of Latin letters with a few accents.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const isWestern = hasAccentsInWords(sample);
  let best: { encoding: string; score: number } | undefined;
  for (const { encoding, common, alien } of CANDIDATES) {
    if (isWestern && SINGLE_BYTE.test(encoding)) continue;
    const characters = beyondAscii(new TextDecoder(encoding).decode(sample));
    if (characters.length === 0) return undefined;
    const score = (count(characters, common) - 3 * count(characters, alien)) / characters.length;
    if (score >= MIN_SHARE && score > (best?.score ?? 0)) best = { encoding, score };
  }
  return best?.encoding;
}

interface Candidate {
  readonly encoding: string;
  /** Characters that text in this encoding mostly consists of. */
  readonly common: RegExp;
  /** Characters that show that it is another encoding. */
  readonly alien: RegExp;
}

/**
 * Characters that aren't letters of any script, and half-width kana: bytes read in the wrong
 * encoding.
 */
const ALIEN = /[\uFFFD\u0080-\u009F\uE000-\uF8FF\uFF61-\uFF9F]/gu;
/**
 * In Cyrillic, no capital follows a lower-case letter, and no word begins with a soft or hard sign.
 */
const ALIEN_CYRILLIC =
  /[\uFFFD\u0080-\u009F\u2500-\u259F]|[а-яё](?=[А-ЯЁ])|(?<![а-яё])[ыьъ]|ъ(?![еёюя])/gu;
/** Rare or obsolete Thai letters, digits and marks, and vowel signs without a consonant. */
const ALIEN_THAI =
  /[\uFFFD\u0080-\u009F\u0E03\u0E05\u0E06\u0E0C\u0E0E-\u0E12\u0E26\u0E2C\u0E3F\u0E4F-\u0E5B]|(?<![\u0E01-\u0E2E\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/gu;
/**
 * The most common Chinese characters in simplified and traditional form. A wrong encoding results
 * in rare ones.
 */
const SIMPLIFIED =
  /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运，。、]/gu;
const TRADITIONAL =
  /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運，。、]/gu;

const SINGLE_BYTE = /^(?:windows|koi8|iso)/u;

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'shift_jis', common: /[\u3001\u3002\u3040-\u30FF]/gu, alien: ALIEN },
  { encoding: 'euc-jp', common: /[\u3001\u3002\u3040-\u30FF]/gu, alien: ALIEN },
  {
    encoding: 'euc-kr',
    common: /[\uAC00-\uD7A3]/gu,
    alien: /[\uFFFD\p{Script=Han}\uE000-\uF8FF]/gu,
  },
  { encoding: 'gb18030', common: SIMPLIFIED, alien: ALIEN },
  { encoding: 'big5', common: TRADITIONAL, alien: ALIEN },
  { encoding: 'windows-1251', common: /[а-яё]/gu, alien: ALIEN_CYRILLIC },
  { encoding: 'koi8-r', common: /[а-яё]/gu, alien: ALIEN_CYRILLIC },
  { encoding: 'iso-8859-5', common: /[а-яё]/gu, alien: ALIEN_CYRILLIC },
  { encoding: 'windows-1253', common: /[α-ωάέήίόύώ]/gu, alien: /[\uFFFD]|[α-ω](?=[Α-Ω])/gu },
  { encoding: 'windows-1255', common: /[\u05D0-\u05EA]/gu, alien: ALIEN },
  {
    encoding: 'windows-1256',
    common: /[\u0621-\u064A]/gu,
    alien: /[\uFFFD\u0080-\u009F×÷\p{Script=Latin}]/gu,
  },
  { encoding: 'windows-874', common: /[\u0E01-\u0E4E]/gu, alien: ALIEN_THAI },
];

/**
 * Whether characters beyond ASCII mostly stand alone or in pairs inside words of plain letters, as accents in
 * Latin script do.
 */
function hasAccentsInWords(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  const runs = count(text, /[\u0080-\u00FF]+/gu);
  return count(text, /[a-z][\u0080-\u00FF]{1,2}(?![\u0080-\u00FF])/giu) > runs / 2;
}

function beyondAscii(text: string): string {
  return text.replace(/\p{ASCII}+/gu, '');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
