import { imageSize } from 'image-size';

/** A picture that browsers show and that can hold no script. */
export interface Image {
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** In pixels; absent where the file is broken. */
  readonly width?: number;
  readonly height?: number;
}

/** How the files begin; a dot stands for any byte. */
const signatures = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xFF\xD8\xFF/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBP/s],
] as const;

/** Reads what picture a file is; by its bytes, since a name and a type are what somebody says. */
export function readImage(bytes: Uint8Array): Image | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const contentType = signatures.find(([, signature]) => signature.test(head))?.[0];
  return contentType && { contentType, ...readSize(bytes) };
}

function readSize(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return {};
  }
}
