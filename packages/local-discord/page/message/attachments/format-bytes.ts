/** Writes a size as Discord does: "11.5 KB". */
export function formatBytes(bytes: number, locale: string): string {
  const exponent = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  const unit = ['bytes', 'KB', 'MB', 'GB'][exponent] ?? '';
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: exponent === 0 ? 0 : 2 });
  return `${number.format(bytes / 1024 ** exponent)} ${unit}`;
}
