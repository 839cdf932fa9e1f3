import { isOnlyDate } from './date-line.ts';

/** Why a headline is no name for a story, from the least to the most unfit. */
export const HEADLINE_FAULTS = ['teaser', 'question', 'live', 'date'] as const;

export type HeadlineFault = (typeof HEADLINE_FAULTS)[number];

/** What stands between a label and the rest of a headline. */
const BREAK = String.raw`\s*(?:[:|•–—]|\s-\s)`;
const any = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'iu');

const LIVE_LABEL =
  'live|live[- ]?(?:blog|ticker|updates?|stream|report)|news[- ]?(?:blog|ticker)|ticker|(?:the )?latest|watch live|en direct|direct|en vivo|(?:en )?directo|(?:in )?diretta|ao vivo|na żywo|direkt|direkte|онлайн|прямая трансляция|прямой эфир|مباشر|בשידור חי|लाइव|ライブ|速報';

const LIVE = any(
  `^\\P{L}*(?:${LIVE_LABEL})${BREAK}`,
  `${BREAK}\\s*(?:${LIVE_LABEL})\\P{L}*$`,
  String.raw`\blive[- ]?(?:blog|ticker|updates?|coverage|reports?)\b|\blive$|(?<!\b(?:we|you|they|i|who|people|to|how|where) )\blive\s*:|\bas it happen(?:ed|s)\b|\bminute[- ]by[- ]minute\b|\brolling (?:coverage|updates)\b`,
  String.raw`\bim (?:live-?)?ticker\b|\bminute für minute\b|\bnewsblog\b|\bminuto a minuto\b|\bminute par minute\b|\bminuto per minuto\b|, (?:en (?:direct|vivo|directo)|la diretta|in diretta|ao vivo)\b|^suivez `,
);

const QUESTION = any(
  // Asked by the headline itself, not by someone whom it quotes.
  String.raw`[?？؟](?!["'”’»])|[?？؟]["'”’»]*$|[\p{sc=Greek}][;\u037E]$`,
);

/** Labels of what is about an event, but no report of it. */
const LABEL =
  'explainer|explained|fact ?box|fact[- ]?check|analysis|opinion|comment(?:ary)?|editorial|column|q&a|faq|podcast|videos?|watch|listen|photos?|(?:picture )?gallery|timeline|profile|interview|newsletter|(?:morning|evening|daily) briefing|review|recap|quiz|letters?|in pictures|in photos|' +
  'kommentar|meinung|analyse|hintergrund|porträt|fotos|bilder(?:strecke)?|faktencheck|' +
  'décryptage|vidéos?|entretien|éditorial|édito|tribune|en images|portrait|' +
  'análisis|opinión|vídeos?|entrevista|claves|perfil|análise|opinião|analisi|commento|intervista|opinie|achtergrond|' +
  'мнение|видео|фото|анализ|интервью|колонка|تحليل|رأي|فيديو';

const COUNT = String.raw`(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)`;

/** In any language. */
const TEASER = any(
  String.raw`(?:\.\.+|…)["'”’»]*$|^(?:\.\.+|…)`,
  `^\\P{L}*(?:${LABEL})${BREAK}`,
  `${BREAK}\\s*(?:${LABEL})\\P{L}*$`,
);

