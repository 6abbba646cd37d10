import { contentIndex } from './generated/content-index'

/** `content/site.yaml`, validated and complete. */
export const site = contentIndex.site
