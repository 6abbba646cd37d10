/**
 * What the site says about what it stores, by part. English, as everything around responses; `npm run responses --
 * privacy` prints it for an author who wants to say it in another language.
 */
export const privacyStrings = {
  title: 'What this site stores',
  intro: (site: string) =>
    `${site} has no trackers, no advertising and no cookies for readers, and its pages load nothing from other sites unless you ask for it. If you choose a theme, your browser remembers it; the site does not. Only what you send is stored, on the site’s own database:`,
  stored: 'Stored',
  kept: 'How long',
  erased: 'Erased',
  reactions: (likes: boolean, views: boolean) =>
    [...(likes ? ['Likes'] : []), ...(views ? ['views'] : [])].join(' and ').replace(/^v/, 'V'),
  reactionsStored:
    'A number per post and day. To count a reader once, also a hash of the network address (of IPv6 the first 64 bits) and the name of the browser, made with a random salt. Neither the address nor the name is stored.',
  reactionsKept:
    'The hash and its salt until the day ends (UTC) and the next hour: then nobody can connect the number with a reader. The number stays.',
  reactionsErased: 'A like can be taken back on the same day. The number belongs to no person.',
  comments: 'Comments',
  commentsStored:
    'The name, the website and the text that you write, and when. They are published below the post, and in a feed. No e-mail address is asked for.',
  commentsHeld: 'The author reads a comment before it is published.',
  commentsKept: 'Until it is deleted. It can also become part of the site’s public repository.',
  commentsErased:
    'With the link that you get when you send it: for 15 minutes you can edit it, and delete it at any time. Without the link, ask the author.',
  limits: 'Protection against floods',
  limitsStored:
    'How often something was sent, by a hash of the network address with the salt of the day; which one-time links and puzzles were used.',
  limitsKept: 'Minutes to a day.',
  limitsErased: 'By itself.',
  mentions: 'Webmentions',
  mentionsStored:
    'What a page on another site that links here says: its address, its author’s name and address, and up to 500 characters of its text.',
  mentionsKept: 'As long as that page says it.',
  mentionsErased: 'Delete or change the page, and send the webmention again; or ask the author.',
  newsletter: 'Newsletter',
  newsletterStored: 'Your e-mail address, when you confirmed it, and which posts were sent to it.',
  newsletterKept: 'Until you unsubscribe; for two days if you do not confirm.',
  newsletterErased: 'With the link in every e-mail, at once.',
  ask: (name: string) =>
    `${name} can see and erase everything that belongs to one person, by name, address of a website or e-mail address.`,
  server: 'Whoever runs the server may keep a log of requests with network addresses, as servers do.',
}
