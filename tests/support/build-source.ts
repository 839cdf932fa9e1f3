import { buildSource } from '../../src/ingest/sources/build-source.ts';
import { HOST, type Source, type SourceState } from '../../src/ingest/sources/source.ts';
import { NOW } from './build-services.ts';

/** A feed of the host, added at `NOW` and not yet read. `state` adds to its state. */
export function buildFeed(
  given: Partial<Omit<Source, 'state'>> & { readonly state?: Partial<SourceState> } = {},
): Source {
  const { state, ...rest } = given;
  const { url = 'https://harbour.example/feed.xml', name = 'Harbour Post', owner = HOST } = rest;
  const built = buildSource({ url, name }, owner, NOW);
  return { ...built, ...rest, state: { ...built.state, ...state } };
}

/** One failure of a feed, at `NOW`. */
export function buildFailures(reason: string): NonNullable<SourceState['failures']> {
  return { count: 1, since: NOW.toISOString(), reason, message: 'It was not found.' };
}
