/** What stands before and after a word that is one of a list. */
const joined = (words: string, afterVerb?: string): RegExp =>
  new RegExp(
    `^.{1,60}(?:(?<!\\p{L})(?:${words})${afterVerb ? `|(?<!\\p{L})${afterVerb}` : ''})(?!\\p{L})`,
    'iu',
  );

/**
 * Words near the beginning that join a sentence on to one before, by language: "Le maire a également promis une enquête."
 * Those that open a sentence are in `foreign-openings`. A word with other senses ("aussi grand que", "anche se") counts
 * only beside a verb that tells them apart.
 */
const JOINED: Readonly<Record<string, RegExp>> = {
  de: joined(
    'ebenfalls|außerdem|zudem|jedoch|allerdings|hingegen|stattdessen|unterdessen|daraufhin|anschließend',
    '(?:hat|haben|hatte|hatten|ist|sind|war|waren|wurde|wurden|will|wollen|kündigte|sagte|soll|sollen) auch(?! (?:weil|wenn|nur|noch so|immer))',
  ),
  fr: joined(
    '(?:également|ensuite)(?! (?:appelée?s?|connue?s?|nommée?s?))|cependant|toutefois|en revanche|par ailleurs|quant à (?:lui|elle|eux|elles)',
    '(?:a|ont|avait|avaient) aussi(?! bien)(?! \\p{L}+ qu)',
  ),
  es: joined(
    'también(?! (?:conocid[oa]s?|llamad[oa]s?))|sin embargo|asimismo|en cambio|por su parte',
  ),
  it: joined(
    'inoltre|invece|tuttavia|a sua volta',
    '(?:ha|hanno|aveva|avevano|è|sono) anche(?! (?:se|quando))',
  ),
  pt: joined('também(?! (?:conhecid[oa]s?|chamad[oa]s?))|no entanto|contudo|por sua vez'),
  nl: joined(
    'echter|daarnaast|bovendien|eveneens|vervolgens|daarentegen',
    '(?:heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden|wil|willen) ook(?! (?:al|maar))',
  ),
  sv: joined('också|dessutom|däremot|emellertid|därefter'),
  no: joined('også|dessuten|derimot|imidlertid|deretter'),
  ru: joined('(?<!(?<!\\p{L})а )также|тоже|однако'),
  uk: joined('(?<!(?<!\\p{L})а )також|теж|однак'),
  id: joined('juga|namun'),
  cs: joined(
    '(?<!(?<!\\p{L})(?:a|i|ale|nebo|jakož) )(?:také|též)(?! (?:známý|známá|známé|zvan[ýáé]|jako))|rovněž|(?<!, )nicméně|naopak|následně|naproti tomu',
  ),
  pl: joined(
    '(?<!(?<!\\p{L})(?:a|i|ale|lub|jak) )(?:także|też|również)(?! (?:znan|zwan))|(?<!, )jednak|natomiast|następnie|ponadto|z kolei',
  ),
  el: joined(
    '(?<!(?:γνωστ(?:ός|ή|ό|οί|ές|ά)|καθώς) )επίσης(?! γνωστ)|(?<!, )(?:ωστόσο|όμως)|(?:ωστόσο|όμως)(?=,)|επιπλέον|στη συνέχεια',
  ),
  ar: joined('(?<!(?:ال)?معروف(?:ة|ين)? )(?:أيضا|أيضًا|ايضا)|كذلك|في المقابل|بدوره|بدورها'),
  he: joined('גם כן|אולם|עם זאת|לעומת זאת|מנגד'),
};

const opening = (words: string): RegExp => new RegExp(`^(?:${words})(?![\\p{L}\\p{M}-])`, 'iu');

/** Remarks on what was said: "Immerhin blieb der Hafen offen.", "En tout cas, le port est fermé." */
const OPENS_ON: Readonly<Record<string, RegExp>> = {
  de: opening('natürlich|immerhin|übrigens|jedenfalls|kurzum|andererseits|in jedem fall'),
  fr: opening(
    "bien sûr|bien entendu|en tout cas|quoi qu['’]il en soit|de toute façon|après tout|bref(?=,)|en somme|en effet|de son côté|pour sa part|d['’]autre part",
  ),
  es: opening(
    'por supuesto|desde luego|en cualquier caso|de todos modos|al fin y al cabo|en definitiva|en resumen|en efecto|por otra parte|por otro lado',
  ),
  it: opening("in ogni caso|comunque|dopotutto|insomma|del resto|peraltro|d[’']altra parte"),
  pt: opening('de qualquer forma|em todo (?:o )?caso|afinal|em suma|aliás|por outro lado'),
  nl: opening('natuurlijk|in elk geval|hoe dan ook|kortom|overigens|anderzijds'),
  sv: opening(
    'naturligtvis|i varje fall|hur som helst|kort sagt|för övrigt|å andra sidan|trots allt',
  ),
  no: opening('selvfølgelig|uansett|i alle fall|kort sagt|for øvrig|på den andre siden|tross alt'),
  ru: opening(
    'конечно|в любом случае|в конце концов|кстати|словом|с другой стороны|в свою очередь',
  ),
  uk: opening('звичайно|у будь-якому разі|зрештою|до речі|з іншого боку|у свою чергу'),
  id: opening('tentu saja|bagaimanapun|di sisi lain|singkatnya'),
  cs: opening(
    'samozřejmě|v každém případě|zkrátka|mimochodem|na druh(?:ou stranu|é straně)|koneckonců|ostatně',
  ),
  pl: opening(
    'oczywiście|w każdym razie|zresztą|krótko mówiąc|z drugiej strony|nawiasem mówiąc|notabene',
  ),
  el: opening(
    'φυσικά|εν πάση περιπτώσει|σε κάθε περίπτωση|άλλωστε|εξάλλου|εν ολίγοις|από την άλλη',
  ),
  ar: opening('و?(?:بالطبع|على أي حال|على أية حال|باختصار|من (?:ناحية|جهة) أخرى|في المقابل)'),
  he: opening('כמובן|בכל מקרה|בקיצור|אגב|מצד שני|ככלות הכול'),
  hi: opening('बेशक|खैर|ख़ैर|बहरहाल|दूसरी ओर|वैसे'),
};

/** Whether a sentence in a language other than English joins on to one before. */
export function joinsOn(text: string, lang: string): boolean {
  const key = lang === 'nb' || lang === 'nn' ? 'no' : lang;
  if (!Object.hasOwn(OPENS_ON, key)) return false;
  return OPENS_ON[key]!.test(text) || (JOINED[key]?.test(text) ?? false);
}
