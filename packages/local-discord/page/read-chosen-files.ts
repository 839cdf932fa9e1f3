import type { ChosenFile } from './page-events.ts';

/** Discord's limit for a file from a user without a subscription. */
const maxBytes = 10 * 1024 * 1024;

/** Reads the chosen files. Returns the reason as a string if one can't be used. */
export async function readChosenFiles(input: HTMLInputElement): Promise<ChosenFile[] | string> {
  const files = [...(input.files ?? [])];
  // The browser fires no event for the same file again, and it may be chosen again after its removal.
  input.value = '';
  if (files.some(({ size }) => size > maxBytes)) return 'The file is larger than 10 MB.';
  try {
    return await Promise.all(files.map(readFile));
  } catch {
    return 'The file could not be read.';
  }
}

async function readFile(file: File): Promise<ChosenFile> {
  const bytes = await file.arrayBuffer();
  const type = file.type === '' ? {} : { contentType: file.type };
  try {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { filename: file.name, content, ...type };
  } catch {
    const contentType = file.type || 'application/octet-stream';
    return { filename: file.name, content: await toBase64(file), encoding: 'base64', contentType };
  }
}

async function toBase64(file: File): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    // It is a string, because readAsDataURL was called.
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
  });
  reader.readAsDataURL(file);
  const address = await read;
  return address.slice(address.indexOf(',') + 1);
}
