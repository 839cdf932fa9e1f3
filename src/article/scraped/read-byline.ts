import { findDate, type FoundDate } from '../find-date.ts';

/** Facts about a report in a line above it. */
export interface Byline {
  readonly author?: string;
  readonly place?: string;
  readonly published?: FoundDate;
  readonly updated?: FoundDate;
}

/**
 * Reads a line that only says who wrote and when: "By A. Writer", "AFP", "Updated 02 December
 * 2021", "Cairo: Asharq Al-Awsat", "Reuters | 14 Sep 2023 10:22 GMT". Undefined for any other line.
 */
export function readByline(printed: string): Byline | undefined {
  if (printed.length > 160) return undefined;
  const line = printed.replace(EMPHASIS, '$2');
  const { rest, ...dates } = takeDates(line);
  const dated = dates.published !== undefined || dates.updated !== undefined;
  const words = rest
    .replace(DATE_WORDS, ' ')
    .replace(/[\s|·•,:;()/–—-]+/gu, ' ')
    .trim();
  if (words === '') return dated ? dates : undefined;
  const named = readName(rest.replace(DATE_LABEL, '').replace(EDGES, ''), dated);
  return named && { ...dates, ...named };
}

function takeDates(line: string): Byline & { rest: string } {
  let rest = line;
  const found: { published?: FoundDate; updated?: FoundDate } = {};
  for (let count = 0; count < 2; count += 1) {
    const date = findDate(rest);
    if (!date) break;
    const kind = UPDATED.test(rest.slice(0, date.start)) ? 'updated' : 'published';
    found[kind] ??= date;
    rest = `${rest.slice(0, date.start).replace(DATE_LABEL, '')}|${rest.slice(date.end)}`;
  }
  return { ...found, rest };
}

function readName(text: string, dated: boolean): Byline | undefined {
  const by = /^(?:by|von|par|por|di|da|door|от|بقلم)(?: ?: ?| )(.{2,100})$/iu.exec(text);
  if (by?.[1] && areNames(by[1])) return { author: by[1] };
  const labelled = /^(?:author|writer|reporter|agency) ?: ?(.{2,100})$/iu.exec(text);
  if (labelled?.[1]) return { author: labelled[1] };
  const placed = /^([\p{Lu}][\p{L} .'-]{1,30}) ?[:|–—-] ?(.{2,60})$/u.exec(text);
  if (placed?.[1] && placed[2] && PUBLISHERS.test(placed[2])) {
    return { place: placed[1].trim(), author: placed[2] };
  }
  if (PUBLISHERS.test(text)) return { author: text.replace(/^[(–—-]\s*|\s*[)–—-]$/gu, '') };
  return dated && areNames(text) && text.split(' ').length <= 6 ? { author: text } : undefined;
}

/** Whether a text is capitalized words without parts of a sentence between them. */
function areNames(text: string): boolean {
  const words = text
    .replace(/[,|/&()-]/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean);
  return (
    words.length <= 12 &&
    words.every((word) =>
      /^(?:[\p{Lu}\p{Lo}@]|and$|und$|et$|y$|in$|with$|for$|of$|the$|de$|van$|von$|bin$|al-)/u.test(
        word,
      ),
    )
  );
}

const UPDATED =
  /\b(?:updated|modified|edited|revised|aktualisiert|mis à jour|actualizado)\b[^|]*$/iu;
const DATE_LABEL =
  /(?:\b(?:first |last |originally )?(?:published|posted|issued|updated|modified|edited|revised|created|date)\b(?: (?:on|at))?[\s:–—-]*)+$/iu;
const DATE_WORDS =
  /\b(?:first|last|originally|published|posted|issued|updated|modified|edited|revised|created|date|time|on|at|GMT|UTC|local|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|KSA|EST|EDT)\b/giu;
/** Markdown emphasis around a whole line. */
const EMPHASIS = /^([*_]{1,3})(\S.*\S)\1$/u;
const EDGES = /^[\s|·•,:;/–—-]+|[\s|·•,:;/–—-]+$/gu;

/** Agencies and papers that sign a report with only their name. */
const NAME =
  'AP|AFP|Agence France-Presse|The Associated Press|Associated Press|Reuters|Thomson Reuters|EPA|EFE|dpa|DPA|ANSA|KCNA|Yonhap|Kyodo(?: News)?|Xinhua|TASS|Sputnik|SPA|WAM|QNA|KUNA|MENA|SANA|IRNA|Anadolu(?: Agency)?|AA|ANI|PTI|IANS|UPI|PA|PA Media|AAP|Bloomberg|Arab News|Asharq Al-Awsat|Asharq Al Awsat|News Agencies|Agencies|Agency|Staff|Staff Writer|Staff Reporter|Web Desk|News Desk';
const PUBLISHERS = new RegExp(
  `^[(–—-]?\\s*(?:${NAME})(?:(?: ?[/,&+|] ?| and | with )(?:${NAME}))*\\s*[)–—-]?$`,
  'u',
);
