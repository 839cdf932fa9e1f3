/** A line of a process's log. */
export interface LogLine {
  /** The process. */
  readonly member: string;
  /** As pino counts: 40 is a warning. */
  readonly level: number;
  /** Ms since 1970. */
  readonly at: number;
  readonly text: string;
  /** The other fields of the line, as JSON. */
  readonly about: string;
}
