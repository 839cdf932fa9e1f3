import type { ChosenFile } from './page-events.ts';

/** What Discord takes as a file from somebody without a subscription, in bytes. */
const maxBytes = 10 * 1024 * 1024;

/** Reads the files that were chosen; a string says why one cannot be taken. */
export async function readChosenFiles(input: HTMLInputElement): Promise<ChosenFile[] | string> {
  const files = [...(input.files ?? [])];
  // The same file may be chosen again after it was taken away.
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
    // An address, as that is what it is asked for.
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
  });
  reader.readAsDataURL(file);
  const address = await read;
  return address.slice(address.indexOf(',') + 1);
}
