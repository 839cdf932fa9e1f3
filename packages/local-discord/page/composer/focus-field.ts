/** Focuses the field whose `data-field` is the id, with the caret at the end. */
export function focusField(root: ParentNode, id: string): void {
  const field = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
  field?.focus();
  if (!(field instanceof HTMLInputElement)) return;
  field.setSelectionRange(field.value.length, field.value.length);
}
