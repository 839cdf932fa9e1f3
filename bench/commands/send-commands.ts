import type { ActingUser, Outcome } from '@dateline/local-discord';

/** The outcome of many commands sent at once; times are ms since sending. */
export interface Volley {
  readonly acknowledgedMs: readonly number[];
  readonly answeredMs: readonly number[];
  /** Commands that were not acknowledged within Discord's 3 s, or never answered. */
  readonly failed: number;
}

/** The commands that are sent, in turn. Their words occur in the generated articles. */
const COMMANDS: readonly [name: string, options: Record<string, string | number>][] = [
  ['latest', { count: 5 }],
  ['search', { query: 'kifo sozudiki' }],
  ['summarize', { article: 'muhadi' }],
  ['digest now', { stories: 5 }],
  ['sources list', {}],
  ['status', {}],
  ['help', {}],
  ['search', { query: '"of the" -kifo' }],
];

/** Sends `count` commands at the same moment and waits for all answers. */
export async function sendCommands(user: ActingUser, count: number): Promise<Volley> {
  const sentAt = performance.now();
  const sent = Array.from({ length: count }, async (_, at) => {
    const [name, options] = COMMANDS[at % COMMANDS.length]!;
    const outcome = await user.runCommand(name, options);
    return { outcome, answeredMs: performance.now() - sentAt };
  });
  const all = await Promise.all(sent);
  const answered = all.filter(({ outcome }) => isAnswered(outcome));
  return {
    acknowledgedMs: all.flatMap(({ outcome }) =>
      'acknowledgedAfterMs' in outcome ? [outcome.acknowledgedAfterMs] : [],
    ),
    answeredMs: answered.map(({ answeredMs }) => answeredMs),
    failed: all.length - answered.length,
  };
}

/** A hint that nothing was found comes as a follow-up, after the reply was deleted. */
function isAnswered({ kind }: Outcome): boolean {
  return kind === 'replied' || kind === 'deleted';
}
