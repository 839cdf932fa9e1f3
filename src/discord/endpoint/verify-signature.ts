import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** A request's signature, from its headers, and what it signs. */
interface SignedRequest {
  /** Hexadecimal. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  /** Exactly as received. */
  readonly body: Buffer;
}

/** Tells whether Discord signed a request. */
export type VerifySignature = (request: SignedRequest) => boolean;

const SIGNATURE = /^[\da-f]{128}$/iu;

/** Creates the verification with an application's public key: 32 bytes in hexadecimal. Throws if it isn't a key. */
export function createSignatureCheck(publicKey: string): VerifySignature {
  const key = readKey(publicKey);
  return ({ signature, timestamp, body }) => {
    if (signature === undefined || timestamp === undefined || !SIGNATURE.test(signature))
      return false;
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    return verify(null, signed, key, Buffer.from(signature, 'hex'));
  };
}

function readKey(publicKey: string): KeyObject {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
