/** The words of a language by which a speaker is found. All in lower case. */
export interface SpeechWords {
  /** Forms of verbs whose subject speaks: "said", "told". */
  readonly says: ReadonlySet<string>;
  /** Forms that often mean something else, and count only beside a quotation: "called", "noted". */
  readonly weak: ReadonlySet<string>;
  /** Forms without a subject of their own: "saying", "adding". */
  readonly saying: ReadonlySet<string>;
  /** Forms that are nouns as well, and need a name or a pronoun before them: "reports", "claims". */
  readonly nouns: ReadonlySet<string>;
  /** No verbs, but with a speaker after them beside a quotation: „…“, so Lee. */
  readonly beside: ReadonlySet<string>;
  /** Pronouns that stand for one person. */
  readonly persons: ReadonlySet<string>;
  /** All pronouns that can speak. */
  readonly pronouns: ReadonlySet<string>;
  /** Words that begin a noun phrase: articles, possessives, numbers. */
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Words that begin another clause: "that", "when", "because". */
  readonly cuts: ReadonlySet<string>;
  /** Words that join two verbs of one subject: "and", "but". */
  readonly joints: ReadonlySet<string>;
  /** "who", "which": the speaker stands before them. */
  readonly relatives: ReadonlySet<string>;
  /** Adverbs and auxiliaries that stand between a subject and its verb, or open a sentence. */
  readonly fillers: ReadonlySet<string>;
  /** Auxiliaries: a phrase that contains one is a clause. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Forms of "be" that make a verb after them passive. */
  readonly passives: ReadonlySet<string>;
  /** Before the speaker of a passive: "by". */
  readonly agents: ReadonlySet<string>;
  /** Nouns and titles of people, which are no names even in capitals: "police", "president". */
  readonly roles: ReadonlySet<string>;
  /** Titles that a person has: after an article they are no name. */
  readonly titles: ReadonlySet<string>;
  /** What introduces a source without a verb: "according to". */
  readonly according: readonly (readonly string[])[];
  /** Days, months and other words in capitals that name nobody. */
  readonly calendar: ReadonlySet<string>;
  /** Nouns are written in capitals, so a single one after an article is no name. */
  readonly capitalNouns: boolean;
  /** A name can stand before a noun: "an Acme editorial". */
  readonly compounds: boolean;
  /** No capitals: the words after the verb are the speaker, up to a preposition or a conjunction. */
  readonly caseless: boolean;
}
