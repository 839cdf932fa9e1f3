import { westernDigits } from '../../../text/western-digits.ts';

/**
 * Rewrites a printed date in plain characters and one form of the clock: "2026年3月2日 14時" → "2026-3-2 14:00". So the
 * patterns of dates don't have to know every way of writing numbers, marks and the words between them.
 */
export function plainDate(printed: string): string {
  return (
    westernDigits(printed.normalize('NFKC'))
      .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
      .replaceAll(/[−‐‒–—﹣]/gu, '-')
      .replaceAll(
        /([一二三四五六七八九]|十[一二]?)月/gu,
        (_, month: string) => `${numberOf(month)}月`,
      )
      .replaceAll(/(?<!\d)(\d{1,2}) (\d{1,2}) ?月 (\d{4})/gu, '$3-$2-$1')
      .replaceAll(/(?<!\d)(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\. /gu, '$1-$2-$3 ')
      .replaceAll(/(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/gu, '$1-$2-$3 ')
      .replaceAll(
        /\(?(?:[月火水木金土日](?:曜日?)?|星期.|[월화수목금토일]요일|周.)\)|星期.|周[一二三四五六日]|[월화수목금토일]요일/gu,
        ' ',
      )
      .replaceAll(
        /(上午|午前|오전|下午|午後|오후) ?(\d{1,2}) ?[:时時시点點] ?(\d{1,2})?(?: ?[分분])?/gu,
        readHalf,
      )
      .replaceAll(
        /(\d{1,2}) ?[时時시点點] ?(?:(\d{1,2}) ?[分분])?/gu,
        (_, hour: string, minute = '00') => `${hour}:${minute} `,
      )
      .replaceAll(
        /(?:tháng|thg)\.? (\d{1,2}),? (?:năm )?(\d{4})/giu,
        (_, month: string, year: string) => `.${month}.${year}`,
      )
      .replaceAll(/(\d{1,2}) \.(\d{1,2}\.\d{4})/gu, '$1.$2')
      .replaceAll(LINKING, ' ')
      .replaceAll(/(?<= )ב(?=[א-ת]{3})/gu, '')
      // 14h00, 14 h 00, 14h; a stop only between two digits on each side, behind white space.
      .replaceAll(
        /(?<![\d:.])(\d{1,2}) ?h ?(\d{2})?(?![\p{L}\d])/giu,
        (_, hour: string, minute = '00') => `${hour}:${minute}`,
      )
      .replaceAll(/(?<=[\s,T])([01]?\d|2[0-3])\.([0-5]\d)(?=$|[\s,]|\.\d{2}(?!\d))/gu, '$1:$2')
      .replaceAll(/(:\d{2}) ?(?:h|hs|hrs)(?=[\s,.]|$)/giu, '$1')
      .replaceAll(/\s+/gu, ' ')
      .trim()
  );
}

/** Words between the day and the month, or in front of the clock, in the languages of most feeds. */
const LINKING =
  /(?<![\p{L}\p{N}'’])(?:de|del|of|le|el|den|um|uhr|kl|klo|ore|om|alle|às|as|at|à|a las|saat|o godz|godz|г|года|год|году|в|о|об|у|р|року|στις|الساعة|pukul|jam|ob|v|u)\.?(?![\p{L}\p{N}'’])/giu;

/** "三" → 3, "十二" → 12. */
function numberOf(month: string): number {
  const [tens, ones] = month.startsWith('十') ? [10, month.slice(1)] : [0, month];
  return tens + '一二三四五六七八九'.indexOf(ones) + (ones === '' ? 0 : 1);
}

function readHalf(_: string, half: string, hour: string, minute = '00'): string {
  return `${hour}:${minute} ${/[上前전]/u.test(half) ? 'am' : 'pm'} `;
}
