import { PermissionFlagsBits } from 'discord-api-types/v10';

/** Tells whether these permissions, a decimal bit set as in an interaction, let the bot attach files. */
export function mayAttachFiles(permissions: string): boolean {
  const bits = BigInt(permissions);
  return (bits & (PermissionFlagsBits.AttachFiles | PermissionFlagsBits.Administrator)) !== 0n;
}
