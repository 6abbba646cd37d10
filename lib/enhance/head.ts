// Inline in the head of every page, so it is as small as can be: the chosen theme before the first paint. `theme.ts`
// stores it, and reads it with more care when the page is there: a value that is no theme changes nothing here.
try {
  const chosen = localStorage.theme
  if (chosen) document.documentElement.dataset.theme = chosen
} catch {
  // The browser stores nothing for this site.
}
