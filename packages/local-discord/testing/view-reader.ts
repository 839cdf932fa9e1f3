import type { LocalDiscord } from '../local-discord.ts';
import type { ViewEvent } from '../view/view.ts';

/** A reader of one user's events, such as the page. `await using` closes it. */
export interface ViewReader extends AsyncDisposable {
  /** All events so far. */
  readonly events: ViewEvent[];
  /** Whether the server has ended the stream. */
  readonly isOver: boolean;
  /** The text of the stream so far. */
  readonly text: string;
}

/** Opens the stream of a user's events. No event after the returned promise resolves is missed. */
export async function readView(discord: LocalDiscord, as: string): Promise<ViewReader> {
  const abort = new AbortController();
  const url = `${discord.url}/local/events?as=${as}`;
  const response = await fetch(url, { signal: abort.signal });
  if (!response.ok) throw new Error(`The stream answered ${response.status}.`);
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
        if (event.kind !== kind)
          throw new Error(`An event of kind ${event.kind} is named ${kind}.`);
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

/** Requests a path below `/local/`. Returns the status and the JSON, which must be of the type `Answer`. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export async function askView<Answer>(
  discord: LocalDiscord,
  path: string,
): Promise<{ status: number; json: Answer }> {
  const response = await fetch(`${discord.url}/local/${path}`);
  return { status: response.status, json: (await response.json()) as Answer };
}
