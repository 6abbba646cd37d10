/**
 * Tells who limits the time of a text which code block is being highlighted: a grammar may be as slow as it likes, and a
 * thread that has to be ended cannot say any more what it was doing.
 */
export const highlightWatch: { report: (line: number) => void } = { report: () => {} }
