import type { LocalDiscord } from '@dateline/local-discord';

/**
 * Runs a command as the manager of a Discord on this machine if its channel is still empty, so that
 * a person who opens it for the first time finds news. To the bot this is a member like any other.
 */
export async function showFirstNews(local: LocalDiscord): Promise<void> {
  if (local.state.messages(local.channelId).length > 0) return;
  await local.asUser(local.managerId).runCommand('digest now');
}
