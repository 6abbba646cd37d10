/** What the script's buttons say where the page gives it no words of another language: most pages need not repeat it. */
export const LABELS = { copy: 'Copy', copied: 'Copied', share: 'Share' }
