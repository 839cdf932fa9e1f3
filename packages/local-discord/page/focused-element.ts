/**
 * Returns the focused element, however deep in shadow roots; the body or null if nothing is
 * focused.
 */
export function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Remembers the focused element. The function that it returns restores the focus. */
export function rememberFocus(): () => void {
  const before = focusedElement();
  return () => {
    if (before instanceof HTMLElement) before.focus();
  };
}
