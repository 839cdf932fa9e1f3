/**
 * What a printed word tells by its letters alone, as bits; found once for each form. A pattern is tried only on
 * sentences that have a word of the kind without which it cannot match: most have none.
 */
export const WORD_KINDS = {
  /** A term that begins with a capital, as names do. */
  name: 1,
  /** Begins with a digit. */
  number: 2,
  /** Holds a digit. */
  digit: 4,
  /** One of the words that give page boilerplate away. */
  boilerplate: 8,
  /** One of the words that give a caption away. */
  caption: 16,
  /** No stop word. */
  term: 32,
  /** "This", "that", "these", "those". */
  demonstrative: 64,
  /** Of a third person: "she", "its", "themselves". */
  pronoun: 128,
  /** Of the first or second person: "I", "your". */
  person: 256,
  /** One of the words by which a sentence points at somebody or something that has another name. */
  standingIn: 512,
  /** One of the words that tell what is done at the moment of a picture. */
  action: 1024,
  /** One of the words by which a live blog calls itself. */
  live: 2048,
  /** "Also", "however" and the like. */
  joining: 4096,
  there: 8192,
  /** "Such", "next", "same" and the like, by which a sentence points at a day or kind of thing. */
  pointing: 16_384,
  both: 32_768,
  remarks: 65_536,
  /** A verb of which remarks are what is made. */
  made: 131_072,
  them: 262_144,
  preposition: 524_288,
  /** A finite verb, wherever it stands but after the next kind. */
  verb: 1_048_576,
  /** After it, what looks like a verb may be none. */
  beforeNoun: 2_097_152,
  /** A word with which page boilerplate may begin. */
  opensBoilerplate: 4_194_304,
  /** A word with which a sentence may begin that points back. */
  opensBack: 8_388_608,
  /** A word with which a part of a sentence may begin. */
  opensPart: 16_777_216,
  /** Of a sentence: it has a demonstrative right after a preposition. */
  prepositional: 33_554_432,
  /** Of a sentence: none of its words is a finite verb for sure. */
  verbless: 67_108_864,
  /** A time of which a demonstrative before it tells which. */
  timeNoun: 134_217_728,
  /** A verb of what is to be seen in a picture. */
  pictured: 268_435_456,
} as const;
