/** How tall a picture in a message is at most, in pixels. */
const MAX_HEIGHT_PX = 350;

/** Returns how large a picture is drawn, so that its room is there before it is. */
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
