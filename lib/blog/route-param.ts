/**
 * The slug that a page's params name: Next hands out the segment of the address as it stands there, percent-encoded
 * where a letter is not ASCII, though `generateStaticParams` returns it plain.
 */
export function readRouteParam(param: string): string {
  return decodeURIComponent(param)
}
