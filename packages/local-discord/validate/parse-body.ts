import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import { safeParse } from 'zod/v4/core';
import { createFieldErrors, type FieldErrors, type FieldPath } from './field-errors.ts';

/**
 * Parses a request's body with a schema of Discord's specification. Unknown fields are removed. Throws 50035
 * with an error for each invalid field. The caller casts the result to the schema's type.
 */
export function parseBody(schema: $ZodType, raw: unknown, under: FieldPath = []): unknown {
  const parsed = safeParse(schema, raw);
  if (parsed.success) return parsed.data;
  const errors = createFieldErrors();
  for (const issue of parsed.error.issues) addIssue(errors, under, issue);
  errors.throwIfAny();
  throw new Error('A failed parse must have at least one issue.');
}

function addIssue(errors: FieldErrors, under: FieldPath, issue: $ZodIssue): void {
  const path = [...under, ...issue.path];
  if (issue.code === 'invalid_union') {
    for (const inner of closestVariant(issue.errors)) addIssue(errors, path, inner);
    if (issue.errors.length === 0) errors.add(path, ...describeIssue(issue));
    return;
  }
  errors.add(path, ...describeIssue(issue));
}

/** Chooses a union's variant with the right `type`, or else the one with the fewest issues. */
function closestVariant(variants: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] {
  const sameType = variants.filter(
    (variant) => !variant.some((issue) => issue.path.length === 1 && issue.path[0] === 'type'),
  );
  const candidates = sameType.length > 0 ? sameType : variants;
  return (
    candidates.reduce<readonly $ZodIssue[] | undefined>(
      (best, variant) => (best === undefined || variant.length < best.length ? variant : best),
      undefined,
    ) ?? []
  );
}

function describeIssue(issue: $ZodIssue): [code: string, message: string] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? ['BASE_TYPE_REQUIRED', 'This field is required']
        : ['BASE_TYPE_BAD_TYPE', `Value is not of type ${issue.expected}.`];
    case 'too_big':
      return isLength(issue.origin)
        ? ['BASE_TYPE_MAX_LENGTH', `Must be ${issue.maximum} or fewer in length.`]
        : ['NUMBER_TYPE_MAX', `Value should be less than or equal to ${issue.maximum}.`];
    case 'too_small':
      return isLength(issue.origin)
        ? ['BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`]
        : ['NUMBER_TYPE_MIN', `Value should be greater than or equal to ${issue.minimum}.`];
    case 'invalid_value':
      return ['BASE_TYPE_CHOICES', `Value must be one of ${issue.values.map(String).join(', ')}.`];
    case 'invalid_format':
      return issue.format === 'url'
        ? ['URL_TYPE_INVALID_URL', 'Not a well formed URL.']
        : ['BASE_TYPE_BAD_FORMAT', 'Value is not well formed.'];
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    default:
      return ['BASE_TYPE_INVALID', 'Value is not valid.'];
  }
}

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array' || origin === 'set';
}
