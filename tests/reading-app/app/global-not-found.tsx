import Layout from './layout'

export default function NotFound() {
  return (
    <Layout>
      <h1>Not here</h1>
    </Layout>
  )
}
