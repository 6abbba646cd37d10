import { Moon, Sun } from 'lucide'
import { stringsFor } from '@/lib/strings'
import { Icon } from '../icon'

/**
 * Hidden until the enhancement script takes it over, because without the script it would do nothing. The script sets
 * `data-theme` on `<html>`; the style sheet shows the icon of the theme that a click selects.
 */
export function ThemeSwitch({ lang }: { lang: string }) {
  const strings = stringsFor(lang)
  return (
    <button
      aria-label={strings.switchTheme}
      className="theme-switch"
      data-theme-switch=""
      hidden
      title={strings.switchTheme}
      type="button"
    >
      <Icon className="only-light" node={Moon} />
      <Icon className="only-dark" node={Sun} />
    </button>
  )
}
