import type { LocalDiscord } from '@dateline/local-discord';

/**
 * Lets the manager of a Discord on this machine ask for a digest where nobody has said anything yet, so
 * that who opens it for the first time finds news. To the bot it is a member like any other.
 */
export async function showFirstNews(local: LocalDiscord): Promise<void> {
  if (local.state.messages(local.channelId).length > 0) return;
  await local.asUser(local.managerId).runCommand('digest now');
}
