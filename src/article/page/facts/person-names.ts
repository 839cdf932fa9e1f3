/**
 * Whether a text is names only: capitalized words, with commas or "and" between several. In scripts
 * without capitals, a few words.
 */
export function isNameList(text: string): boolean {
  if (text.length > 80 || /\d|[.!?]$/u.test(text.replace(/\b\p{Lu}\.$/u, ''))) return false;
  const words = text.split(/[\s,&/]+/u).filter((word) => word !== '');
  if (words.length < 2 || words.length > 9 || AND.test(words[0] ?? '')) return false;
  return words.every((word) => NAME_WORD.test(word)) && /\p{Lu}|\p{Lo}/u.test(text);
}

/** Reads the name after a label in many languages: "Autorin/Autor Ana Renn", "Text: Ana Renn". */
export function readLabelledName(text: string): string | undefined {
  const eastern = EASTERN.exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
  if (eastern !== undefined) return eastern;
  const name = LABEL.exec(text)?.[1]?.trim();
  return name !== undefined && isNameList(name) ? name : undefined;
}

const AND = /^(?:and|und|et|y|e|i|og|och|en|ve|и|و)$/u;
const NAME_WORD =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*|and|und|et|y|e|i|og|och|en|ve|и|و|de|da|di|do|dos|du|del|della|van|von|der|den|ter|la|le|el|al|bin|ibn|zu|af|av)$/u;
const LABEL =
  /^(?:(?:autorin|autor|autora?|autori|author|auteure?|autrice|autore|autoriu?s|autorė|avtor|schrijver|författare|forfatter|skribent|kirjoittaja|toimittaja|teksti|szerző|írta|yazar|yazan|haber|автор|автори|текст|пише|συντάκτης|γράφει (?:ο|η)|του|της|text|texte|testo|texto|tekst|reporter|reportage|penulis|laporan|oleh|tác giả|piše|napsala?|کاتب|نویسنده|كتبت?|بقلم|تحرير|מאת|by|von|par|por|di|door|av|af|(?:written|reported|words|story|text|reporting) by)(?:\/(?:in|autor|autorin|autrice))?(?:\(in\))?(?:\s*:\s*|\s+))([^;]{4,80})(?:;.{0,80})?$/iu;
/** Names without spaces, behind or before the word for a writer. */
const EASTERN =
  /^(?:(?:文|撰文|作者|记者|記者|取材・文|執筆)[ :：・=＝/／|｜]{1,3}(\p{Script=Han}{2,5})|[^\p{L}]{0,3}(\p{Script=Hangul}{2,4}) ?(?:기자|특파원)(?!\p{L}).{0,40}|(?:글|기자) ?[:：=] ?(\p{Script=Hangul}{2,4}))$/u;
