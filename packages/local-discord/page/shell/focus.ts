const FOCUSABLE =
  'textarea, input, select, button, a[href], [contenteditable="true"], [tabindex="0"]';

/**
 * Focuses the first focusable element in an element or its shadow roots. Returns false if there is
 * none.
 */
export function focusInside(root: Element | ShadowRoot | null | undefined): boolean {
  if (!root) return false;
  const inner = root instanceof Element ? (root.shadowRoot ?? root) : root;
  for (const element of inner.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(FOCUSABLE) && !element.matches(':disabled')) {
      element.focus();
      return true;
    }
    if (element.shadowRoot && focusInside(element)) return true;
  }
  return false;
}

/** Moves the focus to the next (1) or previous (-1) region. */
export function focusNextRegion(root: ShadowRoot, step: 1 | -1): void {
  const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null && !region.inert,
  );
  const at = regions.findIndex((region) => region.contains(root.activeElement));
  const next = at === -1 && step === -1 ? regions.length - 1 : at + step;
  regions[(next + regions.length) % regions.length]?.focus();
}
