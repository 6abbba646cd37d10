import { blog } from '@/lib/blog/blog'
import { describeHome, Home } from './_lists/home'

export const metadata = describeHome(blog.lists)

export default function HomePage() {
  return <Home lists={blog.lists} />
}
