/**
 * The limits of Discord that its published specification leaves out and that are therefore checked
 * by hand here. Sources: https://docs.discord.com/developers/resources/message,
 * …/components/reference, …/interactions/application-commands and …/reference#uploading-files.
 */
export const limits = {
  contentChars: 2_000,
  /** All titles, descriptions, field names and values, footers and authors of a message together. */
  embedChars: 6_000,
  /** With IS_COMPONENTS_V2: every component counts, nested ones too. */
  componentsV2: 40,
  /** With IS_COMPONENTS_V2: all text displays together. */
  componentsV2Chars: 4_000,
  actionRows: 5,
  buttonsInRow: 5,
  modalRows: 5,
  chatCommands: 100,
  userCommands: 15,
  messageCommands: 15,
  commandCreatesPerDay: 200,
  /** Names, descriptions and choice values of a command with everything below it. */
  commandChars: 8_000,
  /** Of a choice, and of a suggestion; the specification says 6,000. */
  choiceValueChars: 100,
  requestBytes: 25 * 1024 * 1024,
  /** Of one file, where neither user nor server pays for more. */
  fileBytes: 10 * 1024 * 1024,
  /** A second message of one author with one nonce within this time is the first. */
  nonceWindowMs: 5 * 60_000,
  followUpsUserInstalled: 5,
} as const;

/**
 * Limits that the specification has, and that are therefore checked by it; here they are named so that
 * people can be told how near a message is. A test holds them against the specification.
 */
export const specifiedLimits = {
  embeds: 10,
  embedTitleChars: 256,
  embedDescriptionChars: 4_096,
  embedFields: 25,
  fieldNameChars: 256,
  fieldValueChars: 1_024,
  footerChars: 2_048,
  authorChars: 256,
  sectionTexts: 3,
  galleryItems: 10,
  selectOptions: 25,
  /** Of an option's label, its value and its description each. */
  optionChars: 100,
  placeholderChars: 150,
  buttonLabelChars: 80,
  customIdChars: 100,
  urlChars: 512,
  files: 10,
  /** Of a file, a thumbnail or a picture in a gallery: what it shows. */
  altTextChars: 1_024,
} as const;
