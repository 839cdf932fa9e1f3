/** A page for a thread to read: bytes with the server's content type, or text. */
export interface PageJob {
  readonly page: string | Uint8Array;
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
}
