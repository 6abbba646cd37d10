import { serveAuthor } from '@/app/_responses/admin'
import { adminPage } from '@/app/_responses/admin-page'
import { settings } from '@/app/_responses/serve'
import { dashboardView } from '@/components/responses/admin-view'
import { linkView, signInView } from '@/components/responses/sign-in-view'
import { blog } from '@/lib/blog/blog'
import { readBlockList } from '@/lib/responses/comments/block-list'
import { latestComments } from '@/lib/responses/comments/list-comments'
import { mailServer } from '@/lib/responses/mail/mail'
import { countReactions } from '@/lib/responses/readers/reactions'
import { ADMIN_LANGUAGE, adminStrings } from '@/lib/strings/admin'

export const dynamic = 'force-dynamic'

/** The dashboard of the author, or the sign-in page. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const author = await serveAuthor(request)
  if (!author) {
    const link = query.get('link')
    return adminPage(
      link
        ? linkView(link)
        : signInView({ hasMail: mailServer() !== undefined && Boolean(settings().newsletter) }),
    )
  }
  const { db } = author.store
  const [waiting, mentions, subscribers, passkeys, sessions, counts] = await Promise.all([
    db
      .selectFrom('comments')
      .where('state', '=', 'waiting')
      .orderBy('created')
      .limit(100)
      .selectAll()
      .execute(),
    db
      .selectFrom('mentions')
      .where('state', '=', 'waiting')
      .orderBy('created')
      .limit(100)
      .selectAll()
      .execute(),
    db.selectFrom('subscribers').orderBy('created').limit(1000).selectAll().execute(),
    db.selectFrom('passkeys').orderBy('created').selectAll().execute(),
    db.selectFrom('sessions').where('expires', '>', Date.now()).orderBy('seen', 'desc').selectAll().execute(),
    countReactions(author.store),
  ])
  return adminPage(
    dashboardView({
      csrf: author.session.csrf,
      lang: ADMIN_LANGUAGE,
      notice: NOTICES.get(query.get('said') ?? ''),
      waiting,
      mentions,
      latest: await latestComments(author.store),
      counts: [...counts]
        .map(([slug, count]) => ({ slug, ...count }))
        .sort((a, b) => b.view - a.view || b.like - a.like),
      subscribers,
      newsletter: settings().newsletter && {
        posts: blog
          .listPosts()
          .slice(0, 20)
          .map(({ slug, title }) => ({ slug, title })),
        waiting: mailServer() ? '' : adminStrings.noMail,
      },
      blocked: await readBlockList(author.store),
      passkeys,
      sessions: sessions.map((session) => ({ ...session, own: session.id === author.session.id })),
    }),
  )
}

const NOTICES = new Map<string, string>(Object.entries(adminStrings.notices))
