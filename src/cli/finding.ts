/** The result of one check, and what to know or do about it. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}
