/** News agencies, as patterns that name the owner of a picture have them. */
export const AGENCY =
  'reuters|afp|ap|getty|epa|dpa|efe|xinhua|kyodo|kcna|anadolu|shutterstock|alamy';

/** Words without which nothing inside a sentence gives it away as page boilerplate. */
export const BOILERPLATE_WORD = new RegExp(
  String.raw`contributed|photo|caption|scroll|newsletter|download|rights|\b(?:${AGENCY})\b`,
  'i',
);
