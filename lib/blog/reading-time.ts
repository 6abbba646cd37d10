// Silent reading of English prose: 238 words a minute for adults (Brysbaert 2019, doi 10.1016/j.jml.2019.104047),
// but 184 ± 29 over 17 languages (Trauzettel-Klosinski and Dietz 2012, doi 10.1167/iovs.11-8284). Technical prose is
// slow to read and our readers are practised: one standard deviation above the mean, 184 + 29.
const wordsPerMinute = 213

/**
 * Minutes to read a text: an integer, at least 1.
 * @param words counted by Unicode word segmentation, without code and formulas (`Rendered.words`)
 */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}
