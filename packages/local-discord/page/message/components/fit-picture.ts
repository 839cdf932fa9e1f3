/** The greatest height of a picture in a message, in pixels. */
const MAX_HEIGHT_PX = 350;

/** Returns the size at which a picture is drawn, so that its space is reserved before it loads. */
export function fitPicture({
  width,
  height,
}: {
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}): { readonly width: number; readonly height: number } | undefined {
  if (!width || !height) return undefined;
  const scale = Math.min(1, MAX_HEIGHT_PX / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
