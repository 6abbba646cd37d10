import type { ComponentProps } from 'react'
import { stringsFor } from '@/lib/strings'

/** The box of a task list has a name, since the text beside it is no label of it. */
export function TaskBox({ lang, ...props }: ComponentProps<'input'> & { lang: string }) {
  const strings = stringsFor(lang)
  const isTask = props.type === 'checkbox' && props.disabled
  return <input aria-label={isTask ? (props.checked ? strings.done : strings.open) : undefined} {...props} />
}
