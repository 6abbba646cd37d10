import type { Page } from '@/lib/model/post'
import { Stamp } from '../stamp'

/** The header of a page such as `/about`. */
export function PageHeader({ page, lang }: { page: Page; lang: string }) {
  return (
    <header className="mb-6">
      <Stamp lang={lang} post={page} />
      <h1>{page.title}</h1>
    </header>
  )
}
