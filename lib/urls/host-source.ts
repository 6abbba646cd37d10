/**
 * A host source of a content security policy: a host, optionally with scheme, port, path or `*.` before it. A URL's host may contain quotes,
 * commas and semicolons, which would end the directive or the attribute; no real host has them.
 * @see https://www.w3.org/TR/CSP3/#grammardef-host-source
 */
export function isHostSource(source: string): boolean {
  return HOST_SOURCE.test(source)
}

const HOST_SOURCE =
  /^(?:https?:\/\/)?(?:(?:\*\.)?[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63})*\.?|\[[\da-f:.]+\])(?::\d{1,5})?(?:\/[\w.~%/-]*)?$/i
