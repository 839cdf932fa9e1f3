/** The primary subtag of a language as feeds name it ("en-us", "pt_BR"), or undefined. */
export function primaryLang(given: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?=$|[-_\s,;])/iu.exec(given ?? '')?.[1]?.toLowerCase();
}
