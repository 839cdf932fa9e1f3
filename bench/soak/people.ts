import { setTimeout as sleep } from 'node:timers/promises';
import type { ActingUser, Outcome } from '@dateline/local-discord';
import { createRandom } from '../../tests/support/random.ts';
import { writeEventTitle } from './report-texts.ts';

/** A command that someone ran. Times are ms since 1970. */
export interface RunCommand {
  readonly name: string;
  readonly askedAt: number;
  readonly endedAt: number;
  readonly kind: Outcome['kind'];
  /** Until the first answer, in ms. */
  readonly acknowledgedMs?: number;
  /** Why Discord or its client says that it failed. */
  readonly reason?: string;
}

/** People who run commands until they are told to stop. */
export interface People {
  readonly commands: readonly RunCommand[];
  /** Resolves when the last answer has come. */
  stop(): Promise<void>;
}

/** The pause of a person between an answer and the next command, in ms. */
const PAUSE_MS = { least: 500, most: 3_500 } as const;

/** For how long a person waits for an answer after "thinking …". */
const PATIENCE = { deferredMs: 60_000 } as const;

/** How long after an event began people ask for it. */
const HEARD_MS = 4 * 60_000;

/** Lets these users run commands one after the other. */
export function startPeople(users: readonly ActingUser[], seed: number): People {
  const commands: RunCommand[] = [];
  const random = createRandom(seed ^ 0x70656f70);
  const stopping = new AbortController();
  const { signal } = stopping;

  async function live(user: ActingUser): Promise<void> {
    while (!signal.aborted) {
      const pauseMs = PAUSE_MS.least + random() * (PAUSE_MS.most - PAUSE_MS.least);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const askedAt = Date.now();
      const [name, ask] = choose(user);
      commands.push({ name, askedAt, ...describe(await ask()), endedAt: Date.now() });
    }
  }

  function choose(user: ActingUser): [name: string, ask: () => Promise<Outcome>] {
    const run = (name: string, options = {}): [name: string, ask: () => Promise<Outcome>] => [
      name,
      () => user.runCommand(name, options, PATIENCE),
    ];
    const title = writeEventTitle(seed, Date.now() - HEARD_MS * random());
    const words = title.split(' ');
    const word = (): string => words[Math.floor(random() * words.length)]!;
    const query = `${word()} ${word()}`;
    switch (Math.floor(random() * 14)) {
      case 0:
        return run('latest', { count: 5 });
      case 1:
        return run('latest', { topic: word() });
      case 2:
      case 3:
        return run('search', { query });
      case 4:
        return run('summarize', { article: query });
      case 5:
        return run('stories');
      case 6:
        return run('stories', { min_publishers: 3 });
      case 7:
        return run('story', { story: query });
      case 8:
        return run('digest now', { stories: 5 });
      case 9:
        return run('why story', { story: query });
      case 10:
        return run('sources list');
      case 11:
        return run('status');
      case 12:
        return run('digest history');
      default:
        return [
          'autocomplete',
          () => user.autocomplete('story', { option: 'story', value: word().slice(0, 4) }),
        ];
    }
  }

  const lives = Promise.all(users.map(live));
  return {
    commands,
    async stop() {
      stopping.abort();
      await lives;
    },
  };
}

function describe(outcome: Outcome): Pick<RunCommand, 'kind' | 'acknowledgedMs' | 'reason'> {
  return {
    kind: outcome.kind,
    ...('acknowledgedAfterMs' in outcome && { acknowledgedMs: outcome.acknowledgedAfterMs }),
    ...('reason' in outcome && { reason: outcome.reason }),
  };
}

/** A hint that nothing was found comes as a follow-up, after the reply was deleted. */
export function isAnswered({ kind }: RunCommand): boolean {
  return kind === 'replied' || kind === 'deleted' || kind === 'choices';
}
