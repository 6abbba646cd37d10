/**
 * Replaces halves of surrogate pairs, which escapes of YAML and JSON can write and a cut in the middle of an emoji makes:
 * UTF-8 has no form for them, URLs cannot hold them, and programs that read what we write end with an error.
 */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD')
}
