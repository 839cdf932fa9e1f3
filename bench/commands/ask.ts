import type { ActingUser, Outcome } from '@dateline/local-discord';

/** What came of many commands asked at once, in ms from asking. */
export interface Volley {
  readonly acknowledgedMs: readonly number[];
  readonly answeredMs: readonly number[];
  /** Commands that were not acknowledged within Discord's 3 s, or not answered at all. */
  readonly failed: number;
}

/** What people ask, in turn; the words stand in made-up articles. */
const QUESTIONS: readonly [name: string, options: Record<string, string | number>][] = [
  ['latest', { count: 5 }],
  ['search', { query: 'kifo sozudiki' }],
  ['summarize', { article: 'muhadi' }],
  ['digest now', { stories: 5 }],
  ['sources list', {}],
  ['status', {}],
  ['help', {}],
  ['search', { query: '"of the" -kifo' }],
];

/** Asks `count` commands in the same moment and waits for all answers. */
export async function askAtOnce(user: ActingUser, count: number): Promise<Volley> {
  const askedAt = performance.now();
  const asked = Array.from({ length: count }, async (_, at) => {
    const [name, options] = QUESTIONS[at % QUESTIONS.length]!;
    const outcome = await user.runCommand(name, options);
    return { outcome, answeredMs: performance.now() - askedAt };
  });
  const all = await Promise.all(asked);
  const answered = all.filter(({ outcome }) => isAnswered(outcome));
  return {
    acknowledgedMs: all.flatMap(({ outcome }) =>
      'acknowledgedAfterMs' in outcome ? [outcome.acknowledgedAfterMs] : [],
    ),
    answeredMs: answered.map(({ answeredMs }) => answeredMs),
    failed: all.length - answered.length,
  };
}

/** An advice that nothing was found comes as a follow-up, after the reply was deleted. */
function isAnswered({ kind }: Outcome): boolean {
  return kind === 'replied' || kind === 'deleted';
}
