/** The neighbours of an article, the most similar first. */
export interface Neighbours {
  /** As `neighbourOf` makes them. */
  readonly neighbours: Uint32Array;
  /** Negative if the two are too little alike to be a story by themselves. */
  readonly cosines: Float32Array;
}

/** How alike two articles are. */
export interface Likeness {
  /** As `likenessOf` gives it, and less if they are far apart in time. */
  readonly cosine: number;
  /** So alike they must be to be a story by themselves; Infinity if they can't be one. */
  readonly leastCosine: number;
  /** The cosine of their names and figures alone. */
  readonly nameCosine: number;
}

/** An article of the index. Articles are in the order of their hours, those of one hour by id. */
export interface IndexedArticle {
  readonly slot: number;
  readonly id: string;
  readonly hour: number;
  /** Milliseconds since the epoch; 0 if it is unknown. */
  readonly at: number;
}
