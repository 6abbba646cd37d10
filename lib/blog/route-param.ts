/**
 * The slug in a page's params: Next passes the segment of the URL as it is written, percent-encoded
 * if a letter is not ASCII, although `generateStaticParams` returns it decoded.
 */
export function readRouteParam(param: string): string {
  return decodeURIComponent(param)
}
