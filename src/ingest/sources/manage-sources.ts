import { UserError } from '../../errors.ts';
import { buildSource, type ListedSource } from './build-source.ts';
import { canonicalFeedUrl, parseFeedAddress } from './feed-address.ts';
import { parseOpml } from './parse-opml.ts';
import { pauseSource, resumeSource } from './plan-poll.ts';
import { findOtherNamed, refuseShared, refuseStillRead } from './shared-name.ts';
import { HOST, pollUrl, sourceKey, type Source, type SourceOwner } from './source.ts';
import { examineFeed, type ReadSource, type SourceTest } from './examine-feed.ts';
import { KEEP, type RecordStore } from '../../store/record-store.ts';
import { countOf } from '../../text/count-of.ts';

/** The result of adding a list of feeds. */
export interface ImportedSources {
  readonly added: readonly Source[];
  /** Feeds that the server reads already, its own or the host's. */
  readonly present: number;
  /** Feeds for which there was no room. */
  readonly beyondLimit: number;
  /** Entries that name no feed, some of them as written. */
  readonly unreadable: readonly string[];
}

/** Lets people manage the feeds of their server. Every method throws a UserError for what cannot be done. */
export interface SourceManager {
  /** The host's sources and those of the server, by name. */
  list(guildId?: string): Promise<Source[]>;
  /** Those of every owner, by name. */
  listAll(): Promise<Source[]>;
  /** Reads a feed, or the only feed that a page links to, and stores nothing. */
  test(address: string): Promise<SourceTest>;
  /** Adds a feed that can be read and has entries. */
  add(address: string, guildId: string): Promise<{ source: Source; test: SourceTest }>;
  /** Adds the feeds of an OPML file without reading them. */
  addList(opml: string, guildId: string): Promise<ImportedSources>;
  remove(named: string, guildId: string): Promise<Source>;
  /** Removes it with all of its stored articles, whose number is given back. */
  removeWithArticles(named: string, guildId: string): Promise<{ source: Source; count: number }>;
  /** Removes the stored articles of a publisher that the owner does not read any more. Resolves to their number. */
  removeArticles(publisher: string, owner: SourceOwner): Promise<number>;
  pause(named: string, guildId: string): Promise<Source>;
  resume(named: string, guildId: string): Promise<Source>;
}

/** The dependencies of managing sources. */
export interface SourceManagerParts {
  readonly records: RecordStore<Source>;
  readonly readSource: ReadSource;
  readonly now: () => Date;
  /** Feeds of its own that a server may have. */
  readonly perServer: number;
  /** Removes all stored articles of a publisher and owner, and resolves to their number. */
  readonly removeArticles: (publisher: string, owner: SourceOwner) => Promise<number>;
}

const NAME_LENGTH = 100;
const PAGE_FEEDS_SHOWN = 5;

