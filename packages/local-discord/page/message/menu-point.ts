/** A rectangle of the window. */
interface Box {
  readonly left: number;
  readonly bottom: number;
}

/**
 * Returns the point at which a menu opens: at the pointer, or below the focused element if a key
 * opened it.
 */
export function menuPoint(
  event: {
    readonly clientX: number;
    readonly clientY: number;
    readonly type: string;
  },
  focused: Box,
): { readonly x: number; readonly y: number } {
  const byPointer = event.type === 'contextmenu' && (event.clientX !== 0 || event.clientY !== 0);
  return byPointer
    ? { x: event.clientX, y: event.clientY }
    : { x: focused.left, y: focused.bottom };
}
