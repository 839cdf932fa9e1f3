import type { REST } from 'discord.js';
import type { Command } from '../../command/command.ts';
import type { Services } from '../../command/services.ts';
import type { Log } from '../../log.ts';
import type { AttachPictures } from '../pictures/attach-pictures.ts';

/** The services, clients and clock that interactions are answered with. */
export interface DispatchDependencies {
  readonly commands: readonly Command[];
  readonly services: Services;
  /** See `createAnswerRest`. */
  readonly rest: REST;
  readonly now: () => Date;
  readonly log: Log;
  readonly attachPictures: AttachPictures;
  /** How long an answer waits for its pictures. */
  readonly pictureWaitMs: number;
  /** How long a command that stores nothing works before it is acknowledged; 250 ms by default. */
  readonly acknowledgeAfterMs?: number;
  /** How long an autocomplete may take before it is answered with nothing. */
  readonly suggestWithinMs?: number;
}
