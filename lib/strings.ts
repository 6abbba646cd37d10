/**
 * Every text of the frame that is not in `content/site.yaml`: translate the site by translating this file.
 * Texts of the posts, and what the author's tools print, live elsewhere.
 */
export const strings = {
  skip: 'Skip to the text',
  siteNavigation: 'Site',
  switchTheme: 'Change between the light and the dark theme',

  posts: 'Posts',
  allPosts: 'All posts',
  postsDescription: (title: string) => `Every post of ${title}, by year.`,
  undated: 'No date',

  tags: 'Tags',
  tagsDescription: (title: string) => `What ${title} is about.`,
  noTags: 'No post has a tag yet.',
  taggedPosts: (tag: string) => `Posts about ${tag}`,
  postCount: (count: number) => (count === 1 ? '1 post' : `${count} posts`),

  series: 'Series',
  seriesDescription: (name: string, posts: string) => `${name}: ${posts}, in their order.`,
  part: (number: number, count: number) => `Part ${number} of ${count}:`,

  minutes: (minutes: number) => `${minutes} min`,
  minutesSpoken: (minutes: number) => (minutes === 1 ? '1 minute to read' : `${minutes} minutes to read`),
  updated: 'Updated on',
  by: 'By',
  draft: 'Draft',
  scheduled: 'Scheduled',
  onThisPage: 'On this page',
  done: 'Done',
  open: 'Not done',
  copyCode: 'Copy',
  copiedCode: 'Copied',
  enlarge: 'Enlarge the picture',
  enlarged: (alt: string) => (alt === '' ? 'The picture, enlarged' : `${alt}, enlarged`),
  closePicture: 'Close',

  play: (title: string) => `Play: ${title}`,
  openHere: (title: string) => `Open here: ${title}`,
  asksOther: (host: string) => `Loads from ${host} when you press it`,
  gone: (host: string) => `No longer on ${host}`,
  answering: (name: string) => `In answer to ${name}`,
  readOn: 'Read on',
  photo: (number: number) => `Picture ${number}`,
  video: 'Video',
  watchOn: (host: string) => `Watch on ${host}`,

  // What the pipeline writes into a text.
  sectionLink: 'Link to this section',
  notes: 'Footnotes',
  backToText: (number: number) => `Back to reference ${number}`,
  details: 'Details',
  table: (columns: string) => (columns === '' ? 'Table' : `Table: ${columns}`),
  diagram: (labels: string) => (labels === '' ? 'Diagram' : `Diagram: ${labels}`),
  sourceLink: 'source',
  callouts: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    info: 'Info',
    danger: 'Danger',
    success: 'Success',
    question: 'Question',
    quote: 'Quote',
    example: 'Example',
  } as Readonly<Record<string, string>>,

  neighbours: 'More posts',
  newer: 'Newer',
  older: 'Older',
  feed: 'RSS',
  feedTitle: (title: string) => `${title}: all posts`,

  notFoundTitle: 'There is no page at this address',
  notFoundText:
    'It may have moved, or the address may have lost a letter on its way. Nothing is wrong on your side.',
  notFoundNearest: 'Did you mean one of these?',
  notFoundLatest: 'The latest posts',

  preview: 'Preview',
  previewText: 'Drafts and scheduled posts are shown here, and nowhere else.',

  errorTitle: 'This page could not be shown',
  errorText: 'Something failed on our side. Trying again often helps.',
  errorRetry: 'Try again',
  home: 'To the first page',

  emptyTitle: 'No posts yet',
  emptyText: 'Write the first one: this command makes a file in content/posts and prints its name.',
  emptyCommand: 'npm run new -- "My first post"',
  emptyDrafts: 'A post with “draft: true” in its front matter is shown by “npm run dev” only.',
} as const
