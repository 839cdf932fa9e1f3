import type { SigningKey } from './signing-key.ts';

/** Discord waits this long for an answer. */
const patienceMs = 3_000;

/** Posts an interaction to an application's endpoint as Discord does. `forged`: under a signature that is wrong. */
export async function postSigned(
  url: string,
  key: SigningKey,
  interaction: object,
  forged = false,
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  const body = JSON.stringify(interaction);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = key.sign(timestamp, forged ? `${body} ` : body);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'x-signature-ed25519': signature,
        'x-signature-timestamp': timestamp,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}
