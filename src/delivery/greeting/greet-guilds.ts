import type { KnownGuild } from '../../digest/guild/known-guild.ts';
import type { Settings } from '../../digest/guild/settings.ts';
import { resolveUsual } from '../../digest/guild/usual.ts';
import type { Log } from '../../log.ts';
import { KEEP, type RecordStore } from '../../store/record-store.ts';
import { buildNonce } from '../build-nonce.ts';
import type { GuildKnowledge } from '../guild-knowledge.ts';
import type { MessagePort } from '../message-port.ts';
import { buildGreeting, type MarkedMessage } from './build-greeting.ts';

/** The dependencies of greeting. */
export interface GreeterParts {
  readonly guilds: RecordStore<KnownGuild>;
  readonly settings: Pick<RecordStore<Settings>, 'get'>;
  readonly knowledge: Pick<GuildKnowledge, 'greetingChannel'>;
  readonly port: Pick<MessagePort, 'post' | 'find'>;
  /** The languages that a server's members can read articles in. */
  readonly languagesFor: (guildId: string) => readonly string[];
  readonly defaultZone: string;
  readonly now: () => Date;
  readonly log: Log;
}

/** Greets servers that the bot has joined. */
export interface Greeter {
  /** Greets every server that is due; never rejects. A call during another one waits for it. */
  greetDue(): Promise<void>;
  /** Resolves when the greetings in progress have ended; no other starts after that. */
  stop(): Promise<void>;
}

const ATTEMPT_MS = 15_000;

type Greeted = KnownGuild['greeting'];

/**
 * Creates the greeter. Where and since when a greeting is posted is stored first. So a process that was killed in
 * between looks for it, and posts it only if it isn't there.
 */
export function createGreeter(parts: GreeterParts): Greeter {
  const { guilds, settings, knowledge, port, log } = parts;
  let running = Promise.resolve();
  let stopped = false;

  async function build(id: string, known: KnownGuild, lacking: Lacking): Promise<MarkedMessage> {
    // It is known of every server that is due a greeting.
    const { locale, joinedAt = '' } = known;
    const reader = { settings: await settings.get(id), guildLocale: locale };
    const usual = resolveUsual(reader, parts.defaultZone);
    const stored = parts.languagesFor(id);
    return buildGreeting({ guildId: id, locale, joinedAt, usual, stored, lacking });
  }

  /** Stores what became of the greeting, unless the bot has joined again meanwhile. */
  async function store(id: string, { joinedAt }: KnownGuild, greeting: Greeted): Promise<void> {
    await guilds.change(id, (present) =>
      present && present.joinedAt === joinedAt ? { ...present, greeting } : KEEP,
    );
  }

  /** Whether a greeting that may have been posted is there; undefined if that cannot be found out now. */
  async function isPosted(id: string, known: KnownGuild): Promise<boolean | undefined> {
    if (known.greeting.kind !== 'posting') return false;
    const { channelId, since } = known.greeting;
    const { mark } = await build(id, known, []);
    const wanted = { channelId, mark, since: new Date(since) };
    const found = await port.find(wanted, AbortSignal.timeout(ATTEMPT_MS));
    if (found.kind === 'found') return true;
    if (found.kind === 'absent') return false;
    if (found.kind === 'unreachable') return undefined;
    // Nobody can tell. Better no greeting than two.
    log.warn({ guild: id, channel: channelId }, 'a server may not have been greeted');
    return true;
  }

  async function greet(id: string, known: KnownGuild): Promise<void> {
    const posted = await isPosted(id, known);
    if (posted === undefined) return;
    if (posted) return await store(id, known, { kind: 'posted' });
    const channel = await knowledge.greetingChannel(id);
    if (channel.kind === 'unknown') return;
    if (channel.kind === 'none') {
      log.warn({ guild: id }, 'a server was not greeted: there is no channel to write in');
      return await store(id, known, { kind: 'none' });
    }
    const { channelId, lacking } = channel;
    const since = parts.now().toISOString();
    await store(id, known, { kind: 'posting', channelId, since });
    const { message } = await build(id, known, lacking);
    const nonce = buildNonce(`greeting:${id}:${known.joinedAt}`);
    const outcome = await port.post(channelId, message, nonce, AbortSignal.timeout(ATTEMPT_MS));
    if (outcome.kind === 'posted') {
      log.info({ guild: id, channel: channelId }, 'greeted a server');
      return await store(id, known, { kind: 'posted' });
    }
    log.warn({ err: outcome.cause, guild: id, channel: channelId }, 'a server was not greeted');
    // What Discord refused it would refuse again. Whether the other arrived is found out at the next attempt.
    if (outcome.kind === 'refused') await store(id, known, { kind: 'none' });
  }

  async function greetAll(): Promise<void> {
    if (stopped) return;
    const due: [string, KnownGuild][] = [];
    for await (const one of guilds.due(parts.now())) due.push([...one]);
    for (const [id, known] of due) if (!stopped) await greet(id, known);
  }

  return {
    greetDue() {
      running = running
        .then(greetAll)
        .catch((err: unknown) => log.error({ err }, 'servers could not be greeted'));
      return running;
    },
    stop() {
      stopped = true;
      return running;
    },
  };
}

type Lacking = Parameters<typeof buildGreeting>[0]['lacking'];
