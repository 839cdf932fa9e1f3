import { createRequire } from 'node:module';
import { canonicalLanguage } from './language-tags.ts';

// JSON modules still print a warning on Node 20, so the lists are required, and only when needed.
const require = createRequire(import.meta.url);

/**
 * English function words, plus what news adds to them: verbs of saying and weekdays. Short on
 * purpose: a long list discards words such as "state", "world" or "help" that news is about.
 */
const ENGLISH = `a about above according across after afterwards again against ago all almost alone along already also
although always am amid among amongst an and another any anybody anyone anything anywhere are aren't around as aside at
away back be became because become becomes been before beforehand behind being below beside besides between beyond both
but by came can can't cannot come comes could couldn't did didn't do does doesn't doing don't done down due during each
either else elsewhere enough etc even ever every everybody everyone everything everywhere except far few for former from
further get gets getting give given gives go goes going gone got had hadn't has hasn't have haven't having he he'd he'll
he's hence her here here's hers herself him himself his how how's however i i'd i'll i'm i've if in indeed instead into is
isn't it it'd it'll it's its itself just keep kept last least less let let's like likely made make makes making many may
maybe me meanwhile might mine more moreover most mostly mr mrs ms much must my myself namely near nearly neither never
nevertheless next no nobody none nor not nothing now nowhere of off often on once one ones only onto or other others
otherwise our ours ourselves out over own per perhaps please put quite rather re really said same saw say saying says see
seem seemed seeming seems seen several shall she she'd she'll she's should shouldn't since so some somebody somehow
someone something sometimes somewhere still such take taken takes taking tell than that that's the their theirs them
themselves then thence there there's thereafter thereby therefore these they they'd they'll they're they've this those
though through throughout thus to told together too took toward towards under unless until up upon us use used using
various very via was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when when's whence
whenever where where's whereas whereby wherein wherever whether which whichever while who who'd who'll who's whoever whole
whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself
yourselves monday tuesday wednesday thursday friday saturday sunday`;

const lists = new Map<string, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/** Whether a lower-case word is a stop word of the language. False for languages without a list. */
export function isStopWord(word: string, lang: string): boolean {
  return stopWords(lang).has(word);
}

function stopWords(lang: string): ReadonlySet<string> {
  const known = lists.get(lang);
  if (known) return known;
  const list = lang === 'en' ? new Set(ENGLISH.split(/\s+/)) : readIsoList(lang);
  lists.set(lang, list);
  return list;
}

function readIsoList(lang: string): ReadonlySet<string> {
  const iso = require('stopwords-iso') as Record<string, string[]>;
  const name = canonicalLanguage(lang) ?? lang;
  return Object.hasOwn(iso, name) ? new Set(iso[name]) : NONE;
}
