import { countWords } from '../clean-text.ts';

const NOTICE = {
  /** A longer text is an article even if it has a few of a notice's phrases. */
  maxWords: 300,
  /** A notice says what it is at its beginning. */
  maxChars: 20_000,
  /** With a notice's heading, a text with fewer words needs none of its phrases. */
  bareWords: 50,
  /** How many different phrases of a notice a text has at least. */
  minPhrases: 2,
  /** In a text of any length: how many, and in what share of its paragraphs. */
  minPhrasesOfAny: 3,
  minShareOfAny: 0.5,
} as const;

/**
 * Whether a page shows a notice in place of its article: that there is no such page, that a browser
 * is too old, that advertisements are blocked, or a request for consent. Servers send these as if
 * they were the article.
 */
export function isNotice(headings: readonly string[], text: string): boolean {
  const words = countWords(text);
  if (words < NOTICE.maxWords) {
    const count = countPhrases(text);
    if (count >= NOTICE.minPhrases) return true;
    const isBare = count > 0 || words < NOTICE.bareWords;
    if (isBare && headings.some((each) => HEADINGS.some((notice) => notice.test(each))))
      return true;
  }
  return isMostlyPhrases(text) && countPhrases(text) >= NOTICE.minPhrasesOfAny;
}

/** Whether enough paragraphs have phrases. A report is told by its shortest ones. */
function isMostlyPhrases(text: string): boolean {
  const paragraphs = text.split('\n\n').toSorted((a, b) => a.length - b.length);
  let left = (1 - NOTICE.minShareOfAny) * paragraphs.length;
  return paragraphs.every((each) => {
    if (PHRASES.some((phrase) => phrase.test(each))) return true;
    left -= 1;
    return left >= 0;
  });
}

/** Counts the different phrases of notices in a text. */
function countPhrases(text: string): number {
  const beginning = text.slice(0, NOTICE.maxChars);
  const found = PHRASES.flatMap((phrase) =>
    Array.from(beginning.matchAll(new RegExp(phrase, 'giu')), ([said]) => said.toLowerCase()),
  );
  return new Set(found).size;
}

