import { imageSize } from 'image-size';

/** A picture that browsers show and that cannot contain a script. */
export interface Image {
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** In pixels; absent if the file is broken. */
  readonly width?: number;
  readonly height?: number;
}

/** How files of each type begin. A dot matches any byte. */
const signatures = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xFF\xD8\xFF/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBP/s],
] as const;

/** Reads a picture's type and size from its bytes, because its declared name and type may be wrong. */
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
