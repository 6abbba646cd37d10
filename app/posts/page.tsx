import { blog } from '@/lib/blog/blog'
import { describePosts, Posts } from '../_lists/posts'

export const metadata = describePosts(blog.lists)

export default function PostsPage() {
  return <Posts lists={blog.lists} />
}
