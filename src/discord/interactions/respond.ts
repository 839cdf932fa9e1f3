import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Message } from '../../render/message.ts';
import { renderError } from '../../render/render-error.ts';
import type { Acknowledgement, Answer } from './answer.ts';
import { classifyRestFailure } from '../rest/rest-failure.ts';
import type { WorkGate } from './work-gate.ts';

/** The work that a valid interaction asks for, and how it is acknowledged. */
export interface Job {
  readonly acknowledge: Acknowledgement;
  work(): Promise<Message>;
}

/** How failures are reported: in the log, and to the requester under the same reference. */
export interface Reporting {
  readonly reference: string;
  readonly log: Log;
}

/**
 * Acknowledges, then works, then answers. `prepare` must be quick, because an error that it throws is
 * itself the first answer. Every failure is logged or reported to the requester; this never rejects.
 */
export async function respond(
  answer: Answer,
  prepare: () => Job,
  gate: WorkGate,
  reporting: Reporting,
): Promise<void> {
  try {
    let job: Job;
    try {
      job = prepare();
    } catch (error) {
      return await answer.reply(explain(error, reporting));
    }
    // If this fails, Discord tells the requester that the bot did nothing, so the work must not begin.
    await gate.acknowledging(answer.acknowledge(job.acknowledge));
    await gate.turn();
    await workAndAnswer(answer, job, reporting);
  } catch (error) {
    reportUnanswered(error, reporting.log);
  }
}

async function workAndAnswer(answer: Answer, job: Job, reporting: Reporting): Promise<void> {
  try {
    await answer.edit(await job.work());
  } catch (error) {
    const { kind } = classifyRestFailure(error);
    if (kind === 'gone' || kind === 'unreachable') throw error;
    await answer.fail(explain(error, reporting));
  }
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
