/**
 * Converts the digits of every script to 0–9: "٣" and "३" → "3". Offsets don't change, so digits that take two UTF-16 units,
 * which hardly any text has, stay as they are.
 */
export function westernDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => (digit.length === 1 ? westernDigit(digit) : digit));
}

function westernDigit(digit: string): string {
  const unit = digit.charCodeAt(0);
  if (unit < 128) return digit;
  // The ten digits of a script follow each other.
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(unit - value - 1))) value += 1;
  return String(value);
}
