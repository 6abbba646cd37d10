/**
 * Every interface string in English. A translation is one file in this folder and one row in `index.ts`; missing
 * strings stay English. Texts of the author are in `content/site.yaml`.
 */
export const en = {
  skip: 'Skip to content',
  siteNavigation: 'Site',
  switchTheme: 'Switch between light and dark theme',
  home: 'Home',

  posts: 'Posts',
  allPosts: 'All posts',
  postsDescription: (title: string) => `Every post of ${title}, by year.`,
  postsFrom: (year: string) => `Posts from ${year}`,
  years: 'Years',
  undated: 'No date',
  pinned: 'Pinned',

  tags: 'Tags',
  tagsDescription: (title: string) => `What ${title} is about.`,
  noTags: 'No posts have tags yet.',
  taggedPosts: (tag: string) => `Posts about ${tag}`,
  categories: 'Categories',
  postsInCategory: (category: string) => `Posts in ${category}`,
  authors: 'Authors',
  postsBy: (author: string) => `Posts by ${author}`,
  postCount: (count: number) => (count === 1 ? '1 post' : `${count} posts`),

  pages: 'Pages',
  pageOf: (page: number, count: number) => `Page ${page} of ${count}`,
  newerPosts: 'Newer posts',
  olderPosts: 'Older posts',

  series: 'Series',
  seriesDescription: (name: string, posts: string) => `${name}: ${posts}, in order.`,
  part: (number: number, count: number) => `Part ${number} of ${count}:`,
  nextPart: 'Next part',

  minutes: (minutes: number) => `${minutes} min`,
  minutesSpoken: (minutes: number) => (minutes === 1 ? '1 minute read' : `${minutes} minute read`),
  updated: 'Updated on',
  by: 'By',
  draft: 'Draft',
  scheduled: 'Scheduled',
  onThisPage: 'On this page',
  alsoIn: 'Also in:',
  done: 'Done',
  open: 'Not done',
  copyCode: 'Copy',
  copied: 'Copied',
  copyLink: 'Copy link',
  share: 'Share',
  enlarge: 'Enlarge image',
  enlarged: (alt: string) => (alt === '' ? 'Enlarged image' : `${alt}, enlarged`),
  close: 'Close',

  play: (title: string) => `Play: ${title}`,
  openHere: (title: string) => `Open here: ${title}`,
  asksOther: (host: string) => `Loads from ${host} when you click`,
  gone: (host: string) => `No longer available on ${host}`,
  answering: (name: string) => `Replying to ${name}`,
  readOn: 'Show more',
  photo: (number: number) => `Image ${number}`,
  video: 'Video',
  watchOn: (host: string) => `Watch on ${host}`,

  // What the Markdown pipeline writes into a text.
  sectionLink: 'Link to this section',
  notes: 'Footnotes',
  backToText: (number: number) => `Back to reference ${number}`,
  details: 'Details',
  table: (columns: string) => (columns === '' ? 'Table' : `Table: ${columns}`),
  diagram: (labels: string) => (labels === '' ? 'Diagram' : `Diagram: ${labels}`),
  sourceLink: 'source',
  callouts: new Map([
    ['note', 'Note'],
    ['tip', 'Tip'],
    ['important', 'Important'],
    ['warning', 'Warning'],
    ['caution', 'Caution'],
    ['info', 'Info'],
    ['danger', 'Danger'],
    ['success', 'Success'],
    ['question', 'Question'],
    ['quote', 'Quote'],
    ['example', 'Example'],
  ]),

  neighbors: 'More posts',
  newer: 'Newer',
  older: 'Older',
  related: 'Related posts',
  feed: 'RSS',
  feedHelp: 'This is a web feed. Copy its URL into a feed reader to be notified of new posts.',
  feedTitle: (title: string) => `${title}: all posts`,
  feedOf: (title: string, list: string) => `${title}: ${list}`,

  search: 'Search',
  searchFor: 'Search all posts',
  searchResults: (count: number, query: string) =>
    count === 0
      ? `Nothing found for “${query}”.`
      : `${count === 1 ? '1 result' : `${count} results`} for “${query}”`,
  searchAll: 'All results',
  searchHelp: 'Type to search. Press the arrow keys to choose a result and Enter to open it.',
  searchFailed: 'Search could not be loaded.',
  anyTag: 'Any tag',
  anyYear: 'Any year',
  keyboard: 'Keyboard',
  linkCopied: 'Link copied',

  notFoundTitle: 'Page not found',
  notFoundText: 'There is no page at this URL. It may have moved, or the URL may have a typo.',
  notFoundNearest: 'Did you mean one of these?',
  notFoundLatest: 'Latest posts',

  preview: 'Preview',
  previewText: 'Drafts and scheduled posts are visible here and nowhere else.',
  /** Of a preview: the list of what its branch changes. */
  changes: {
    title: 'What this branch changes',
    new: 'New',
    edited: 'Edited',
    removed: 'Removed',
    others: 'Other files',
    since: (branch: string) => `Compared with ${branch}.`,
    sinceCommits: (count: number) =>
      `This clone has only the newest commits: these are the changes of the last ${count}.`,
    none: 'Nothing in the content folder.',
    unknown: 'Not known: this build has no Git history to compare with.',
  },

  errorTitle: 'This page could not be shown',
  errorText: 'Something went wrong on our side. Trying again often helps.',
  errorRetry: 'Try again',

  emptyTitle: 'No posts yet',
  emptyText: 'Write the first one: this command creates a file in content/posts and prints its name.',
  emptyCommand: 'npm run new -- "My first post"',
  emptyDrafts: 'A post with “draft: true” in its front matter is shown by “npm run dev” only.',
}

/** The interface in one language. */
export type Strings = typeof en
