import { STANDING_IN } from './english-openings.ts';

/** A whole word, as the patterns have it that are only tried if a sentence has one. */
function oneOf(words: string): RegExp {
  return new RegExp(String.raw`\b(?:${words.trim().replaceAll(/\s+/g, '|')})\b`, 'iu');
}

export const DEMONSTRATIVE = oneOf('this that these those');

export const PRONOUN = oneOf('he him his she her hers it its they them themselves their theirs');

export const PERSON = oneOf('I we my our us me you your');

/** The other words by which a sentence points at what was said before it; see `find-needs` and `dependent-opening`. */
export const POINTING_WORD =
  oneOf(`also however therefore instead meanwhile likewise similarly nevertheless there such
  next following previous same both comments remarks issued made gave delivered posted trio pair duo two group
  ${STANDING_IN}`);

/** Words of which every caption that tells what is done at the moment of a picture has one; see `caption-sentence`. */
export const ACTION_WORD =
  oneOf(`celebrate celebrates pose poses gestures reacts looks waves strikes heads tackles
  challenges controls applauds scores kisses hugs embraces salutes congratulates greeted comforted congratulated consoled
  mobbed helped tackled challenged sits stands walks speaks rides arrives attends watches smiles grins work works stand
  walk sit look hold holds carry carries wait waits watch inspect inspects examine examines pray prays gather line march
  guard patrol escort cheer light lay moment scene view shot still screengrab screenshot close`);

/** How live blogs call themselves in any of the languages that `live-blog` knows. */
export const LIVE_WORD = /live|direct|vivo|diretta/iu;
