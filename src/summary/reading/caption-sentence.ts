import { isPicturedAction } from './pictured-action.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** Words that say where to look in a picture. */
const PICTURED =
  /\((?:(?:far |(?:second|third) (?:from )?)?(?:left|right)|centre|center|above|below|top|bottom|file|seen here|[lr](?:-[lr]|eft to right)?)\b[^)]{0,40}\)|(?<!\()\bpictured\b|^(?:above|below|left|right|inset)\b|\b(?:galler(?:y|ies)|(?:video|photo|photograph|picture|image|slideshow|graphic|map|chart|clip)s?) (?:above|below)\b(?! (?:all|an?|his|her|its|the|their)\b)|\p{L}, (?:(?:far |(?:second|third) (?:from )?)?(?:left|right)|cent(?:re|er)|from left)(?:,| and\b)|\(from (?:left|right)\)/iu;

/** A report's own sentence may have "(pictured)" in brackets, so it says less. */
const POINTING = /\([^()]{0,30}\bpictured\b/iu;

/** A label before what is seen: "Tense: Murray shows his emotion.", "Winner: 24-year-old Ann Lee." */
const LABELLED =
  /^([^\s:"“„«]+(?:\s[^\s:"“„«]+){0,7}):\s['‘]?(?:\p{Lu}|\d{1,3}-year-old )(?:[^.]|\.(?=\S|\s\p{Ll})){0,240}\.?$/u;

/** A label of one word, before any words: "Amazing: the pier at night and all that is to be seen there." */
const SHORT_LABEL = /^(\p{Lu}\p{Ll}+):\s(?=(?:\S+\s){4})['‘]?\p{L}/u;

/** A longer one: "The Lees arriving at court today: The couple denied …". */
const LONG_LABEL =
  /^[^:.“"]{5,80} (?:arriving|leaving|posing|walking|celebrating|attending|performing|holding|wearing)\b[^:.“"]{0,60}: \p{Lu}/u;

/** What makes a label a clause of its own, or the place or speaker of a report: "He said: …", "WHO: …". */
const NO_LABEL =
  /\b(?:is|are|was|were|has|had|have|will|can|said|says?|add(?:s|ed)|warn(?:s|ed)|writes?|wrote|tweeted|asks?|asked|tells?|told|reads?|means?|notes?|noted|posted|replied|answered|explained|insisted|concluded|announced)$|\b(?:is|are|was|were|has|had|have|will|can|said|told)\s|^\p{Lu}{2,}(?:\s\p{Lu}{2,})*$/u;

/** "This is the moment a ferry hit the pier", "An aerial view of the harbour shows …". */
const VIEWED =
  /^(?:(?:this|here) is the (?:\p{L}+ ){0,2}(?:moment|scene)\b|th(?:is|ese) (?:[\p{L}-]+ ){0,3}(?:image|photo|photograph|picture|map|graphic)s? (?:.{0,60} )?shows?\b|(?:an?|the|this) (?:[\p{L}'’-]+ ){0,3}(?:view|shot|still|screengrab|screenshot|close-up)\b.{0,80} (?:shows?|showing)\b)/iu;

const NAME = String.raw`\p{Lu}[\p{L}'’.-]*`;

/** What somebody does at the moment of a picture: "Harbour's Glen Lee strikes late with a header to win the match." */
const IN_ACTION = new RegExp(
  [
    String.raw`^(?!(?:As|But|And|The|When|While|If|For|From|In|On|At|With)\b)${NAME}(?: ${NAME}){0,4} (?:\([^)]{0,40}\) )?(?:celebrates|poses|gestures|reacts|looks on|looks dejected|waves|strikes|heads|tackles|challenges|controls|applauds|scores|kisses|hugs|embraces|salutes|congratulates|(?:is|are) (?:greeted|comforted|congratulated|consoled|mobbed|helped|tackled|challenged)|celebrate|pose) `,
    // Whole names, since a place or a team "stands in the way" as well.
    String.raw`^(?!(?:As|But|And|The|When|While)\b)${NAME} ${NAME}(?: ${NAME}){0,3} (?:sits|stands|walks|speaks|rides|arrives|attends|looks|watches) (?:at|with|to|next|beside|outside|during|on|in|through|past|from|over) `,
    String.raw`^(?!(?:As|But|And|When|While|If|There|It|He|She)\b)\p{Lu}[^,:;"“”.]{2,80} (?:smiles|poses|gestures|grins) (?:after|as|during|outside|beside|alongside|while) `,
    String.raw`^(?:An?|Two|Three) (?:[\p{L}-]+ ){1,4}(?:works?|stands?|walks?|sits?|looks?|holds?|carry|carries|waits?|watch|watches|inspects?|examines?|prays?) (?:(?:burnt|burned|burning|damaged|wrecked|abandoned|empty|parked|quietly) )?(?:at|in|on|outside|near|over|through|with|around|along|beside|inside|past|up|out) (?:[^,"“”]|, (?=\p{Lu})){0,200}\.$`,
    String.raw`^(?:${NAME} )?(?:[Pp]olice|[Oo]fficers|[Ss]oldiers|[Tt]roops|[Rr]escuers|[Rr]esidents|[Pp]rotesters|[Ww]omen|[Mm]en|[Cc]hildren|[Ww]orkers|[Ff]ans|[Ff]irefighters|[Dd]emonstrators|[Mm]ourners|[Ss]tudents|[Ss]upporters) (?:watch over|stand|walk|carry|gather|look|inspect|pose|line up|wait|sit|march|pray|guard|patrol|escort|cheer|light|lay) [^,"“”]{0,200}\.$`,
  ].join('|'),
  'u',
);

/**
 * Whether a sentence reads like the caption of a picture, which the reader does not see.
 * `kinds` are the bits of `WORD_KINDS` that its words have; by default all, so that every pattern is tried.
 */
export function isCaption(sentence: string, kinds = ~0, isFirst = false): boolean {
  const opening = sentence.slice(0, 400);
  if (opening.includes(':')) {
    const label = (LABELLED.exec(opening) ?? SHORT_LABEL.exec(opening))?.[1];
    if (label !== undefined && !NO_LABEL.test(label)) return true;
    if (LONG_LABEL.test(opening)) return true;
  }
  // A report may open like this.
  const mayShow = !isFirst && (kinds & WORD_KINDS.action) !== 0;
  if (mayShow && (VIEWED.test(opening) || IN_ACTION.test(opening))) return true;
  const hasVerb = (kinds & WORD_KINDS.pictured) !== 0;
  if (hasVerb && isPicturedAction(sentence, isFirst)) return true;
  return mayBePictured(opening, kinds) && PICTURED.test(opening);
}

/** Whether a sentence points at a picture in passing: "Mayor Lee (pictured) resigned." */
export function pointsAtPicture(sentence: string, kinds = ~0): boolean {
  const opening = sentence.slice(0, 400);
  return mayBePictured(opening, kinds) && POINTING.test(opening);
}

function mayBePictured(opening: string, kinds: number): boolean {
  return (kinds & WORD_KINDS.caption) !== 0 || opening.includes('(');
}
