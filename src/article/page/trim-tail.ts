import { countWords } from '../clean-text.ts';
import { endsSentence } from '../scraped/headline.ts';
import { isNameList } from './facts/person-names.ts';
import type { PageBlock } from './page-blocks.ts';

const TAIL = {
  /** Below a report, only so many blocks are looked at. */
  maxBlocks: 8,
  maxCreditWords: 30,
  maxLifeWords: 70,
} as const;

/**
 * Removes what stands below a report about those who made it: names after labels, agencies, and who
 * they are.
 */
export function trimTail(blocks: readonly PageBlock[], author: string | undefined): PageBlock[] {
  const names = new Set(namesIn(author ?? ''));
  let end = blocks.length;
  const start = Math.max(1, end - TAIL.maxBlocks);
  const tail = blocks.slice(start);
  for (const { text } of tail)
    if (isCredit(text)) for (const name of namesIn(text)) names.add(name);
  const first = tail.findIndex(({ text }) => isCredit(text) || isLife(text, names));
  if (first === -1) return [...blocks];
  while (end > start + first && isAboutMakers(blocks[end - 1]!.text, names)) end -= 1;
  return blocks.slice(0, end).filter(({ text }, at) => at < start || !isCredit(text));
}

function isAboutMakers(text: string, names: ReadonlySet<string>): boolean {
  return isCredit(text) || isLife(text, names);
}

/** "mit dpa", "Redaktion: Anna Holm, Faktenprüfung: Peter Vik", "Edited by: Ana Renn". */
function isCredit(text: string): boolean {
  if (countWords(text) > TAIL.maxCreditWords || endsSentence(text)) return false;
  return AGENCIES.test(text) || CREDIT.test(text);
}

/** Who somebody is: it begins with the name, and is short. */
function isLife(text: string, names: ReadonlySet<string>): boolean {
  if (countWords(text) > TAIL.maxLifeWords) return false;
  const name = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}/u.exec(text)?.[0];
  if (name === undefined) return false;
  return (
    JOB.test(text.slice(name.length, name.length + 120)) &&
    (names.has(name) || WORKS.test(text.slice(name.length)))
  );
}

/** The names in a line: between labels, commas and "and". */
function namesIn(text: string): string[] {
  return text
    .split(/ ?[,;|/] ?| (?:and|und|et|y|e|och|og|en) |[^\s:]{1,40}: ?/u)
    .filter(isNameList);
}

const AGENCY =
  'dpa|dpa-\\w+|afp|ap|reuters|apa|sda|keystone-sda|epd|kna|ansa|efe|lusa|belga|anp|tt|ntb|ritzau|stt|pap|ctk|čtk|mti|tass|тасс|интерфакс|aa|dha|iha|kyodo|yonhap|xinhua|aap|pa media|agencies|agenturen|agences|agencias|agenzie|agências';
const AGENCIES = new RegExp(
  `^[(/–—-]? ?(?:(?:mit material von|mit|with|avec|con|met|com|med|z|so|source|quelle|fuente|fonte|bron|källa|kaynak|kilde) ?:? )?(?:${AGENCY})(?: ?(?:[,/+&]|und|and|et|y|e|en) ?(?:${AGENCY}))*(?:\\/\\w{2,5})? ?[)]?$`,
  'iu',
);
const CREDIT =
  /^[(]?(?:redaktion|redaktionelle mitarbeit|mitarbeit|faktenprüfung|faktencheck|kamera|schnitt|produktion|übersetzung|bearbeitung|editing|editors?|edited|edited by|fact[- ]?check(?:ing|er)?|additional reporting|reporting|research|camera|producers?|translation|translated by|rédaction|édition|traduction|montage|edición|traducción|redacción|edição|tradução|a cura di|traduzione|redactie|vertaling|redaktör|oversettelse|redakcja|tłumaczenie|редактор|перевод|editör|çeviri)\s*:\s*\p{L}.*$/iu;
const JOB =
  /^,? (?:is|was|has|have|reports?|covers|writes|works|joined|ist|war|berichtet|schreibt|arbeitet|leitet|studierte|est|travaille|écrit|couvre|es|trabaja|escribe|cubre|è|scrive|lavora|é|escreve|trabalha|schrijft|werkt|är|skriver|jobber|arbejder|er|jest|pracuje|работает|пишет)\b/iu;
const WORKS =
  /\b(?:reporter|correspondent|journalist\w*|editor|columnist|staff writer|freelance\w*|redakteur\w*|korrespondent\w*|autor(?:in)? (?:bei|der|des)|volont\w+|journaliste|correspondant\w*|periodista|corresponsal|redactor\w*|giornalista|corrispondente|jornalista|correspondente|redacteur|verslaggever|dziennikarz\w*)\b/iu;
