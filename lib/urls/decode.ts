/** A URL with its percent-encoding decoded. An invalid one stays as written: some server accepted it. */
export function decodePercent(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
