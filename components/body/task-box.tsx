import type { ComponentProps } from 'react'
import { stringsFor } from '@/lib/strings'

/** The checkbox of a task list needs a name, because the text beside it is not its label. */
export function TaskBox({ lang, ...props }: ComponentProps<'input'> & { lang: string }) {
  const strings = stringsFor(lang)
  const isTask = props.type === 'checkbox' && props.disabled
  return <input aria-label={isTask ? (props.checked ? strings.done : strings.open) : undefined} {...props} />
}
