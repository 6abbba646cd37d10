import type { z } from 'zod'
import { type Problem, problemAtStart } from '../model/problem'
import type { Entry } from './front-matter/entry'
import { nearestKey } from './front-matter/nearest-key'
import { settingsSchema } from './site-settings'

export function missingFile(file: string): Problem {
  return problemAtStart(file, {
    severity: 'warning',
    rule: 'site/missing',
    message: 'This file does not exist, so the title “A blog” and the URL http://localhost:3000 are used.',
    hint: 'Create it with at least `title`, `url` and `author`.',
  })
}

export function missingUrl(file: string): Problem {
  return problemAtStart(file, {
    severity: 'warning',
    rule: 'site/no-url',
    message: 'The site has no `url`, so feeds and share previews point at http://localhost:3000.',
    hint: 'Write `url: https://…`, the URL of the published blog.',
  })
}

export function unknownKey(file: string, entry: Entry): Problem {
  const near = nearestKey(entry.key, Object.keys(settingsSchema.shape))
  return {
    severity: 'warning',
    rule: 'site/unknown-key',
    file,
    line: entry.line,
    column: entry.column,
    message: `\`${entry.key}\` is not a setting of the site and is ignored${near ? `; you probably mean \`${near}\`` : ''}.`,
    hint: `The settings are ${Object.keys(settingsSchema.shape).join(', ')}.`,
  }
}

export function wrongValue(file: string, entry: Entry, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((step, index) =>
    typeof step === 'number' ? `[${step}]` : index > 0 ? `.${String(step)}` : String(step),
  )
  return {
    severity: 'warning',
    rule: 'site/wrong-value',
    file,
    ...entry.valuePlace,
    message: `\`${path.join('')}\` is ${JSON.stringify(entry.value)}: ${describeIssue(issue)}. The default is used.`,
    hint: 'Write it as the guide shows, or delete it to get the default.',
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '')
}
