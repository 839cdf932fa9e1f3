import type { Choice, CommandContext, Suggest } from '../../src/command/command.ts';
import { keepShown } from '../../src/delivery/keep-shown.ts';
import { buildEdition } from '../../src/digest/build-edition.ts';
import type { DigestStory } from '../../src/digest/digest.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { followerId } from '../../src/digest/follow.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import type { AskedDigest } from '../../src/digest/why/judge-article.ts';
import { UserError } from '../../src/errors.ts';
import { fitDigest } from '../../src/render/render-digest.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import { findEdition, suggestEdition } from '../digest/find-edition.ts';
import { listNewestEditions } from '../digest/past-editions.ts';
import { listFollows } from '../follow/own-follows.ts';
import { listSubscriptions } from '../schedule/guild-subscriptions.ts';

/** The value of the option that means no schedule's digest. */
const NOW = 'now';

/** The digest that a question is about: a past edition, what a schedule would get now, or what `/digest now` makes. */
export interface ChosenDigest extends AskedDigest {
  readonly subscription?: Subscription;
  readonly edition?: Edition;
  /** The edition was chosen from other articles, or with other settings, than are there now. */
  readonly hasChanged: boolean;
}

/**
 * Finds the digest that was asked for. If none was: the newest edition of the channel that told one of some
 * articles, else what the channel's first schedule would get now, else what `/digest now` would make.
 */
export async function chooseDigest(
  typed: string | undefined,
  articleIds: readonly string[],
  context: CommandContext,
): Promise<ChosenDigest> {
  const here = await listHere(context);
  if (typed === NOW) return await chooseNow(context);
  if (typed !== undefined) {
    const schedule = here.find(({ id }) => id === typed);
    if (schedule) return await chooseSchedule(schedule, context);
    const edition = await findEdition(typed, context);
    const subscription = await readSubscription(edition, context);
    if (subscription) return await chooseEdition(edition, subscription, context);
    throw new UserError(
      'not-available',
      'The schedule of that digest was removed, so I no longer know what it was limited to. Leave `digest` out, or choose another one of the suggestions.',
    );
  }
  const ids = new Set(articleIds);
  for (const edition of await listNewestEditions(context.services, context.channelId)) {
    if (!hasTold(edition, ids)) continue;
    const subscription = await readSubscription(edition, context);
    if (subscription) return await chooseEdition(edition, subscription, context);
  }
  const [first] = here;
  return first ? await chooseSchedule(first, context) : await chooseNow(context);
}

/** Suggests what the channel's schedules would get now, `/digest now`, and the channel's editions. */
export const suggestDigest: Suggest = async (typed, context, others): Promise<Choice[]> => {
  const wanted = typed.trim().toLowerCase();
  const present = [
    ...(await listHere(context)).map((one) => ({
      name: `As it would be now · ${sanitizeLine(nameSubscription(one))}`,
      value: one.id,
    })),
    { name: 'As /digest now would be', value: NOW },
  ].filter(({ name }) => name.toLowerCase().includes(wanted));
  const editions = await suggestEdition(typed, context, others);
  return [...present, ...editions];
};

/** Whether an edition told one of some articles. One that was not delivered told nothing. */
function hasTold({ state, digest }: Edition, ids: ReadonlySet<string>): boolean {
  if (state.kind !== 'posted' && state.kind !== 'pending') return false;
  return digest.stories.some((story) => story.articleIds.some((id) => ids.has(id)));
}

/**
 * The channel's schedules, those that run first; in direct messages, what the requester follows. Others may belong to
 * channels that the requester cannot see.
 */
async function listHere(context: CommandContext): Promise<Subscription[]> {
  const all = await (context.guildId === undefined
    ? listFollows(context)
    : listSubscriptions(context));
  const here = all.filter(({ channelId }) => channelId === context.channelId);
  return here.toSorted((a, b) => Number(isPaused(a)) - Number(isPaused(b)));
}

function isPaused({ state }: Subscription): boolean {
  return state.kind === 'paused';
}

async function chooseNow({ services, now, guildId, usual }: CommandContext): Promise<ChosenDigest> {
  // Of a server, the digest finds them itself.
  const languages = guildId === undefined && { languages: usual.languages };
  const trace = await services.traceDigest({ slot: now, ...languages });
  return { trace, shown: fitDigest(trace.digest).stories, hasChanged: false };
}

async function chooseSchedule(
  subscription: Subscription,
  { services, now }: CommandContext,
): Promise<ChosenDigest> {
  const trace = await services.traceDigest({ subscription, slot: now });
  const state = { kind: 'quiet', at: now.toISOString() } as const;
  const { digest } = trace;
  const made = buildEdition({ subscription, slot: now, late: false, digest, state });
  const shown = keepShown(made, subscription).digest.stories;
  return { trace, shown, subscription, hasChanged: false };
}

async function chooseEdition(
  edition: Edition,
  subscription: Subscription,
  { services }: CommandContext,
): Promise<ChosenDigest> {
  const slot = new Date(edition.slot);
  const madeAt = new Date('at' in edition.state ? edition.state.at : edition.state.since);
  const { alert } = edition;
  const trace = await services.traceDigest({
    subscription,
    slot,
    madeAt,
    ...(alert && { alert }),
  });
  const shown = keepShown({ ...edition, digest: trace.digest }, subscription).digest.stories;
  return {
    trace,
    shown,
    subscription,
    edition,
    madeAt,
    hasChanged: !areAlike(shown, edition.digest.stories),
  };
}

/** Whether two digests tell the same stories by the same sentences. */
function areAlike(one: readonly DigestStory[], other: readonly DigestStory[]): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(stories: readonly DigestStory[]): string {
  return JSON.stringify(
    stories.map(({ articleId, sentences }) => [articleId, sentences.map(({ text }) => text)]),
  );
}

async function readSubscription(
  { guildId, subscriptionId: id }: Edition,
  context: CommandContext,
): Promise<Subscription | undefined> {
  return guildId === (context.guildId ?? followerId(context.userId))
    ? await context.services.subscriptions.get(subscriptionKey({ guildId, id }))
    : undefined;
}
