/**
 * How deep markdown may be nested. Deeper marks stay text: each level reads its text once more, so a
 * bound keeps the reading of any text linear.
 */
export const MARKDOWN_DEPTH = {
  /** Bold in italic in a link …; people use three. */
  inline: 10,
  /** Lists in lists; Discord shows eleven. */
  lists: 11,
} as const;
