import { countWords } from '../clean-text.ts';

/** A paragraph with more words speaks of subscribers, but not to those who aren't. */
const MAX_WORDS = 60;

/** Whether a page says that only subscribers may read on. */
export function isInvitedToSubscribe(shown: string): boolean {
  return (
    LOCKED.test(shown) ||
    LOCKED_ELSEWHERE.test(shown) ||
    hasRemainder(shown) ||
    shown.match(OFFERS)?.some((offer) => BEGINNING.test(offer)) === true
  );
}

/** Whether a page says that a part of its text isn't shown. */
export function hasRemainder(shown: string): boolean {
  return REMAINDER.test(shown);
}

/** Whether a paragraph only says that the article is for subscribers. */
export function isLockedLine(text: string): boolean {
  return countWords(text) <= MAX_WORDS && (LOCKED_LINE.test(text) || isInvitedToSubscribe(text));
}

/**
 * Words that ask a reader to subscribe, if they begin a sentence. Within one, they tell of people who
 * must register, and of what is only for members of something.
 */
const OFFERS =
  /(?<!\p{L})(?:(?:please|you (?:must|need to|have to)) )?(?:subscribe|sign in|log ?in|register|subscription) (?:now )?(?:to|or \S+ (?:\S+ )?to) (?:continue|keep|read|unlock|access)|(?<!\p{L})(?:exclusive|only) (?:for|to) (?:our )?(?:subscribers|members)/giu;
const BEGINNING = /^(?:\p{Lu}|please|you)/u;
const LOCKED =
  /(?<!\p{L})(?:to (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log|register|create)|subscriber[- ]only (?:article|story|content|report|post)|(?:article|story|content|report|post) is (?:(?:only |exclusively |reserved |available (?:only |exclusively )?)?(?:for|to)|exclusive to) (?:\w+ ){0,2}(?:subscribers|members)|jetzt weiterlesen|article réservé aux abonnés|contenido exclusivo para suscriptores)/iu;
/** The same in other languages. */
const LOCKED_ELSEWHERE =
  /(?:weiterlesen mit |(?:jetzt|im abo) weiterlesen|um (?:den |diesen )?(?:artikel |text |beitrag )?(?:ganz |vollständig )?(?:weiter ?zu ?lesen|lesen zu können)|(?:(?:artikel|text|beitrag|inhalt)e? (?:ist|sind|gibt es|lesen) (?:nur|exklusiv) für|^(?:nur|exklusiv) für) (?:unsere )?abonnent|(?:article|contenu|cet article est) (?:est )?réservé (?:à nos |aux )abonné|pour lire la suite|(?:contenido|artículo) (?:exclusivo|solo) para (?:nuestros )?suscriptores|para (?:seguir|continuar) leyendo|sigue leyendo con|per (?:continuare a|continuare la) (?:leggere|lettura)|(?:contenuto|articolo) riservato agli abbonati|para continuar (?:a ler|lendo)|(?:conteúdo|exclusivo) para assinantes|om (?:verder te lezen|dit artikel te lezen)|lees (?:nu )?verder met|(?:endast|bara|kun) för (?:prenumeranter|abonnenter)|for å lese (?:videre|hele)|for at læse (?:videre|hele)|för att läsa (?:vidare|hela)|vill du läsa (?:hela|vidare)|vil du l(?:ese|æse) (?:hele|videre)|(?:aby|żeby) czytać dalej|tylko dla (?:subskrybentów|prenumeratorów)|devamını okumak için|чтобы (?:продолжить чтение|дочитать)|только для подписчиков|لمتابعة القراءة|للمشتركين فقط|続きを読むには|(?:会員|有料会員)限定|订阅后(?:继续)?阅读|구독하고 계속)/iu;
/** Words that say how much is missing, or that the rest is. */
const REMAINDER =
  /(?:il vous reste (?:encore )?[\d.,]+ ?% |la suite (?:de (?:cet article|ce texte) )?est réservée|noch [\d.,]+ ?(?:%|prozent) des (?:artikels|textes)|te queda(?:n)? (?:un |el )?[\d.,]+ ?% |ti resta (?:da leggere )?(?:il |l['’])?[\d.,]+ ?%|pozostało (?:jeszcze |ci )?[\d.,]+ ?% |(?<![\d.,])[\d.,]{1,6} ?% (?:of (?:this|the) (?:article|story|text) (?:is )?(?:left|remaining|remains)|(?:is )?(?:left|remaining|remains) to (?:be )?read)|the (?:rest|remainder) of this (?:article|story|report) is (?:only )?(?:for|reserved|available)|残り ?[\d,]+ ?(?:文字|字)|剩余 ?[\d,]+ ?字)/iu;
/** Labels and offers around the beginning of a locked article. */
const LOCKED_LINE =
  /^(?:réservé (?:à nos|aux) abonnés|(?:article|contenu) (?:abonné|premium|réservé).{0,20}|(?:sólo|solo) (?:para )?suscriptores|(?:solo )?per abbonati|nur für abonnenten|(?:diesen artikel|alle (?:artikel|inhalte))\b.{0,40}\b(?:abo|abonnement)\b.{0,30}|(?:monatlich|jederzeit) kündbar\.?|(?:déjà|bereits|already|ya|già|já) (?:abonnée?|abonnent\w*|subscribed|a subscriber|suscriptor|abbonato|assinante)\s?\??.{0,30})$/iu;