/** By language, how headlines begin that keep back what happened, and what others of them have within. */
const TEASERS: Readonly<Record<string, RegExp>> = {
  en: any(
    `^(?:here(?:['’]s| is| are)|what(?:['’]s)?|how|why|where|when|everything (?:we|you)|all (?:we|you)|meet the|inside the|this is (?:what|why|how)|these are the|in (?:pictures|photos|charts|maps|numbers))\\b`,
    `^(?:the |top )?${COUNT} (?:[\\p{L}-]+ ){0,2}(?:things|ways|reasons|takeaways|questions|facts|photos|pictures|lessons|charts|moments|tips|signs)\\b`,
    String.raw`\bwhat (?:we|you|to|is|do we|happened|happens|comes)\b.{0,20}\b(?:know|known|next|expect)\b|\bneed to know\b|\b(?:things|facts) to know\b|\bhere['’]s (?:what|why|how|when|where)\b|\bthis is (?:what|why|how)\b|\bwhat['’]s next\b|\b(?:key |main )?takeaways\b|\bat a glance\b|\bexplained$|\byou (?:won['’]t|should|must|can)\b|\bwhat happened next\b`,
  ),
  de: any(
    String.raw`^(?:was (?:wir|bisher|sie|man|ist|über|jetzt|nun)|wie|warum|wieso|weshalb|darum|deshalb|das (?:wissen wir|ist (?:bisher )?(?:bekannt|über)|müssen sie|sagt|steckt)|die wichtigsten|alles,? was|(?:\d{1,2}|drei|vier|fünf|sieben|zehn) (?:dinge|fakten|gründe|fragen|tipps|lehren))(?!\p{L})`,
    String.raw`\bwas (?:wir|man|bisher|sie)\b.{0,40}\b(?:wissen|weiß|bekannt)\b|\bim überblick\b`,
  ),
  fr: any(
    String.raw`^(?:ce (?:que|qu['’])|pourquoi|comment|quels?|quelles?|qui (?:est|sont|était|étaient)|voici|tout (?:savoir|ce)|où|(?:\d{1,2}|trois|quatre|cinq|sept|dix) (?:choses|raisons|questions|chiffres))(?!\p{L})`,
    String.raw`\bce que (?:l['’]on|nous|vous)\b|\bce qu['’](?:il faut|on) (?:sait|savoir|retenir)|\bon fait le point\b`,
  ),
  es: any(
    String.raw`^(?:lo que|qué|por qué|cómo|quiénes?|cuáles?|cuál|cuándo|dónde|así (?:fue|es|se)|esto es|estos? son|todo lo que|las? claves|(?:\d{1,2}|tres|cuatro|cinco|siete|diez) (?:cosas|razones|preguntas|claves|datos))(?!\p{L})`,
    String.raw`(?:qué|lo que) (?:se sabe|sabemos|debes saber)`,
  ),
  it: any(
    String.raw`^(?:(?:che )?cosa|perché|come|chi (?:è|era|sono)|ecco|tutto (?:quello|ciò)|quello che|(?:\d{1,2}|tre|cinque|dieci) (?:cose|motivi|domande))(?!\p{L})`,
    String.raw`cosa sappiamo|quello che sappiamo`,
  ),
  pt: any(
    String.raw`^(?:o que|por ?qu[eê]|como|quem (?:é|era|são)|saiba|entenda|veja|conheça|tudo (?:o )?que|(?:\d{1,2}|três|cinco|dez) (?:coisas|razões|motivos|perguntas))(?!\p{L})`,
    'o que (?:já )?se sabe|o que sabemos',
  ),
  nl: any(
    String.raw`^(?:wat (?:we|weten|je|is)|dit (?:weten|is|zijn)|waarom|hoe|wie (?:is|was|zijn)|alles wat|(?:\d{1,2}|drie|vijf|tien) (?:dingen|vragen|redenen))(?!\p{L})`,
    'wat we (?:nu )?weten',
  ),
  ru: any(
    String.raw`^(?:что (?:известно|мы|нужно|произошло)|почему|как|кто (?:такой|такая)|зачем|главное|вс[её],? что)(?!\p{L})`,
    'что (?:известно|мы знаем)',
  ),
  ar: any('^(?:ماذا|لماذا|كيف|ما نعرفه|كل ما)', 'ماذا نعرف|ما نعرفه'),
};

/**
 * What makes a headline unfit to name a story: it is a date, labels a live blog, asks, or keeps back what happened.
 * Undefined for one that says what happened. `lang` is its primary language subtag.
 */
export function findHeadlineFault(headline: string, lang: string): HeadlineFault | undefined {
  const text = headline.trim();
  if (isOnlyDate(text, lang)) return 'date';
  if (LIVE.test(text)) return 'live';
  if (QUESTION.test(text)) return 'question';
  const teaser = Object.hasOwn(TEASERS, lang) ? TEASERS[lang] : undefined;
  return TEASER.test(text) || teaser?.test(text) ? 'teaser' : undefined;
}
