import type { DatedSentence, FoundDay } from './found-day.ts';

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const AGO = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${NUMBERS.slice(1).join('|')}|\d{1,2}) days? ago(?! \p{L}+day)(?![\p{L}\p{N}])`,
  'gu',
);

/** Finds "yesterday", "last night", "two days ago". A capital within a sentence makes a name of it: "USA Today". */
export function findRelativeDays({
  text,
  lower,
  published,
  lang,
  words,
}: DatedSentence): FoundDay[] {
  const found: FoundDay[] = [];
  for (const { 0: name, index: start } of lower.matchAll(words.relativeDay)) {
    if (isName(text, start) || /(?<!\p{L})ago $/u.test(lower.slice(Math.max(0, start - 10), start)))
      continue;
    found.push({ day: published + words.relative[name]!, start, end: start + name.length });
  }
  if (lang !== 'en') return found;
  for (const match of lower.matchAll(AGO)) {
    const days = Math.max(NUMBERS.indexOf(match[1]!), 0) || Number(match[1]);
    found.push({ day: published - days, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function isName(text: string, at: number): boolean {
  return (
    /\p{Lu}/u.test(text.charAt(at)) && /[\p{L}\p{N}] $/u.test(text.slice(Math.max(0, at - 2), at))
  );
}
