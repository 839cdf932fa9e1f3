import { interactionDeadlines } from './records/interaction.ts';
import type { World } from './world.ts';

/** Deletes interactions whose token expired long ago, so that memory does not grow without limit. */
export function forgetOldInteractions(world: World): void {
  for (const [token, interaction] of world.interactions) {
    if (interaction.elapsedMs() < 2 * interactionDeadlines.tokenMs) return;
    world.interactions.delete(token);
  }
}
