import type { KnownGuild } from '../../digest/guild/known-guild.ts';
import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { KEEP, type RecordStore } from '../../store/record-store.ts';
import { planGreeting, type SeenGuild } from './plan-greeting.ts';

/** Remembers the servers that Discord describes. */
export interface GuildNotes {
  /** Notes a server, later if the store is away; never throws. */
  see(guild: SeenGuild): void;
  /** Resolves when all that was seen is stored, or cannot be now; never rejects. */
  settled(): Promise<void>;
  /** Calls `work` after each server that was noted from now on. */
  onNoted(work: () => void): void;
}

/** How often notes are tried again that could not be stored. */
const RETRY_MS = 30_000;

/** Creates the notes. Servers are noted one after the other, in the order in which they are seen. */
export function createGuildNotes(
  guilds: RecordStore<KnownGuild>,
  { now, log }: { readonly now: () => Date; readonly log: Log },
): GuildNotes {
  const waiting: SeenGuild[] = [];
  const listeners: (() => void)[] = [];
  let noting: Promise<void> | undefined;
  let retrying: NodeJS.Timeout | undefined;
  let isAway = false;

  async function note(guild: SeenGuild): Promise<void> {
    await guilds.change(guild.id, (known) => {
      const planned = planGreeting(known, guild, now());
      return isSame(planned, known) ? KEEP : planned;
    });
    isAway = false;
    for (const listen of listeners) listen();
  }

  async function noteAll(): Promise<void> {
    for (let next = waiting[0]; next; next = waiting[0]) {
      try {
        await note(next);
      } catch (err) {
        if (err instanceof UserError) return wait(err);
        log.error({ err, guild: next.id }, 'a server was not noted');
      }
      waiting.shift();
    }
  }

  /** Once for all that are seen meanwhile. */
  function wait(err: UserError): void {
    if (!isAway) log.error({ err }, 'servers cannot be noted; trying again until they can');
    isAway = true;
    retrying = setTimeout(begin, RETRY_MS).unref();
  }

  function begin(): void {
    retrying = undefined;
    noting ??= noteAll().finally(() => {
      noting = undefined;
    });
  }

  return {
    see(guild) {
      waiting.push(guild);
      if (!retrying) begin();
    },
    settled: () => noting ?? Promise.resolve(),
    onNoted: (work) => void listeners.push(work),
  };
}

function isSame(one: KnownGuild, other: KnownGuild | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
