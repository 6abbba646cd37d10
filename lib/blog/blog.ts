import { cache } from 'react'
import { findFontFiles } from '../share-images/font-files'
import { createBlog } from './create-blog'
import { branchChanges } from './generated/branch-changes'
import { buildMoment } from './generated/build-moment'
import { contentIndex } from './generated/content-index'
import { findFeedText } from './generated/machine-texts'
import { related } from './generated/related'
import { shareColors } from './generated/share-colors'
import { findSnapshot } from './generated/snapshots'
import { readText } from './generated/texts'

const created = createBlog(contentIndex, {
  now: buildMoment.now,
  environment: process.env,
  ...(branchChanges && { changes: branchChanges }),
  related,
  sources: { readText, findSnapshot, findFeedText },
  share: { colors: shareColors, canDraw: (card) => findFontFiles(card).missing.length === 0 },
})

/** The blog that this build publishes. */
export const blog = {
  ...created,
  // A page needs it twice: for its metadata and for its body.
  getPost: cache(created.getPost),
  getPostPage: cache(created.getPostPage),
  getPage: cache(created.getPage),
}
