/**
 * How deep markdown may be nested. Deeper marks stay text. Each level reads its text once more, so this
 * limit keeps the time linear in the length of a text.
 */
export const MARKDOWN_DEPTH = {
  /** Styles in styles, as bold in italic in a link. People use three. */
  inline: 10,
  /** Lists in lists; Discord shows eleven. */
  lists: 11,
} as const;
