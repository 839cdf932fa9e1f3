interface Dated {
  readonly publishedAt?: string;
  readonly firstSeenAt?: string;
}

/** When an article counts as published, in milliseconds since the epoch: as stated, else when it was first stored; 0 if neither is known. */
export function articleTime({ publishedAt, firstSeenAt }: Dated): number {
  const time = Date.parse(publishedAt ?? firstSeenAt ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** When an article counts as published and as first stored; of one that isn't stored, both are the same. */
export function articleTimes(article: Dated): { readonly at: number; readonly seenAt: number } {
  const at = articleTime(article);
  const seen = Date.parse(article.firstSeenAt ?? '');
  return { at, seenAt: Number.isNaN(seen) ? at : seen };
}
