/**
 * Returns the column (1 to 3) of each field of an embed, or undefined if the field has its own line. Up to
 * three consecutive inline fields share a line.
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
