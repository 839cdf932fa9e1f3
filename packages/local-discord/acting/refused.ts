/** Thrown if Discord's client would not let the user do this. It becomes a `refused` outcome. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
