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

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ki', 'lo', 'mu', 'na'];

/** The same commands with other options each time: two frequent words of the articles, another count. */
function vary(name: string, options: Record<string, string | number>, at: number) {
  if (name === 'search') return { query: `${word(at)} ${word(at * 7 + 3)}` };
  if (name === 'summarize') return { article: word(at) };
  if (name === 'latest') return { topic: word(at), count: 5 };
  if (name === 'digest now') return { topic: word(at), stories: 5 };
  return options;
}

function word(seed: number): string {
  return `${SYLLABLES[seed % 10]!}${SYLLABLES[Math.floor(seed / 10) % 10]!}`;
}

/** Sends `count` commands at the same moment and waits for all answers. With `isVaried`, no two ask the same. */
export async function sendCommands(
  user: ActingUser,
  count: number,
  { isVaried = false } = {},
): Promise<Volley> {
  const sentAt = performance.now();
  const sent = Array.from({ length: count }, async (_, at) => {
    const [name, options] = COMMANDS[at % COMMANDS.length]!;
    const outcome = await user.runCommand(name, isVaried ? vary(name, options, at) : options);
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
