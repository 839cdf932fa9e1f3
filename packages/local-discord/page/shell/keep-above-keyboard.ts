/** Ends an element where an on-screen keyboard begins, in browsers that lay the keyboard over the page. */
export function keepAboveKeyboard(element: HTMLElement, viewport: VisualViewport | null): void {
  viewport?.addEventListener('resize', () => {
    // Whoever has magnified the page wants to move about in all of it.
    element.style.height = viewport.scale === 1 ? `${viewport.height}px` : '';
  });
}