/** Creates the management of sources over their store. */
export function createSourceManager(parts: SourceManagerParts): SourceManager {
  const { records, readSource, now, perServer } = parts;

  async function listOf(prefix: string): Promise<Source[]> {
    const found: Source[] = [];
    for await (const [, source] of records.list(prefix)) found.push(source);
    return found.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  }

  async function test(address: string): Promise<SourceTest> {
    const url = parseFeedAddress(address);
    if (url === undefined) {
      throw new UserError(
        'bad-option',
        'That is not the address of a feed. It looks like `https://news.example/feed.xml`.',
      );
    }
    const read = await readSource(url);
    if (read.kind === 'feed') return examineFeed(read.feed, read.url);
    if (read.kind === 'fault')
      throw new UserError(
        'not-available',
        `I cannot read it: ${read.reason}${read.reason.endsWith('?') ? '' : '.'}`,
      );
    const [only, ...others] = read.feedUrls;
    if (!only) throw noFeed('That page is not a feed and links to none.');
    if (others.length > 0) throw severalFeeds(read.feedUrls);
    const followed = await readSource(only.url);
    if (followed.kind === 'feed') return examineFeed(followed.feed, followed.url);
    throw noFeed(
      followed.kind === 'fault'
        ? `The page links to a feed that I cannot read: ${followed.reason}.`
        : 'The page links to another page where its feed should be.',
    );
  }

  async function findOwn(named: string, guildId: string): Promise<Source> {
    const own = findNamed(await listOf(`${guildId}:`), named);
    if (own) return own;
    const host = findNamed(await listOf(`${HOST}:`), named);
    throw host
      ? new UserError(
          'not-allowed',
          `${host.name} is read for every server. Only the person who runs this bot can change that.`,
        )
      : notFound();
  }

  /** Changes a source as it is now: a poll or another manager may have changed it since it was found. */
  async function changeOwn(
    named: string,
    guildId: string,
    decide: (present: Source) => Source,
  ): Promise<Source> {
    const key = sourceKey(await findOwn(named, guildId));
    const { after } = await records.change(key, (present) => (present ? decide(present) : KEEP));
    if (!after) throw notFound();
    return after;
  }

  return {
    test,
    listAll: () => listOf(''),
    async list(guildId) {
      const own = guildId === undefined ? [] : await listOf(`${guildId}:`);
      return [...own, ...(await listOf(`${HOST}:`))];
    },
    async add(address, guildId) {
      const own = await listOf(`${guildId}:`);
      refuseBeyond(own, perServer);
      const found = await test(address);
      const present = findSame([...own, ...(await listOf(`${HOST}:`))], found.url);
      if (present) throw presentAlready(present);
      if (!found.sample) throw noFeed('That feed has no article that I could take.');
      const source = buildSource(toListed(found), guildId, now());
      // Another manager may have added it while the feed was read.
      if (!(await records.claim(sourceKey(source), source))) throw presentAlready(source);
      return { source, test: found };
    },
    async addList(opml, guildId) {
      const list = parseOpml(opml);
      if (!list) {
        throw new UserError('bad-input', 'That is no OPML file. Export one from your feed reader.');
      }
      const own = await listOf(`${guildId}:`);
      const known = [...own, ...(await listOf(`${HOST}:`))];
      const wanted = list.sources.filter(({ url }) => !findSame(known, url));
      const fitting = wanted.slice(0, Math.max(0, perServer - own.length));
      const added: Source[] = [];
      for (const listed of fitting) {
        const source = buildSource(listed, guildId, now());
        if (await records.claim(sourceKey(source), source)) added.push(source);
      }
      return {
        added,
        present: list.sources.length - wanted.length + fitting.length - added.length,
        beyondLimit: wanted.length - fitting.length,
        unreadable: list.unreadable,
      };
    },
    async remove(named, guildId) {
      const source = await findOwn(named, guildId);
      await records.remove(sourceKey(source));
      return source;
    },
    async removeWithArticles(named, guildId) {
      const source = await findOwn(named, guildId);
      refuseShared(findOtherNamed(await listOf(`${guildId}:`), source.name, source));
      await records.remove(sourceKey(source));
      return { source, count: await parts.removeArticles(source.name, guildId) };
    },
    async removeArticles(publisher, owner) {
      refuseStillRead(findOtherNamed(await listOf(`${owner}:`), publisher));
      return parts.removeArticles(publisher, owner);
    },
    async pause(named, guildId) {
      const at = now();
      return changeOwn(named, guildId, (present) => pauseSource(present, at));
    },
    async resume(named, guildId) {
      const at = now();
      return changeOwn(named, guildId, (present) => resumeSource(present, at));
    },
  };
}

/** By id, or by name if only one source has it. */
function findNamed(sources: readonly Source[], named: string): Source | undefined {
  const wanted = named.trim().toLowerCase();
  const byName = sources.filter(({ name }) => name.toLowerCase() === wanted);
  return sources.find(({ id }) => id === wanted) ?? (byName.length === 1 ? byName[0] : undefined);
}

function findSame(sources: readonly Source[], url: string): Source | undefined {
  const wanted = canonicalFeedUrl(url);
  return sources.find((source) =>
    [source.url, pollUrl(source)].some((address) => canonicalFeedUrl(address) === wanted),
  );
}

function toListed({ title, url, homeUrl, lang }: SourceTest): ListedSource {
  const name = title?.replace(/\s+/gu, ' ').slice(0, NAME_LENGTH).trim();
  return {
    name: name || new URL(url).hostname.replace(/^www\./u, ''),
    url,
    ...(homeUrl !== undefined && { homeUrl }),
    ...(lang !== undefined && { lang }),
  };
}

function refuseBeyond(own: readonly Source[], perServer: number): void {
  if (own.length < perServer) return;
  throw new UserError(
    'not-allowed',
    perServer === 0
      ? 'The person who runs this bot lets servers have no sources of their own.'
      : `A server may have ${countOf(perServer, 'source')} of its own. Remove one with \`/sources remove\` first.`,
  );
}

function severalFeeds(feeds: readonly { url: string; title?: string }[]): UserError {
  const shown = feeds.slice(0, PAGE_FEEDS_SHOWN).map(({ url }) => `\`${url}\``);
  return noFeed(`That page links to several feeds. Give the address of one: ${shown.join(', ')}`);
}

function presentAlready({ owner, name }: Source): UserError {
  const who = owner === HOST ? 'Every server' : 'This server';
  return new UserError('bad-option', `${who} has that source already: ${name}.`);
}

function notFound(): UserError {
  return new UserError(
    'not-found',
    'This server has no such source. Choose one of the suggestions, or see `/sources list`.',
  );
}

function noFeed(message: string): UserError {
  return new UserError('not-found', message);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en');
}
