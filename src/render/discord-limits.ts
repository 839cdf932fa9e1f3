/** Discord's limits. Lengths are counted in UTF-16 units, the strictest interpretation. */
export const DISCORD_LIMITS = {
  /** `content` of a message without Components V2. */
  contentLength: 2000,
  /** Text of all text displays of a message together. */
  componentTextLength: 4000,
  /** Components of a message, including nested ones and accessories. */
  componentCount: 40,
  sectionTexts: 3,
  rowButtons: 5,
  buttonLabelLength: 80,
  customIdLength: 100,
  buttonUrlLength: 512,
  selectOptions: 25,
  selectTextLength: 100,
  selectPlaceholderLength: 150,
  allowedMentions: 100,
  autocompleteChoices: 25,
  choiceLength: 100,
  nameLength: 32,
  descriptionLength: 100,
  commandOptions: 25,
  /** Names, descriptions and values of a command together, each in its longest language. */
  commandTextLength: 8000,
  fileCount: 10,
  galleryItems: 10,
  /** The description of a picture. */
  altTextLength: 1024,
} as const satisfies Readonly<Record<string, number>>;
