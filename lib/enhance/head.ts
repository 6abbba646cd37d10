import { applyTheme } from './theme'

// Inline in the head of every page, so it is as small as can be: the chosen theme before the first paint.

applyTheme()
