import { UserError } from '../../errors.ts';
import type { Source } from './source.ts';

/** Finds a source whose articles have the same publisher's name. Articles know no more of their source than that. */
export function findOtherNamed(
  sources: readonly Source[],
  name: string,
  besides?: Pick<Source, 'id'>,
): Source | undefined {
  return sources.find((source) => source.name === name && source.id !== besides?.id);
}

/** Throws if articles of two sources could not be told apart. */
export function refuseShared(other: Source | undefined): void {
  if (!other) return;
  throw new UserError(
    'not-allowed',
    `Another source of this server is called ${other.name} too, so their articles cannot be told apart. Remove it without its articles.`,
  );
}

/** Throws if new articles of a publisher would come again. */
export function refuseStillRead(reading: Source | undefined): void {
  if (!reading) return;
  throw new UserError(
    'not-allowed',
    `${reading.name} is still read. Take it out of SOURCES first, then remove its articles.`,
  );
}
