import { ChangeList } from '@/components/lists/change-list'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../../_frame/site-frame'

// The published site has no such page: outside previews there are no params.
export const dynamicParams = false

const { language } = blog.site
const strings = stringsFor(language)

export const metadata = blog.describePage({ title: strings.changes.title, path: '/preview/changes' })

export function generateStaticParams() {
  return blog.preview ? [{ list: 'changes' }] : []
}

export default function ChangesPage() {
  return (
    <SiteFrame>
      <div className="column">
        <h1>{strings.changes.title}</h1>
        <ChangeList changes={blog.listChanges()} lang={language} />
      </div>
    </SiteFrame>
  )
}
