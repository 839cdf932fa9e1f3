/** Whether a paragraph is only a link: to the rest of the article or, behind a colon, to another one. */
export function linksOn(paragraph: string): boolean {
  return READ_ON.test(paragraph);
}

/** Whether a paragraph only links to the rest of the article, and not to another one. */
export function leadsOn(paragraph: string): boolean {
  return READ_ON.test(paragraph) && !/: *\p{L}/u.test(paragraph);
}

/** The end of a paragraph that leads on to the rest of the article, behind its last sentence. */
export function leadingEnd(paragraph: string): string | undefined {
  const end = /[.!?…]["”»)\]]{0,2}(\s+[^.!?…]{3,80}[.…]{0,3}[\])→»›\s]{0,5})$/u.exec(
    paragraph,
  )?.[1];
  return end !== undefined && leadsOn(end) ? end : undefined;
}

const READ_ON =
  /^[[(→»›\s]*(?:read (?:more|on|the (?:full|rest|whole|original))|continue reading|keep reading|full (?:story|article)|view (?:the )?(?:full|original) (?:story|article|post)|click here to read|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|leia mais|lire plus|continua a leggere|continue lendo|lees (?:meer|verder)|läs (?:mer|hela)|les (?:mer|hele)|læs (?:mere|hele)|lue lisää|czytaj (?:więcej|dalej)|číst dál|čítať ďalej|pokračovat ve čtení|tovább(?: olvasom)?|citește mai (?:mult|departe)|pročitaj(?:te)? više|devamını oku|διαβάστε περισσότερα|читати далі|прочетете още|читать (?:далее|полностью)|続きを読む|もっと読む|阅读(?:更多|全文)|閱讀(?:更多|全文)|繼續閱讀|더 ?보기|계속 읽기|baca selengkapnya|xem thêm|đọc tiếp|קרא עוד|המשך קריאה|ادامه مطلب|اقرأ المزيد)[^.!?]{0,100}[.…:]{0,3}[\])→»›\s]*$/iu;
