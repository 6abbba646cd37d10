import { afterHydration } from './after-hydration'
import { followContents } from './contents'
import { addCopyButton } from './copy'
import { loadOnClick } from './embed'
import { LABELS } from './labels'
import { markPlace } from './place'
import { followSearch } from './search'
import { offerShare } from './share'
import { followThemeSwitch } from './theme'

// The only script of a reading page, deferred: conveniences that are not needed for reading.

const { copy, copied, share } = { ...LABELS, ...document.getElementById('main')?.dataset }

function enhance(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-switch]'))
    followThemeSwitch(button)
  for (const figure of document.querySelectorAll('figure.code')) addCopyButton(figure, { copy, copied })
  for (const contents of document.querySelectorAll('[data-toc]')) followContents(contents)
  for (const place of document.querySelectorAll('.article > footer')) offerShare(place, share)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-header nav a')) markPlace(link)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-search]')) followSearch(link)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-embed-load]')) loadOnClick(link)
}

afterHydration(enhance)
