import { abbreviationsOf } from '../../../text/abbreviations.ts';
import type { Quotation } from '../../../text/quotations.ts';

/**
 * A piece of a sentence. A quotation is one token, whatever is in it; `break` is what no subject
 * reaches across, such as a stop or a semicolon.
 */
export interface SpeechToken {
  readonly kind: 'word' | 'comma' | 'colon' | 'break' | 'dash' | 'open' | 'close' | 'quotation';
  /** UTF-16 offsets into the article's text. A word's end is before its possessive "'s". */
  readonly start: number;
  readonly end: number;
  /** A word in lower case; empty for all else. */
  readonly lower: string;
  /** Has a capital: "Reuters", "eBay", "al-Assad". */
  readonly capital: boolean;
  /** Has no letter in lower case, and more than one letter: "LONDON". */
  readonly shouted: boolean;
  /** A quotation whose words end with a comma or a stop. */
  readonly stopped: boolean;
  /** Ends in "'s". */
  readonly possessive: boolean;
}

const PIECE =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[.'’&‐‑-](?=[\p{L}\p{N}]))*|['’]s?(?![\p{L}\p{N}])|[.,;:!?()[\]—–―…،؛؟。，：；！？]|-+/gu;

const KINDS: Readonly<Record<string, SpeechToken['kind']>> = {
  ',': 'comma',
  '،': 'comma',
  '，': 'comma',
  ':': 'colon',
  '：': 'colon',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '—': 'dash',
  '–': 'dash',
  '―': 'dash',
};

const ABBREVIATIONS = abbreviationsOf('en').leading;
const INITIALS = /^(?:\p{L}\.)*\p{L}$/u;

/** Cuts a range of a text into tokens. */
export function cutSpeech(
  text: string,
  { start, end, quotations }: { start: number; end: number; quotations: readonly Quotation[] },
): SpeechToken[] {
  const tokens: SpeechToken[] = [];
  let from = start;
  for (const quotation of quotations) {
    pushPieces(tokens, text.slice(from, quotation.start), from);
    const stopped = STOPPED.test(
      text.slice(Math.max(quotation.start, quotation.end - 6), quotation.end),
    );
    tokens.push({
      ...MARK,
      kind: 'quotation',
      start: quotation.start,
      end: quotation.end,
      stopped,
    });
    from = Math.max(from, quotation.end);
  }
  pushPieces(tokens, text.slice(from, end), from);
  return tokens;
}

const MARK = {
  lower: '',
  capital: false,
  shouted: false,
  stopped: false,
  possessive: false,
} as const;
const STOPPED = /[,.!?…،。！？]["'”’»“\s]*$/u;

function pushPieces(tokens: SpeechToken[], gap: string, offset: number): void {
  for (const { 0: piece, index } of gap.matchAll(PIECE)) {
    const start = offset + index;
    const end = start + piece.length;
    const last = tokens.at(-1);
    if (/^['’]/u.test(piece)) {
      if (last?.kind === 'word' && (piece.length > 1 || last.lower.endsWith('s'))) {
        tokens[tokens.length - 1] = { ...last, possessive: true };
      }
    } else if (/^[\p{L}\p{N}]/u.test(piece)) pushWord(tokens, piece, start);
    else if (piece === '.' && last && isAbbreviated(last, start, gap.charAt(end - offset))) {
      tokens[tokens.length - 1] = { ...last, end: last.end + 1 === end ? end : last.end };
    } else if (!isHyphen(last, piece, start, gap.slice(end - offset, end - offset + 2)))
      tokens.push({ ...MARK, kind: KINDS[piece] ?? kindOfRun(piece), start, end });
  }
}

/** Whether a dash is a hyphen with spaces around it, as corpora write it: "Strauss - Kahn". */
function isHyphen(last: SpeechToken | undefined, piece: string, at: number, next: string): boolean {
  if (piece !== '-' || !last?.capital || last.shouted || at - last.end !== 1) return false;
  return /^ \p{Lu}/u.test(next);
}

function kindOfRun(piece: string): SpeechToken['kind'] {
  return piece.startsWith('-') ? 'dash' : 'break';
}

/** Whether a stop only ends an abbreviation or an initial: "Mr.", "J.", and "J ." in corpora. */
function isAbbreviated(
  { kind, lower, capital, end }: SpeechToken,
  at: number,
  next: string,
): boolean {
  if (kind !== 'word' || at - end > 1 || next === '') return false;
  return ABBREVIATIONS.has(lower) || (capital && INITIALS.test(lower));
}

/** French joins a pronoun to the verb before it: "dit-elle", "a-t-il". Elided articles are words, too. */
const JOINED_PRONOUN = /^(\p{L}{1,20})(?:-t)?-((?:il|elle)s?|on)$/iu;
const ELIDED = /^(?:[cdjlmnst]|qu|dell|all|nell|sull|dall)['’](?=\p{L}{2})/iu;

function pushWord(tokens: SpeechToken[], piece: string, start: number): void {
  const joined = JOINED_PRONOUN.exec(piece);
  const first = joined?.[1]?.length ?? ELIDED.exec(piece)?.[0].length;
  if (first === undefined) {
    tokens.push(buildWord(piece, start));
    return;
  }
  const rest = joined ? piece.length - joined[2]!.length : first;
  tokens.push(buildWord(piece.slice(0, first).replace(/['’]$/u, ''), start));
  tokens.push(buildWord(piece.slice(rest), start + rest));
}

function buildWord(piece: string, start: number): SpeechToken {
  const possessive = /['’]s$/u.test(piece) && piece.length > 2;
  const word = possessive ? piece.slice(0, -2) : piece;
  return {
    kind: 'word',
    start,
    end: start + word.length,
    stopped: false,
    lower: word.toLowerCase().replaceAll('’', "'"),
    capital: /\p{Lu}/u.test(word),
    shouted: word.length > 1 && word === word.toUpperCase(),
    possessive,
  };
}
