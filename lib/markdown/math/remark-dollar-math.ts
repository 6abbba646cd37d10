import type { Processor } from 'unified'
import { dollarMath } from './micromark-dollar-math'

/** Parser plugin, to be used after remark-math: Pandoc's rule decides which dollars are math. */
export function remarkDollarMath(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push(dollarMath())
}
