/**
 * How lines begin that a page leaves around a report, by the language of the line. Any page may have those of another one.
 * The first word of each is in `opening-kinds` too. See the tests for examples.
 */
export const BOILERPLATE_OPENINGS: Readonly<Record<string, readonly string[]>> = {
  any: [
    // When it was put up.
    String.raw`\W*\d{1,2}:\d{2}\b.{0,40}$`,
    // Whose it is.
    String.raw`©|(?:copyright\b|\(c\))\s`,
  ],
  en: [
    // Who wrote and edited it.
    String.raw`\(?(?:additional |with )?(?:reporting|editing|writing|compiled|translated|produced) by\b`,
    String.raw`(?:editor['’]s note|correction|clarification)\b.{0,3}:`,
    // What was wrong before.
    String.raw`(?:an? )?(?:earlier|previous) versions? of (?:this|the) (?:article|story|report|post)\b`,
    String.raw`(?:this (?:[\p{L}-]+ )?(?:article|story|report|headline|caption|column|post|graphic|map)|the (?:article|story|headline|caption))(?:,? [^.]{0,60})? (?:incorrectly|mistakenly|erroneously|misstated|misidentified|misspelled|(?:has been|was) (?:updated|corrected|amended))\b`,
    // When it was put up.
    String.raw`short url\b`,
    // Whose picture it is.
    String.raw`(?:photo(?:graph)?s?|image|picture|video|file photo|caption|credit|source)s?\s*(?:by|:|credit)`,
    // Calls to click, watch, follow and pay.
    String.raw`(?:click|tap|read more|see also|also read|watch|listen|sign up|subscribe|follow us|share this|advertisement)\b(?:.{0,80}$|:)`,
    String.raw`(?:video|photos?|gallery|related|more|live|exclusive|in pictures)\s*:`,
    String.raw`follow\b.{0,60}(?:@|\bon (?:twitter|facebook|instagram|x)\b)`,
    String.raw`(?:for (?:more|the latest|all the latest)|to (?:read|see|hear|find out) more)\b.{0,100}\b(?:click|visit|follow|go to|see|download)\b`,
    String.raw`(?:check out|hit the jump)\b`,
    String.raw`get (?:breaking|daily|more|our|(?:all )?the latest) (?:[\p{L}-]+ ){0,3}(?:news|alerts?|updates?|newsletters?|headlines|stories|e-?mails?)\b`,
    String.raw`you must be .{0,80}\bto (?:request|comment|post|subscribe|enter|view|register|log in)\b`,
    String.raw`on this page\b|please note\b|(?:all |the )?(?:views|opinions)(?: expressed (?:in|here|on|are)\b| are (?:my|mine|our|solely)\b)`,
    String.raw`(?:this|these|the|today['’]s) (?:[\p{L}'’-]+ ){0,4}(?:podcast|episode|newsletter|article|story|post|content|show) (?:is|was) (?:sponsored|brought to you|supported|presented) by\b`,
    String.raw`(?:see|read|view) (?:the (?:full|complete|whole|entire|original) (?:article|story|report|interview|list|text|transcript)\b|on (?:for|to)\b)`,
    String.raw`(?:tell|let) (?:us|cnn|the bbc)\b[^.]{0,40}\b(?:what|how|where|why|know)\b|(?:sound off|have your say|share your (?:thoughts|views|stories|memories))\b`,
    String.raw`this (?:is a rush transcript|(?:copy|transcript) (?:may|might) not\b)`,
    String.raw`(?:e-?mail (?:this |it )?to a friend|print this)\b`,
    String.raw`(?:sorry,? )?(?:we are (?:not|no longer) (?:currently )?accepting comments|comments (?:on this (?:article|story) )?are (?:now |no longer )?(?:closed|accepted))\b`,
    // Greetings, thanks and hand-overs of live reports and interviews.
    String.raw`(?:hello|hi|good (?:morning|afternoon|evening))\b(?:,|!|\.| and | everyone| all| to ).{0,200}$`,
    String.raw`(?:and )?(?:welcome|thanks?|thank you)\b[^.]{0,30}\b(?:to (?:our|the|today)|for (?:reading|following|joining|watching|listening|having|being|your|talking|speaking|coming))\b`,
    String.raw`thank you(?: (?:so|very) much)?[^.]{0,30}[.!]$`,
    String.raw`(?:and )?(?:that['’]s|that is|this is) (?:all|it|where we) (?:from|for|leave|the)\b`,
    String.raw`(?:our|this|the) (?:live )?(?:coverage|blog|live blog)\b.{0,40}\b(?:continues?|ends?|closed|closing|resumes?|is now)\b`,
    String.raw`(?:(?:i|we)(?:['’](?:m|re)| am| are) )?(?:now )?(?:taking|handing|signing|closing|wrapping) (?:over|off|up|down|back)\b`,
    String.raw`(?:hello,? )?(?:i['’]m|this is) [^.]{0,40}\b(?:taking over|with you|here with)\b`,
    String.raw`(?:do )?(?:get in touch|stay (?:with us|tuned)|join us|send us|let us know|keep sending)\b`,
    String.raw`we(?:['’]ll| will|['’]re| are) (?:be )?(?:bring|keep|hav|pause|end|clos|wrap)\p{L}* (?:you|this|our|more|up|the (?:latest|blog))\b`,
    String.raw`here are [^.:]{0,60}\b(?:things|questions|ways|facts|takeaways|reasons|tips|steps|examples|ideas|photos|pictures|highlights|stories)\b`,
    String.raw`(?:cnn|ap|afp|reuters|bbc)['’]s [^."“]{3,80}\breported(?: from [^.]{2,40})?\.$`,
    String.raw`here(?:['’]s| is| are) (?:a |an |the |our |your |what )[^.]{0,40}\b(?:look at|e-?mail|link|transcript|summary|recap|round-?up|so far|main points|key (?:points|moments|developments)|latest|know)\b`,
    // Appeals to witnesses.
    String.raw`(?:if you (?:have|saw|know|recogni[sz]e)|(?:anyone|anybody|witnesses) (?:with|who (?:has|have|saw|knows?|recogni[sz]es?)))\b.{0,160}\b(?:call|contact|e-?mail|phone|text|ring)\b`,
  ],
  de: [
    String.raw`(?:hinweise|zeugen|wer)(?!\p{L}).{0,160}(?:telefonnummer|telefon|rufnummer|erbeten|entgegen|(?:bitte|sich) [^.]{0,80}melden)(?!\p{L})`,
    String.raw`in einer früheren version dieses\b`,
    String.raw`die hier geäußerten meinungen (?:sind|stellen|geben)\b`,
    'lesen sie',
  ],
  fr: [
    String.raw`(?:si vous (?:avez|disposez|reconnaissez)|toute personne (?:ayant|disposant|qui)|les témoins)(?!\p{L}).{0,160}(?:appelez|appeler|contactez|contacter|composez|composer)(?!\p{L})`,
    String.raw`une version (?:précédente|antérieure) de (?:cet|ce)\b`,
    String.raw`les opinions exprimées (?:sont|dans|ici|n)\b`,
    'lire aussi|à lire',
  ],
  es: [
    String.raw`(?:si (?:usted )?tiene|cualquier persona (?:que|con)|quien(?:es)? (?:tengan?|sepan?))(?!\p{L}).{0,160}(?:llamar|llamen?|contactar|contacten?|comunicarse)(?!\p{L})`,
    String.raw`una versión anterior de este\b`,
    String.raw`las opiniones expresadas (?:son|en|aquí)\b`,
    'lea también|leer más',
  ],
  it: [
    String.raw`(?:se (?:avete|hai|ha)|chiunque (?:abbia|sappia))(?!\p{L}).{0,160}(?:chiamate|chiamare|chiami|contattate|contattare|contatti)(?!\p{L})`,
    String.raw`una versione precedente di questo\b`,
    String.raw`le opinioni espresse (?:sono|in|qui)\b`,
    'leggi anche',
  ],
  pt: [
    String.raw`(?:se você (?:tiver|tem|viu)|quem (?:tiver|souber)|qualquer pessoa (?:que|com))(?!\p{L}).{0,160}(?:ligue|ligar|contate|contatar|contacte|contactar)(?!\p{L})`,
    String.raw`uma versão anterior deste\b`,
    String.raw`as opiniões expressas (?:são|neste|aqui)\b`,
    'leia (?:também|mais)',
  ],
  nl: [
    String.raw`(?:heeft u|als u|getuigen)(?!\p{L}).{0,160}(?:bel|bellen|belt|contact opnemen|neem contact)(?!\p{L})`,
    String.raw`in een eerdere versie van dit\b`,
    'lees ook',
  ],
  ru: ['читайте также'],
};
