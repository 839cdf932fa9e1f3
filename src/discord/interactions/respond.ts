import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Message } from '../../render/message.ts';
import { renderError } from '../../render/render-error.ts';
import type { Acknowledgement, Answer } from './answer.ts';
import { classifyRestFailure } from '../rest/rest-failure.ts';
import { within } from '../within.ts';
import type { WorkGate } from './work-gate.ts';

/** The work that a valid interaction asks for, and how it is acknowledged. */
export interface Job {
  readonly acknowledge: Acknowledgement;
  /** The work stores nothing, so that it may begin before Discord has taken an acknowledgement. */
  readonly mayBeginAtOnce: boolean;
  work(): Promise<Message>;
}

/** How failures are reported: in the log, and to the requester under the same reference. */
export interface Reporting {
  readonly reference: string;
  readonly log: Log;
}

/** How work is begun. */
export interface Pace {
  readonly gate: WorkGate;
  /** How long work that may begin at once takes before it is acknowledged, in ms. */
  readonly acknowledgeAfterMs: number;
}

/**
 * Discord waits 3 s for the first answer. This leaves time for a connection that fails, and most commands have their
 * answer by then.
 */
export const ACKNOWLEDGE_AFTER_MS = 250;

/**
 * Acknowledges, then works, then answers; or, if the work may begin at once and is quick, only answers. `prepare` must
 * be quick, because an error that it throws is itself the first answer. Every failure is logged or reported to the
 * requester; this never rejects.
 */
export async function respond(
  answer: Answer,
  prepare: () => Job,
  pace: Pace,
  reporting: Reporting,
): Promise<void> {
  try {
    let job: Job;
    try {
      job = prepare();
    } catch (error) {
      return await answer.reply(explain(error, reporting), 'ephemeral');
    }
    const { acknowledge: how } = job;
    if (job.mayBeginAtOnce && how !== 'update')
      return await answerOrAcknowledge(answer, job, how, pace, reporting);
    // If this fails, Discord tells the requester that the bot did nothing, so the work must not begin.
    await pace.gate.acknowledging(answer.acknowledge(how));
    await pace.gate.turn();
    await finish(answer, job.work(), reporting);
  } catch (error) {
    reportUnanswered(error, reporting.log);
  }
}

/** Answers in one request if the work is quick. */
async function answerOrAcknowledge(
  answer: Answer,
  job: Job,
  how: Exclude<Acknowledgement, 'update'>,
  { gate, acknowledgeAfterMs }: Pace,
  reporting: Reporting,
): Promise<void> {
  const working = gate.turn().then(() => job.work());
  const outcome = await within(acknowledgeAfterMs, settled(working), () => undefined);
  if (!outcome) {
    await gate.acknowledging(answer.acknowledge(how));
    return await finish(answer, working, reporting);
  }
  if (outcome.status === 'rejected')
    return await answer.reply(explain(outcome.reason, reporting), 'ephemeral');
  try {
    await answer.reply(outcome.value, how);
  } catch (error) {
    if (isLost(error)) throw error;
    await answer.reply(explain(error, reporting), 'ephemeral');
  }
}

async function settled<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [outcome] = await Promise.allSettled([work]);
  return outcome;
}

/** Answers what was acknowledged. */
async function finish(
  answer: Answer,
  working: Promise<Message>,
  reporting: Reporting,
): Promise<void> {
  try {
    await answer.edit(await working);
  } catch (error) {
    if (isLost(error)) throw error;
    await answer.fail(explain(error, reporting));
  }
}

/** Whether nothing more can be said to the requester. */
function isLost(error: unknown): boolean {
  const { kind } = classifyRestFailure(error);
  return kind === 'gone' || kind === 'already-acknowledged' || kind === 'unreachable';
}

function explain(error: unknown, { reference, log }: Reporting): Message {
  if (!(error instanceof UserError)) log.error({ err: error }, 'an interaction failed');
  return renderError(error, reference);
}

/** Logs that an answer could not be sent; as an error only if someone should look into it. */
export function reportUnanswered(error: unknown, log: Log): void {
  const { kind } = classifyRestFailure(error);
  if (kind === 'gone') log.info('too late: the interaction expired, or its message was deleted');
  else if (kind === 'already-acknowledged') log.info('something else had answered this already');
  else log.error({ err: error }, 'an interaction could not be answered');
}
