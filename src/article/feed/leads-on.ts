/** Whether a paragraph is only a link: to the rest of the article or, behind a colon, to another one. */
export function linksOn(paragraph: string): boolean {
  return READ_ON.test(paragraph);
}

/** Whether a paragraph only links to the rest of the article, and not to another one. */
export function leadsOn(paragraph: string): boolean {
  return READ_ON.test(paragraph) && !/: *\p{L}/u.test(paragraph);
}

const READ_ON =
  /^[[(→»›\s]*(?:read (?:more|on|the (?:full|rest|whole|original))|continue reading|keep reading|full (?:story|article)|view (?:the )?(?:full|original) (?:story|article|post)|click here to read|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|leia mais|читать (?:далее|полностью)|اقرأ المزيد)[^.!?]{0,100}[.…:]{0,3}[\])→»›\s]*$/iu;