/** Whole headings of notices. They never open a report. */
const HEADINGS: readonly RegExp[] = [
  /^(?:(?:error |http )?(?:404|403|410|500|503)(?:[ :|–—-]{1,3}(?:error|not found|page|forbidden|gone|server|[|–—-]).{0,40})?|(?:oops|sorry|whoops)[,.!…]* (?:we |this |that |the |something )?(?:can|could|page|content|went|is no|does|has).{0,50})$/iu,
  /^(?:(?:the |this )?(?:page|article|content|story|url) (?:(?:was |is |could |can )?(?:not|n[o']t|cannot be) (?:be )?(?:found|available)|does ?n[o']t exist|no longer exists|unavailable|has (?:been )?(?:moved|removed|expired))|not found|nothing (?:was )?found|file not found)\b.{0,40}$/iu,
  /^(?:(?:an? )?ad-? ?block(?:er|ing)?s? (?:is |was |has been )?(?:detected|enabled|on|active|found)|(?:please )?(?:disable|turn off|switch off|pause) (?:your )?ad-? ?block(?:er|ing)?)\b.{0,40}$/iu,
  /^(?:we (?:value|respect|care about) your privacy|your privacy(?: (?:matters|choices|settings|is important).{0,30})?|(?:cookie|privacy|consent) (?:settings|preferences|notice|consent|choices|cent(?:er|re))|before you continue|we use cookies)[.!]?$/iu,
  /^(?:(?:please )?(?:update|upgrade) your browser|(?:your |this )?browser (?:is )?(?:not |un|no longer )supported|unsupported browser|(?:your )?browser (?:is )?(?:out of date|outdated)|(?:please )?enable (?:javascript|cookies).{0,30}|javascript (?:is )?(?:disabled|required))[.!]?$/iu,
  /^(?:access denied|forbidden|just a moment|attention required|(?:temporarily )?unavailable|(?:down for|under|scheduled) maintenance|service unavailable|security check|one more step|are you a (?:robot|human)|unusual traffic.{0,40})[.!…?]*$/iu,
  /^(?:seite nicht gefunden|(?:die |diese )?seite (?:wurde nicht gefunden|existiert nicht.{0,20}|ist nicht verfügbar)|werbeblocker (?:erkannt|aktiv)|(?:ihre )?privatsphäre(?:-einstellungen)?|datenschutz-?einstellungen|(?:ihr )?browser (?:wird nicht unterstützt|ist veraltet))[.!]?$/iu,
  /^(?:page (?:non trouvée|introuvable|inexistante)|(?:cette |la )page n['’]existe pas.{0,20}|bloqueur de publicité.{0,30}|(?:votre|le respect de votre) vie privée.{0,40}|navigateur (?:non supporté|obsolète))[.!]?$/iu,
  /^(?:página no encontrada|(?:la )?página no (?:existe|disponible).{0,20}|bloqueador de (?:anuncios|publicidad).{0,30}|(?:valoramos )?(?:su|tu) privacidad|página não encontrada|pagina non trovata|(?:la )?pagina non esiste|pagina niet gevonden|(?:sidan|siden) (?:hittades inte|(?:ble|blev) ikke funnet|ikke fundet|findes ikke|finnes ikke)|sivua ei löy(?:dy|tynyt)|nie znaleziono strony|strona nie (?:istnieje|została znaleziona)|stránka nenalezena|az oldal nem található|sayfa bulunamadı|страница не найдена|сторінк[ау] не знайдено|الصفحة غير موجودة|页面不存在|找不到(?:该|該)?(?:页面|頁面|网页)|ページが見つかりません|페이지를 찾을 수 없습니다)[.!]?$/iu,
]; // prettier-ignore

/** Phrases of notices. All speak to the reader, as reports on the same matters don't. */
const PHRASES: readonly RegExp[] = [
  /\b(?:page|article|link|address|content) (?:that )?you (?:were|are|['’]re) (?:looking for|trying to (?:reach|open|view)|requested)|the (?:page|url|article) (?:you )?requested/iu,
  /\bmay have been (?:moved|renamed|deleted|removed)|(?:moved|deleted|removed),? (?:renamed|moved|deleted)? ?or (?:moved|renamed|deleted|removed|no longer)/iu,
  /\b(?:check|retype) the (?:address|url|link|spelling)|go back to the (?:front|home) ?page|return to (?:the |our )?(?:home|front) ?page|use the search (?:box|bar|field)/iu,
  /\b(?:disable|turn off|switch off|pause|deactivate|whitelist|allow) (?:your|the|this|ads|us)\b.{0,20}(?:ad-? ?block|site)|add us to (?:your|the) (?:list|whitelist|allow)|using an ad-? ?block|ad-? ?block(?:er|ing)\b.{0,60}\b(?:but|reload|refresh)/iu,
  /\bwe,? .{0,60}\buse cookies|(?:we|us) and our (?:\d+ )?(?:\w+ )?partners|our \d+ partners/iu,
  /\b(?:store|access|keep)\b.{0,40}\b(?:information|a number|data|cookies)\b.{0,20}\bon (?:a|your) (?:device|browser|computer)/iu,
  /\b(?:withdraw|change|manage|give) (?:your )?(?:consent|choices|preferences)|your (?:consent|privacy) (?:choices|preferences|settings)|(?:click|select|choose|tap) ["“'‘]?(?:accept|reject|agree|allow|manage)/iu,
  /\b(?:your browser is (?:not supported|no longer supported|unsupported|out ?(?:of )?date|outdated|too old)|(?:update|upgrade) your browser|(?:download|use|try) (?:one of these|a (?:modern|different|newer|supported)|another) browsers?|best experience (?:for|on|of))/iu,
  /\b(?:enable|turn on|activate) (?:javascript|cookies)|javascript (?:is )?(?:disabled|required|turned off)|clear your cookies|reload (?:the|this) page|refresh (?:the|this) page/iu,
  /\b(?:wir und unsere (?:\d+ )?(?:partner|dienstleister)|(?:ihre|deine) (?:einwilligung|zustimmung|auswahl) (?:jederzeit )?(?:widerrufen|ändern|anpassen)|auf (?:ihrem|deinem|einem) gerät (?:speichern|gespeichert))/iu,
  /\b(?:alle (?:cookies )?(?:akzeptieren|ablehnen)|(?:deaktivieren|schalten) sie .{0,30}(?:ad-?blocker|werbeblocker)|aktualisieren sie (?:bitte )?ihren browser|die (?:von ihnen )?(?:gesuchte|aufgerufene|angeforderte|gewünschte) seite)/iu,
  /\b(?:nous et nos (?:\d+ )?partenaires|retirer votre consentement|sur votre (?:appareil|terminal)|(?:tout|continuer sans) accepter|vos (?:choix|préférences)\b.{0,30}(?:moment|cookies)|désactive[rz] votre bloqueur|mett(?:re|ez) à jour votre navigateur|la page (?:que vous (?:cherchez|recherchez|demandez)|demandée))/iu,
  /(?:nosotros y nuestros (?:\d+ )?(?:socios|partners)|retirar (?:su|tu) consentimiento|en (?:su|tu) dispositivo|(?:aceptar|rechazar) tod[ao]s?\b|(?:desactive|desactiva) (?:su|tu|el) bloqueador|actuali(?:ce|za) (?:su|tu) navegador|la página (?:que (?:busca|buscas|está buscando)|solicitada))/iu,
  /(?:noi e i nostri (?:\d+ )?partner|(?:revocare|ritirare) il (?:tuo |suo )?consenso|sul (?:tuo|suo) dispositivo|(?:accetta|rifiuta) tutt[oi]|disattiva(?:re)? .{0,20}ad-?blocker|aggiorna(?:re)? il (?:tuo )?browser|la pagina (?:che (?:cerchi|stai cercando)|richiesta))/iu,
  /(?:nós e (?:os )?nossos (?:\d+ )?parceiros|retirar (?:o )?(?:seu )?consentimento|no seu dispositivo|(?:aceitar|rejeitar|recusar) tud?os?\b|a página que (?:procura|você procura|está procurando))/iu,
  /\b(?:wij en onze (?:\d+ )?partners|(?:je|uw) toestemming (?:intrekken|wijzigen)|op (?:je|uw) apparaat|alle[s]? (?:cookies )?(?:accepteren|weigeren)|de pagina die (?:je|u) zoekt)/iu,
  /(?:my i nasi (?:\d+ )?(?:zaufani )?partnerzy|wycofać (?:swoją )?zgodę|na (?:twoim|swoim) urządzeniu|zaakceptuj wszystk|(?:vi och våra|vi og våre|vi og vores) (?:\d+ )?partner|(?:ditt|dit) samty[ck]{2}e|çerez(?:leri)? (?:kabul|kullan)|мы и наши партн[её]ры|файлы cookie на вашем|نحن وشركاؤنا|當您瀏覽|我们和我们的合作伙伴)/iu,
]; // prettier-ignore
