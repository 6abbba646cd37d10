/**
 * The colors of a share image, from the style sheet that sets those of the site: their values in the light theme.
 * @param css `app/styles/theme.css`
 * @returns CSS colors; the values of the original theme if the style sheet has none
 */
export function readShareColors(css: string): ShareColors {
  return {
    paper: lightValue(css, 'paper') ?? 'oklch(0.985 0.004 95)',
    ink: lightValue(css, 'ink') ?? 'oklch(0.24 0.01 80)',
    quiet: lightValue(css, 'quiet') ?? 'oklch(0.48 0.01 80)',
    rule: lightValue(css, 'rule') ?? 'oklch(0.9 0.006 90)',
    accent: lightValue(css, 'accent') ?? 'oklch(0.5 0.15 32)',
  }
}

function lightValue(css: string, name: string): string | undefined {
  const [, value] = new RegExp(`--color-${name}:\\s*([^;]+);`).exec(css) ?? []
  const [, light] = /^light-dark\(\s*((?:[^,()]|\([^()]*\))+)/.exec(value ?? '') ?? []
  return (light ?? value)?.trim()
}

export interface ShareColors {
  paper: string
  ink: string
  quiet: string
  rule: string
  accent: string
}
