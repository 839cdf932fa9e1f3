import type { ModalValue } from '../page-events.ts';
import { isField, type ModalField, type ModalPart } from './modal-part.ts';

/** Returns the faults of a modal's values by custom id; empty if it can be sent. */
export function checkModalValues(
  parts: readonly ModalPart[],
  values: Readonly<Record<string, ModalValue>>,
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const part of parts) {
    if (!isField(part)) continue;
    const fault = findFault(part, values[part.customId] ?? part.initial);
    if (fault !== undefined) faults[part.customId] = fault;
  }
  return faults;
}

function findFault(field: ModalField, value: ModalValue): string | undefined {
  if (field.kind === 'checkbox' || typeof value === 'boolean') return undefined;
  const { required, min, max } = field;
  const { length } = value;
  if (length === 0) return required ? 'This field is required.' : undefined;
  if (length >= min && length <= max) return undefined;
  const range = min === max ? `${min}` : `${min} to ${max}`;
  return field.kind === 'input'
    ? `Write ${range} characters; there are ${length}.`
    : `Choose ${range}; there are ${length}.`;
}
