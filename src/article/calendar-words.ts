/** Month names as news sites print them, by month (1–12), in the languages whose dates we read. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'januar', 'jänner', 'enero', 'janeiro', 'gennaio', 'января', 'يناير', 'كانون الثاني'],
  ['february', 'feb', 'février', 'févr', 'februar', 'febrero', 'fevereiro', 'febbraio', 'февраля', 'فبراير', 'شباط'],
  ['march', 'mar', 'mars', 'märz', 'marzo', 'março', 'марта', 'مارس', 'آذار'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'aprile', 'апреля', 'أبريل', 'ابريل', 'نيسان'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'мая', 'مايو', 'أيار'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'junho', 'giugno', 'июня', 'يونيو', 'حزيران'],
  ['july', 'jul', 'juillet', 'juil', 'juli', 'julio', 'julho', 'luglio', 'июля', 'يوليو', 'تموز'],
  ['august', 'aug', 'août', 'agosto', 'августа', 'أغسطس', 'اغسطس', 'آب'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'setembro', 'settembre', 'сентября', 'سبتمبر', 'أيلول'],
  ['october', 'oct', 'octobre', 'oktober', 'okt', 'octubre', 'outubro', 'ottobre', 'октября', 'أكتوبر', 'اكتوبر', 'تشرين الأول'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'ноября', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'dec', 'décembre', 'déc', 'dezember', 'dez', 'diciembre', 'dezembro', 'dicembre', 'декабря', 'ديسمبر', 'كانون الأول'],
]; // prettier-ignore

/** English weekday names as printed, Sunday first as in `Date.getUTCDay`. */
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** Month number (1–12) by lower-case name. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** A regular-expression alternative of all month names, the longest first. */
export const MONTH_PATTERN = [...MONTH_NUMBERS.keys()]
  .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .join('|');
