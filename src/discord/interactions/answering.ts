import type { APIInteraction } from 'discord-api-types/v10';
import { createAnswerRest } from '../rest/client.ts';
import type { DiscordAddress } from '../rest/rest-settings.ts';
import { createDispatch } from './dispatch.ts';
import type { DispatchDependencies } from './dispatch-dependencies.ts';
import { createUnderWay } from './under-way.ts';

/** Answers interactions, wherever they come from. */
export interface Answering {
  /** Answers an interaction; ignored once `close` was called. */
  take(interaction: APIInteraction): void;
  /** Takes no more interactions, and waits a few seconds for answers in progress. */
  close(): Promise<void>;
  /** Ends what is left of its REST client. */
  dispose(): void;
}

/** How long `close` waits for answers in progress. */
const CLOSE_GRACE_MS = 5_000;

/** Creates the answering, with a REST client of its own. */
export function createAnswering(
  dependencies: Omit<DispatchDependencies, 'rest'> & DiscordAddress,
): Answering {
  const rest = createAnswerRest(dependencies);
  const dispatch = createDispatch({ ...dependencies, rest });
  const answers = createUnderWay((err) =>
    dependencies.log.error({ err }, 'an interaction was not understood'),
  );
  let isClosing = false;
  return {
    take(interaction) {
      if (!isClosing) answers.add(dispatch(interaction));
    },
    async close() {
      isClosing = true;
      await answers.settle(CLOSE_GRACE_MS);
    },
    dispose() {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    },
  };
}
