/** Keeps an element above the on-screen keyboard in browsers whose keyboard covers the page. */
export function keepAboveKeyboard(element: HTMLElement, viewport: VisualViewport | null): void {
  viewport?.addEventListener('resize', () => {
    // A magnified page keeps its full height, so that all of it can be reached.
    element.style.height = viewport.scale === 1 ? `${viewport.height}px` : '';
  });
}
