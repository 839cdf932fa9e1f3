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
};

/** Whether a sentence in a language other than English joins on to one before. */
export function joinsOn(text: string, lang: string): boolean {
  const key = lang === 'nb' || lang === 'nn' ? 'no' : lang;
  return Object.hasOwn(JOINED, key) && JOINED[key]!.test(text);
}
