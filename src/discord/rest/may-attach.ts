import { PermissionFlagsBits } from 'discord-api-types/v10';
import { bitsFor } from '../../command/needed-permissions.ts';

/** Tells whether these permissions, a decimal bit set as in an interaction, let the bot attach files. */
export function mayAttachFiles(permissions: string): boolean {
  const bits = BigInt(permissions);
  return (bits & (bitsFor('attach') | PermissionFlagsBits.Administrator)) !== 0n;
}
