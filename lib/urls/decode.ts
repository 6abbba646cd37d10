/** An address with its percent-encoding read. One that is broken stays as it was written: some server answered to it. */
export function decodePercent(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
