/** The option of a command that plans digests: which stories come at once. */
export const ALERT = {
  type: 'string',
  description: 'Stories that come at once: 5, or 5 publishers in 6 hours, 3 a day; or off',
  maxLength: 60,
} as const;
