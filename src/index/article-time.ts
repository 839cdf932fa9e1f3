/** When an article counts as published, in milliseconds since the epoch: as stated, else when it was first stored; 0 if neither is known. */
export function articleTime({
  publishedAt,
  firstSeenAt,
}: {
  readonly publishedAt?: string;
  readonly firstSeenAt?: string;
}): number {
  const time = Date.parse(publishedAt ?? firstSeenAt ?? '');
  return Number.isNaN(time) ? 0 : time;
}
