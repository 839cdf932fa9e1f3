/**
 * Discord's limits that its published specification leaves out. Code of this package checks them.
 * Sources: https://docs.discord.com/developers/resources/message,
 * …/components/reference, …/interactions/application-commands and …/reference#uploading-files.
 */
export const limits = {
  contentChars: 2_000,
  /** The total of all titles, descriptions, field names and values, footers and authors of a message. */
  embedChars: 6_000,
  /** Components of a message with IS_COMPONENTS_V2, nested ones included. */
  componentsV2: 40,
  /** The total of all text displays of a message with IS_COMPONENTS_V2. */
  componentsV2Chars: 4_000,
  actionRows: 5,
  buttonsInRow: 5,
  modalRows: 5,
  chatCommands: 100,
  userCommands: 15,
  messageCommands: 15,
  commandCreatesPerDay: 200,
  /** The total of the names, descriptions and choice values of a command, its options and their choices. */
  commandChars: 8_000,
  /** The value of a choice or a suggestion. The specification says 6,000. */
  choiceValueChars: 100,
  requestBytes: 25 * 1024 * 1024,
  /** One file, if neither the user nor the server pays for more. */
  fileBytes: 10 * 1024 * 1024,
  /** Within this time, a second message with the same author and nonce is not created; Discord returns the first. */
  nonceWindowMs: 5 * 60_000,
  followUpsUserInstalled: 5,
} as const;

/**
 * Limits that the schemas of the specification check. They are repeated here so that the page can show how
 * close a message is to each. A test compares them with the specification.
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
  /** Each of an option's label, value and description. */
  optionChars: 100,
  placeholderChars: 150,
  buttonLabelChars: 80,
  customIdChars: 100,
  urlChars: 512,
  files: 10,
  /** The description of a file, a thumbnail or a picture in a gallery. */
  altTextChars: 1_024,
} as const;
