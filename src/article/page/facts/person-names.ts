/**
 * Whether a text is names only: capitalized words, with commas or "and" between several. In scripts
 * without capitals, a few words.
 */
export function isNameList(text: string): boolean {
  if (text.length > 80 || /\d|[.!?]$/u.test(text.replace(/\b\p{Lu}\.$/u, ''))) return false;
  const words = text.split(/[\s,&/]+/u).filter((word) => word !== '');
  if (words.length < 2 || words.length > 9) return false;
  return words.every((word) => NAME_WORD.test(word)) && /\p{Lu}|\p{Lo}/u.test(text);
}

/** Reads the name after a label in many languages: "Autorin/Autor Ana Renn", "Text: Ana Renn". */
export function readLabelledName(text: string): string | undefined {
  const name = LABEL.exec(text)?.[1]?.trim();
  return name !== undefined && isNameList(name) ? name : undefined;
}

const NAME_WORD =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*|and|und|et|y|e|i|og|och|en|ve|и|و|de|da|di|do|dos|du|del|della|van|von|der|den|ter|la|le|el|al|bin|ibn|zu|af|av)$/u;
const LABEL =
  /^(?:(?:autorin|autor|author|auteure?|autrice|autore|autora?|schrijver|författare|forfatter|kirjoittaja|yazar|yazan|haber|автор|текст|автори|text|texte|testo|texto|tekst|reporter|reportage|by|von|par|por|di|door|av|af|written by|reported by)(?:\/(?:in|autor|autorin|autrice))?(?:\(in\))?(?:\s*:\s*|\s+))(.{4,80})$/iu;
