import type { Page } from '@/lib/model/post'
import { Stamp } from './stamp'

/** What stands above the text of a page such as `/about`. */
export function PageHeader({ page }: { page: Page }) {
  return (
    <header className="mb-6">
      <Stamp post={page} />
      <h1>{page.title}</h1>
    </header>
  )
}
