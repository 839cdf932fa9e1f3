import { focusedElement } from '../focused-element.ts';
import { focusInside } from './focus.ts';

/** Returns the focused element and its ancestors, the innermost first, across shadow roots. */
export function focusPath(): readonly Element[] {
  let at = focusedElement();
  const path: Element[] = [];
  while (at && at !== document.body) {
    path.push(at);
    const root: Node = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return path;
}

/** Moves the focus to the nearest element if the focused one has disappeared, so that it isn't lost. */
export function handOnFocus(root: ShadowRoot, path: readonly Element[]): void {
  const [lost] = path;
  const [now] = focusPath();
  if (!lost || (now !== undefined && now !== lost) || isFocusable(lost)) return;
  const message = path.find((one) => one.localName === 'message-view' && one.isConnected);
  if (message && focusInMessage(message)) return;
  const region = path.find((one) => one.matches('[data-region]'));
  if (region && isFocusable(region)) {
    const parts = region.matches('.foot') ? 'composer-view' : 'message-list';
    focusInside(region.querySelector(parts) ?? region);
  } else if (lost.matches('a[aria-current]')) focusInside(root.querySelector('message-list'));
  else openerOf(root, path)?.focus();
}

/** In a message that has changed, focuses the first enabled button. */
function focusInMessage(message: Element): boolean {
  const root = message.shadowRoot;
  const next =
    root?.querySelector<HTMLElement>('.components button:enabled') ??
    root?.querySelector<HTMLElement>('button.more');
  next?.focus({ preventScroll: true });
  return next !== null && next !== undefined;
}

/** Finds the button that opened the panel in which the focus was. */
function openerOf(root: ShadowRoot, path: readonly Element[]): HTMLElement | null {
  const header = root.querySelector('channel-header')?.shadowRoot;
  const panel = path.find((one) => one.localName === 'aside')?.ariaLabel;
  const buttons = [...(header?.querySelectorAll<HTMLElement>('button') ?? [])];
  const opener = buttons.find(({ ariaLabel }) => ariaLabel === panel);
  return opener ?? buttons.find((button) => button.checkVisibility()) ?? null;
}

function isFocusable(element: Element): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}
