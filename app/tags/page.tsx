import { blog } from '@/lib/blog/blog'
import { describeTags, Tags } from '../_lists/tags'

export const metadata = describeTags(blog.lists)

export default function TagsPage() {
  return <Tags lists={blog.lists} />
}
