import type { ViewMember } from '../../view/view.ts';

/** The name by which a user is called: the nickname of the server, else their own. */
export function nameOf({ user, nick }: Pick<ViewMember, 'user' | 'nick'>): string {
  return nick ?? user.global_name ?? user.username;
}
