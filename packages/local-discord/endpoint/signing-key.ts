import { generateKeyPairSync, sign } from 'node:crypto';

/** The key with which Discord signs what it sends to an application. */
export interface SigningKey {
  /** The raw Ed25519 key in hexadecimal, as in the application's `verify_key`. */
  readonly publicKey: string;
  /** Signs a time stamp and a body, in hexadecimal. */
  sign(timestamp: string, body: string): string;
}

/** Creates a key. */
export function createSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    sign: (timestamp, body) =>
      sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
  };
}
