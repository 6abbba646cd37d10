/** The default labels of the script's buttons. Only pages in other languages carry their own. */
export const LABELS = { copy: 'Copy', copied: 'Copied', share: 'Share' }
