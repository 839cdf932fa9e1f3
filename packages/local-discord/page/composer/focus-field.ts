/** Brings the focus to a field that is marked with its id, behind what stands in it. */
export function focusField(root: ParentNode, id: string): void {
  const field = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
  field?.focus();
  if (!(field instanceof HTMLInputElement)) return;
  field.setSelectionRange(field.value.length, field.value.length);
}
