import { interactionDeadlines } from './records/interaction.ts';
import type { World } from './world.ts';

/** Forgets interactions whose token has long expired, so that a Discord left running does not grow. */
export function forgetOldInteractions(world: World): void {
  for (const [token, interaction] of world.interactions) {
    if (interaction.elapsedMs() < 2 * interactionDeadlines.tokenMs) return;
    world.interactions.delete(token);
  }
}
