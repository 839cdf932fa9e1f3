import type { Mark } from './find-closing.ts';

const EMPHASIS_STAR: Mark = { text: '*', kind: 'emphasis' };
const EMPHASIS_BAR: Mark = { text: '_', kind: 'emphasis' };
const STRONG: Mark = { text: '**', kind: 'strong' };
const UNDERLINE: Mark = { text: '__', kind: 'underline' };
const STRIKE: Mark = { text: '~~', kind: 'strike' };
const SPOILER: Mark = { text: '||', kind: 'spoiler' };

/** Lists the marks that may open at an index, in the order in which they are tried. */
export function openMarks(text: string, at: number): readonly Mark[] {
  switch (text.charAt(at)) {
    case '*':
      return openStars(text, at);
    case '_':
      return openBars(text, at);
    case '~':
      return text.startsWith('~~', at) ? [STRIKE] : [];
    case '|':
      return text.startsWith('||', at) ? [SPOILER] : [];
    default:
      return [];
  }
}

function openStars(text: string, at: number): readonly Mark[] {
  if (text.startsWith('***', at)) return [EMPHASIS_STAR, STRONG];
  if (text.startsWith('**', at)) return [STRONG];
  return /\s/.test(text[at + 1] ?? ' ') ? [] : [EMPHASIS_STAR];
}

function openBars(text: string, at: number): readonly Mark[] {
  // snake_case isn't italic.
  const emphasis = /\w/.test(text[at - 1] ?? ' ') ? [] : [EMPHASIS_BAR];
  if (text.startsWith('___', at)) return [...emphasis, UNDERLINE];
  return text.startsWith('__', at) ? [UNDERLINE] : emphasis;
}
