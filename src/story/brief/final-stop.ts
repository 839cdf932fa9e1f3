const FINAL_STOP = /[.!?…。！？｡؟۔।॥։|]\s?["'“”’»)\]」』]*$/u;

/** Whether a line ends as a sentence does. */
export function hasFinalStop(line: string): boolean {
  return FINAL_STOP.test(line);
}
