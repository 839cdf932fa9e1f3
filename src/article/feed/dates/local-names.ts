import { MONTH_NUMBERS } from '../../calendar-words.ts';
import { stripAccents } from '../../../text/tokens.ts';

/**
 * Finds the number of a month (1–12) by its name, long or short, as feeds print it in their own languages. `lang`
 * settles names that mean different months, such as the Polish and Croatian "lip".
 */
export function monthOf(name: string, lang?: string): number | undefined {
  const word = fold(name);
  const known = MONTH_NUMBERS.get(name.toLowerCase()) ?? byStem(word);
  if (known !== undefined) return known;
  return lang === undefined ? undefined : indexOfName(word, namesOf(lang).months);
}

/** The same by whole names of the language only, for texts in which any word may stand there. */
export function wholeMonthOf(name: string, lang: string): number | undefined {
  const at = namesOf(lang).months.findIndex((forms) => forms.includes(fold(name)));
  return at === -1 ? undefined : at + 1;
}

/** Finds the number of a weekday by its name, Sunday being 0. English names, and those of `lang`. */
export function weekdayOf(name: string, lang?: string): number | undefined {
  const word = fold(name);
  for (const each of ['en', lang]) {
    const found = each === undefined ? undefined : indexOfName(word, namesOf(each).weekdays);
    if (found !== undefined) return found - 1;
  }
  return undefined;
}

function fold(name: string): string {
  return stripAccents(name.toLowerCase()).replaceAll(/[.\s]/gu, '');
}

/** The fewest letters of a name that is cut. */
const MIN_STEM = 3;

/** How the names of each month begin in the languages of most feeds, without accents. */
const STEMS = `
jan,janv,gen,ene,ian,xan,yan,янв,яну,січ,sty,led,sij,sau,oca,ιαν,tam,jaan,ינו,जन
feb,fev,peb,фев,лют,lut,uno,velj,vas,sub,φεβ,hel,vee,shk,פבר,फर
mar,mac,mrz,maa,мар,бер,bre,ozu,kov,μαρ,מרץ
apr,avr,abr,апр,кві,kwi,dub,tra,bal,nis,απρ,huh,אפר
may,mai,mag,maj,mei,май,мая,тра,kve,svi,geg,μαι,tou,מאי
jun,juin,juun,giu,xun,iun,hun,iyn,iyun,июн,чер,cze,cvn,cerv,bir,haz,ιουν,kes,qer,יונ
jul,juil,juul,lug,xul,iul,hul,iyl,iyul,июл,лип,cvc,cervenec,cervence,lie,tem,ιουλ,hei,korr,יול
aug,aou,ago,agu,agt,ogo,avg,avq,авг,сер,sie,srpen,srpna,kol,rgp,rug,αυγ,elo,gus,אוג
sep,set,sen,szep,сен,вер,wrz,zar,ruj,rgs,eyl,σεπ,syy,ספט
oct,okt,ott,out,окт,жов,paz,rij,spa,eki,οκτ,lok,tet,אוק
nov,noi,noy,nob,ноя,ное,лис,stu,lap,kas,νοε,marr,נוב
dec,dic,dez,des,dek,dis,det,дек,гру,gru,pro,ara,δεκ,jou,dhj,דצמ
`;

/** The longest stems first: "marr" is November in Finnish, "mar" is March. */
const BY_STEM = STEMS.trim()
  .split('\n')
  .flatMap((row, at) => row.split(',').map((stem) => [fold(stem), at + 1] as const))
  .toSorted(([a], [b]) => b.length - a.length);

function byStem(word: string): number | undefined {
  if (word.length < MIN_STEM && !/\P{Script=Latin}/u.test(word)) return undefined;
  return BY_STEM.find(([stem]) => word.startsWith(stem))?.[1];
}

/** A month's or weekday's names; several are the same in different forms. */
type Names = readonly (readonly string[])[];

interface LocalNames {
  readonly months: Names;
  readonly weekdays: Names;
}

const MAX_LANGUAGES = 50;
const tables = new Map<string, LocalNames>();

/** The names in a language as Intl has them. The language is untrusted; an unknown one has those of English. */
function namesOf(lang: string): LocalNames {
  const known = tables.get(lang);
  if (known) return known;
  if (tables.size >= MAX_LANGUAGES) tables.clear();
  const names = {
    months: readNames(lang, 'month', 12, (at) => Date.UTC(2026, at, 15)),
    // 1 March 2026 was a Sunday.
    weekdays: readNames(lang, 'weekday', 7, (at) => Date.UTC(2026, 2, 1 + at)),
  };
  tables.set(lang, names);
  return names;
}

function readNames(
  lang: string,
  part: 'month' | 'weekday',
  count: number,
  instantOf: (at: number) => number,
): Names {
  const formats = (['long', 'short'] as const).flatMap((width) =>
    // Some languages write a month otherwise next to its day.
    [{}, { day: 'numeric' } as const].map((beside) =>
      createFormat(lang, { [part]: width, ...beside }),
    ),
  );
  return Array.from({ length: count }, (_, at) =>
    formats.map((format) => {
      const parts = format.formatToParts(instantOf(at));
      return fold(parts.find(({ type }) => type === part)?.value ?? '');
    }),
  );
}

function createFormat(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const all = {
    ...options,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  } as const;
  try {
    return new Intl.DateTimeFormat(lang, all);
  } catch {
    return new Intl.DateTimeFormat('en', all);
  }
}

/** The position, from 1, of the only entry that has this name, or one that begins with it. */
function indexOfName(word: string, names: Names): number | undefined {
  const exact = names.findIndex((forms) => forms.includes(word));
  if (exact !== -1) return exact + 1;
  if (word.length < MIN_STEM) return undefined;
  const begun = names.flatMap((forms, at) =>
    forms.some((form) => form.startsWith(word)) ? [at + 1] : [],
  );
  return begun.length === 1 ? begun[0] : undefined;
}
