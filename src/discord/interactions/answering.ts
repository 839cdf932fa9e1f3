import type { APIInteraction } from 'discord-api-types/v10';
import type { Observer } from '../../observer.ts';
import { createAnswerRest } from '../rest/client.ts';
import type { DiscordAddress } from '../rest/rest-settings.ts';
import { createDispatch } from './dispatch.ts';
import type { DispatchDependencies } from './dispatch-dependencies.ts';
import { createUnderWay } from './under-way.ts';

/** Answers interactions, wherever they come from. */
export interface Answering {
  /** Answers an interaction; ignored once `stop` was called. */
  take(interaction: APIInteraction): void;
  /** Takes no more interactions, and waits a few seconds for answers in progress. */
  stop(): Promise<void>;
  /** Ends what is left of its REST client. */
  dispose(): void;
}

/** How long `stop` waits for answers in progress. */
const STOP_GRACE_MS = 4_000;

/** Creates the answering, with a REST client of its own. */
export function createAnswering(
  dependencies: Omit<DispatchDependencies, 'rest'> &
    DiscordAddress & { readonly observer?: Observer },
): Answering {
  const rest = createAnswerRest(dependencies);
  const dispatch = createDispatch({ ...dependencies, rest });
  const answers = createUnderWay((err) =>
    dependencies.log.error({ err }, 'an interaction was not understood'),
  );
  let stopping: Promise<void> | undefined;
  return {
    take(interaction) {
      if (!stopping) answers.add(dispatch(interaction));
    },
    stop() {
      stopping ??= answers.settle(STOP_GRACE_MS);
      return stopping;
    },
    dispose() {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    },
  };
}
