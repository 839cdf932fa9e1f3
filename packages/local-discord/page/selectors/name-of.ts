import type { ViewMember } from '../../view/view.ts';

/**
 * Returns the name that is shown for a user: the nickname in the server, else display name or user
 * name.
 */
export function nameOf({ user, nick }: Pick<ViewMember, 'user' | 'nick'>): string {
  return nick ?? user.global_name ?? user.username;
}
