/** A page that is given to a thread to read: as bytes with what the server says of them, or as text. */
export interface PageJob {
  readonly page: string | Uint8Array;
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
}
