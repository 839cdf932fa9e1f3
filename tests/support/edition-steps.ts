import type { LocalDiscord } from '@dateline/local-discord';

/** Before something takes effect, or after. */
type When = 'before' | 'after';

/** A request to Discord at which a process is held. */
export interface RequestStep {
  readonly request: string;
  readonly when: When;
  /** Which of several such requests; the first by default. */
  readonly nth?: number;
}

/** Steps in their order, each with its name. */
type Steps<Write> = readonly (readonly [name: string, step: Write | RequestStep])[];

export const POST = 'POST /channels/:id/messages';
const LIST = 'GET /channels/:id/messages';
const THREAD = 'POST /channels/:id/messages/:message/threads';

/** Everything that the first attempt at an edition does from its claim on, in order. How a write is held depends on the test. */
export function listFirstAttempt<Write>(
  claim: (when: When) => Write,
  change: (when: When) => Write,
): Steps<Write> {
  return [
    ['before the edition is claimed', claim('before')],
    ['after the edition is claimed', claim('after')],
    ['before Discord has the message', { request: POST, when: 'before' }],
    ['after Discord has the message', { request: POST, when: 'after' }],
    ['before Discord has the thread', { request: THREAD, when: 'before' }],
    ['after Discord has the thread', { request: THREAD, when: 'after' }],
    ['before Discord has the first story', { request: POST, when: 'before', nth: 2 }],
    ['after Discord has the first story', { request: POST, when: 'after', nth: 2 }],
    ['after Discord has the last story', { request: POST, when: 'after', nth: 3 }],
    ['before the message is recorded', change('before')],
    ['after the message is recorded', change('after')],
  ];
}

/** Everything that resuming does before it posts, in order. */
export function listSecondAttempt<Write>(change: (when: When) => Write): Steps<Write> {
  return [
    ['before the attempt is recorded', change('before')],
    ['after the attempt is recorded', change('after')],
    ['before it has looked', { request: LIST, when: 'before' }],
    ['after it has looked', { request: LIST, when: 'after' }],
  ];
}

/** Holds a request; those before it go on. Resolves when it has come. */
export async function holdRequest(
  { faults }: LocalDiscord,
  { request, when, nth = 1 }: RequestStep,
): Promise<ReturnType<LocalDiscord['faults']['hold']>> {
  let held = faults.hold(request, nth === 1 ? when : 'before');
  for (let count = 1; count < nth; count += 1) {
    await held.reached;
    const next = faults.hold(request, count === nth - 1 ? when : 'before');
    held.release();
    held = next;
  }
  await held.reached;
  return held;
}

/** Which stories of an edition messages have: "story 1 of 2". */
export function readStoryNumbers(messages: readonly { readonly components?: unknown }[]) {
  return messages.map(
    ({ components }) => /story \d+ of \d+/u.exec(JSON.stringify(components))?.[0],
  );
}
