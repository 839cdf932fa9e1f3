import { PermissionFlagsBits } from 'discord-api-types/v10';

/** Whether an app with these permissions (a bit set as text) may send files where it is asked. */
export function mayAttachFiles(permissions: string): boolean {
  const bits = BigInt(permissions);
  return (bits & (PermissionFlagsBits.AttachFiles | PermissionFlagsBits.Administrator)) !== 0n;
}
