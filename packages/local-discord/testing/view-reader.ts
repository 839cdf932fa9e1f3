import type { LocalDiscord } from '../local-discord.ts';
import type { ViewEvent } from '../view/view.ts';

/** A page that listens to the events of one user; `await using` ends it. */
export interface ViewReader extends AsyncDisposable {
  /** All events so far. */
  readonly events: ViewEvent[];
  /** True when the server has ended the stream. */
  readonly isOver: boolean;
  /** Everything as it came over the wire. */
  readonly text: string;
}

/** Opens the stream of events of a user; resolves when nothing is missed any more. */
export async function readView(discord: LocalDiscord, as: string): Promise<ViewReader> {
  const abort = new AbortController();
  const url = `${discord.url}/local/events?as=${as}`;
  const response = await fetch(url, { signal: abort.signal });
  if (!response.ok) throw new Error(`The stream was refused with ${response.status}.`);
  let text = '';
  let isOver = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  return {
    get events() {
      const data = [...text.matchAll(/^event: (\S+)\ndata: (.*)\n\n/gm)];
      return data.map(([, kind, json]) => {
        const event = JSON.parse(json ?? '') as ViewEvent;
        if (event.kind !== kind) throw new Error(`An event ${event.kind} is named ${kind}.`);
        return event;
      });
    },
    get isOver() {
      return isOver;
    },
    get text() {
      return text;
    },
    async [Symbol.asyncDispose]() {
      abort.abort();
      await reading;
    },
  };
}

/** Asks for what a user sees: the status, and the answer's JSON, of the shape that the test names. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export async function askView<Answer>(
  discord: LocalDiscord,
  path: string,
): Promise<{ status: number; json: Answer }> {
  const response = await fetch(`${discord.url}/local/${path}`);
  return { status: response.status, json: (await response.json()) as Answer };
}
