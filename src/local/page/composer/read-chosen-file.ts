import type { ChosenFile } from '../page-events.ts';

/** What Discord takes as a file from somebody without a subscription, in bytes. */
const maxBytes = 10 * 1024 * 1024;

/** Reads the file that was chosen; a string says why it cannot be taken. `undefined` where none was. */
export async function readChosenFile(
  input: HTMLInputElement,
): Promise<ChosenFile | string | undefined> {
  const file = input.files?.[0];
  if (!file) return undefined;
  // The same file may be chosen again after it was taken away.
  input.value = '';
  if (file.size > maxBytes) return 'The file is larger than 10 MB.';
  try {
    return { filename: file.name, content: await file.text() };
  } catch {
    return 'The file could not be read.';
  }
}
