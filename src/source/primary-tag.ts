/** The primary subtag of a BCP 47 tag, in lower case: "pt" of "pt-BR"; undefined where there is none. */
export function primaryTag(tag: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?![a-z])/u.exec((tag ?? '').toLowerCase())?.[1];
}
