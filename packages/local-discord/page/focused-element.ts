/** What has the focus, however deep in shadow roots; the body or nothing where nothing has it. */
export function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Remembers what has the focus now, and returns what gives it back. */
export function rememberFocus(): () => void {
  const before = focusedElement();
  return () => {
    if (before instanceof HTMLElement) before.focus();
  };
}
