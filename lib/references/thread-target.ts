import { recognizeEmbed } from '../markdown/embeds/providers'
import { listTargets, type PlacedTarget } from '../snapshots/targets'
import type { RenderedDocument } from './documents'

/** What can have a snapshot in a document: everything that its text embeds, and the thread whose replies are its comments. */
export function targetsOf({ rendered, staged }: RenderedDocument): PlacedTarget[] {
  const thread = 'thread' in staged && staged.thread ? recognizeEmbed(staged.thread) : undefined
  const targets = listTargets(rendered)
  // Front matter is at the start of the file.
  return thread ? [...targets, { ...thread, line: 1, column: 1 }] : targets
}
