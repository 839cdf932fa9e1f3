import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it, vi } from 'vitest';
import { editionKey } from '../../src/digest/edition.ts';
import { collect } from '../support/collect.ts';
import {
  listFirstAttempt,
  listSecondAttempt,
  POST,
  readStoryNumbers,
} from '../support/edition-steps.ts';
import { withStage, type Stage, type StageSetting, type Step } from '../support/kill-delivery.ts';
import { NIGHT_NEWS, SLOT } from '../support/open-delivery-world.ts';

// Each test starts several programs, and five tests run at once. On a busy machine that takes minutes.
vi.setConfig({ testTimeout: 240_000 });

const change = (when: string): Step => ({ write: `${when} change` });

/** Everything that the first attempt at an edition does, in order. */
const FIRST_ATTEMPT: readonly (readonly [string, Step])[] = [
  ...listFirstAttempt((when): Step => ({ write: `${when} claim` }), change),
  ['before the schedule is noted as served', { write: 'before subscription' }],
  ['after the schedule is noted as served', { write: 'after subscription' }],
];

/** Everything that resuming does before it posts, in order. */
const SECOND_ATTEMPT: readonly (readonly [string, Step])[] = listSecondAttempt(change);

/** Instants after the lease of a dead process has expired and Discord has forgotten the nonce. */
const AFTER_CRASH = ['2024-03-14T08:10:00.000Z', '2024-03-14T08:20:00.000Z'] as const;

const SETTING: StageSetting = { articles: NIGHT_NEWS, subscribe: () => ({ thread: 'stories' }) };

const withEdition = (test: (stage: Stage) => Promise<void>): Promise<void> =>
  withStage(SETTING, test);

/** The messages and threads in the end, and whether the edition's record has their ids. */
async function observe({ discord, news, subscription }: Stage): Promise<object> {
  const messages = discord.state.messages(discord.channelId).filter(({ author }) => author.bot);
  const threads = discord.state
    .channels(discord.guildId)
    .filter(({ type }) => type === ChannelType.PublicThread);
  const stories = threads.flatMap(({ id }) => discord.state.messages(id));
  const editions = news.store.records('editions');
  const { channelId, id: subscriptionId } = subscription;
  const edition = await editions.get(editionKey({ channelId, subscriptionId, slot: SLOT }));
  const state = edition?.state.kind === 'posted' ? edition.state : undefined;
  return {
    messages: messages.length,
    threads: threads.length,
    stories: readStoryNumbers(stories),
    recorded: state !== undefined,
    messageKnown: state?.messageId === messages[0]?.id,
    threadKnown: state?.threadId === threads[0]?.id,
  };
}

const ONE_EDITION = {
  messages: 1,
  threads: 1,
  stories: ['story 1 of 2', 'story 2 of 2'],
  recorded: true,
  messageKnown: true,
  threadKnown: true,
};

describe('a bot that is killed while it posts leaves one message, and one of each story', () => {
  it.concurrent.each(FIRST_ATTEMPT)('%s', async (_, step) => {
    await withEdition(async (stage) => {
      await stage.kill(SLOT, step);
      await stage.run(AFTER_CRASH[0]);
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});

describe('a clock that is set back after a bot was killed', () => {
  it.concurrent.each([
    ['before it posted', { write: 'after claim' }],
    ['after it posted', { request: POST, when: 'after' }],
  ] as const)('leads to one message if the bot was killed %s', async (_, step) => {
    await withEdition(async (stage) => {
      await stage.kill('2024-03-14T08:00:30.000Z', step);
      for (const now of ['2024-03-14T07:50:00.000Z', SLOT, ...AFTER_CRASH]) await stage.run(now);
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});

describe('a bot that is killed around the note that a schedule is served', () => {
  it.concurrent.each(['before subscription', 'after subscription'])(
    'posts the next slot all the same, and each once: %s',
    async (write) => {
      await withEdition(async (stage) => {
        await stage.kill(SLOT, { write });
        for (const time of ['08:00', '08:20']) await stage.run(`2024-03-15T${time}:00.000Z`);
        const editions = (await collect(stage.news.store.records('editions').list())).map(
          ([, { slot, state }]) => [slot, state.kind],
        );
        expect(editions).toEqual([
          [SLOT, 'posted'],
          ['2024-03-15T08:00:00.000Z', 'quiet'],
        ]);
      });
    },
  );
});

describe('several processes on one store', () => {
  it('post one message in total when a slot comes', async () => {
    await withEdition(async (stage) => {
      await Promise.all([SLOT, SLOT, SLOT].map(stage.runProcess));
      expect(await observe(stage)).toEqual(ONE_EDITION);
      const posts = stage.discord.faults.requests.filter(
        ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
      );
      // One for the edition and one for each story.
      expect(posts).toHaveLength(3);
    });
  });

  it('post one message in total when they resume an unfinished edition', async () => {
    await withEdition(async (stage) => {
      await stage.kill(SLOT, { request: POST, when: 'after' });
      await Promise.all([AFTER_CRASH[0], AFTER_CRASH[0]].map(stage.runProcess));
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});

describe('a bot that is killed again while it recovers leaves one message', () => {
  const cases = [
    ...SECOND_ATTEMPT.map(([name, step]) => ['after', name, step] as const),
    ['before', ...SECOND_ATTEMPT.at(-1)!] as const,
  ];

  it.concurrent.each(cases)('%s Discord had the message, and then %s', async (when, _, step) => {
    await withEdition(async (stage) => {
      await stage.kill(SLOT, { request: POST, when });
      await stage.kill(AFTER_CRASH[0], step);
      await stage.run(AFTER_CRASH[1]);
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});
