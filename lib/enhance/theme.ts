/**
 * The reader's theme: their choice, stored in this browser, else the system's. Nothing is stored for the system's,
 * so a reader who has never chosen follows it through the day.
 */

/** Shows the chosen theme: `data-theme` on `<html>`. `head.ts` does it first, before anything is painted. */
export function applyTheme(root = document.documentElement): void {
  const chosen = storedTheme()
  if (chosen) root.dataset.theme = chosen
  else delete root.dataset.theme
}

/** Activates the theme switch. It is hidden until now: without this script it would do nothing. */
export function followThemeSwitch(button: HTMLElement): void {
  button.hidden = false
  button.addEventListener('click', () => {
    const shown = document.documentElement.dataset.theme ?? systemTheme()
    const theme = shown === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset.theme = theme
    storeTheme(theme)
  })
  // The theme was chosen in another tab, or while this page was prerendered or in the back/forward cache.
  const again = () => applyTheme()
  addEventListener('storage', again)
  addEventListener('pageshow', again)
  document.addEventListener('prerenderingchange', again)
}

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function storedTheme(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY)
    if (value === 'dark' || value === 'light') return value
  } catch {
    // The browser stores nothing for this site: the system's theme is shown.
  }
}

function storeTheme(theme: Theme): void {
  try {
    if (theme === systemTheme()) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Then it only applies to this page.
  }
}

const KEY = 'theme'

type Theme = 'dark' | 'light'
