/**
 * Returns in which of three columns each field of an embed stands, or undefined where it takes a line of
 * its own: up to three inline fields in a row share one.
 */
export function inlineIndexes(
  fields: readonly { readonly inline?: boolean | undefined }[],
): readonly (number | undefined)[] {
  let column = 0;
  return fields.map(({ inline }) => {
    column = inline === true ? (column % 3) + 1 : 0;
    return column === 0 ? undefined : column;
  });
}
