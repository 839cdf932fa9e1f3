import { countWords } from '../clean-text.ts';

const INVITATION = {
  /** A longer paragraph with such words is part of a report. */
  maxWords: 45,
  /** The same for a list of networks. */
  networkWords: 25,
} as const;

/**
 * Explains why a block invites readers to do something: to sign up, to install an app, to follow.
 * Undefined if it doesn't. In the languages of sources, because readers of every site are invited.
 */
export function findInvitation(text: string, linkShare: number): string | undefined {
  const words = countWords(text);
  if (words > INVITATION.maxWords) return undefined;
  if (NEWSLETTER.test(text) && SIGN_UP.test(text)) return 'invitation to subscribe';
  if (IMPERATIVE.test(text) && (linkShare > 0 || APP.test(text))) return 'invitation';
  const networks = new Set(Array.from(text.matchAll(NETWORKS), ([name]) => name.toLowerCase()))
    .size;
  const isInvited = networks > 0 && words <= INVITATION.networkWords && FOLLOW.test(text);
  return isInvited ? 'invitation to follow' : undefined;
}

const NEWSLETTER =
  /(?:newsletter|infolettre|infobrief|rassegna|bolet[ií]n|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|newsletteru|hírlevél|бюллетень|рассылк|bülten|النشرة|ニュースレター|时事通讯|뉴스레터)/iu;
/** Verbs that ask for something, where a sentence begins. Within one, they tell of it. */
const asking = (verbs: string): RegExp =>
  new RegExp(`(?:^|[.!?:…,)“”"»–—-] ?)(?:${verbs})(?!\\p{L})`, 'iu');
const SIGN_UP = asking(
  'sign up|subscribe|(?:hier|jetzt|gleich)(?: kostenlos)? (?:anmelden|abonnieren|bestellen)|(?:melden|tragen) sie sich|inscrivez-vous|abonnez-vous|recevez|suscríb[ae]\\p{L}*|reciba?|apúnt\\p{L}+|iscriv\\p{L}+|abbonati|ricevi|inscreva-se|subscreva|receba|assine|schrijf je|meld je|ontvang|anmäl dig|prenumerera|meld deg på|tilmeld dig|tilaa|zapisz się|odbieraj|iratkozz\\p{L}*|подпи(?:шись|шитесь|сывайтесь)|abone ol\\p{L}*|kaydol\\p{L}*|اشترك\\p{L}*',
);
const IMPERATIVE = asking(
  "hier geht(?: e|[’']?)s zu[rm]|hier (?:klicken|anmelden|abonnieren|herunterladen)|jetzt (?:anmelden|abonnieren|herunterladen|installieren|registrieren)|laden sie|cliquez|téléchargez|installez|abonnez-vous|inscrivez-vous|haz clic|haga clic|descárgat?e?|descarga nuestra|regístrat?e|suscríbe\\p{L}*|clicca|scarica la|iscriviti|abbonati|clique|baixe|descarregue|assine|inscreva-se|schrijf je in|meld je aan|download de|ladda ner|last ned|hent appen|lataa|pobierz|zapisz się|töltse le|скача(?:й|йте)|подпи(?:шись|шитесь|сывайтесь)|indirin|abone olun|تابعوا|اشترك\\p{L}*|حملوا?",
);
const APP =
  /(?<!\p{L})(?:apps?|aplicaci[oó]n|aplicativo|applicazione|appli(?:cation)?|aplikacj\p{L}+|приложени\p{L}+|uygulama\p{L}*|تطبيق)(?!\p{L})/iu;
const NETWORKS =
  /(?<!\p{L})(?:whats ?app|instagram|facebook|twitter|telegram|you ?tube|tik ?tok|linkedin|bluesky|threads|mastodon|viber|вконтакте|телеграм\p{L}*|дзен|واتساب|تلغرام|فيسبوك)(?!\p{L})/giu;
const FOLLOW = new RegExp(
  `${
    asking(
      'follow us|find us|join us|folgen sie|folge uns|suivez|retrouvez|rejoignez|sígu[ea]\\p{L}*|síguenos|únete|seguici|segui|siga|acompanhe|volg ons|følg oss|følg os|följ oss|seuraa|obserwuj|śledź|dołącz|kövess\\p{L}*|подпи(?:шись|шитесь|сывайтесь)|читайте нас|присоединяйтесь|takip edin|katılın|تابعونا|تابعوا|انضم\\p{L}*',
    ).source
  }|(?:gibt es|sind wir|finden sie uns) (?:\\p{L}+ ){0,3}?(?:auch|jetzt) (?:bei|auf)`,
  'iu',
);
