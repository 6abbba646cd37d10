import type { Element } from 'hast'
import { h } from 'hastscript'
import { VFile } from 'vfile'
import { rehypeCode } from '../markdown/code/rehype-code'
import { defaultSettings, setContext } from '../markdown/context'

/**
 * Source code as a code block of the pipeline: a gist looks like code in the post.
 * @param lang GitHub's name of the language, in lower case; an unknown one is not highlighted
 * @param title the file name
 */
export async function highlightSource({ code, lang, title }: Source): Promise<Element> {
  const tree = h(null, [
    h('pre', h('code', { className: lang ? [`language-${lang}`] : undefined, dataTitle: title }, code)),
  ])
  const file = new VFile()
  // Problems of the highlighter are ignored: the author cannot fix them here.
  setContext(file, defaultSettings)
  await rehypeCode()(tree, file)
  const [figure] = tree.children
  if (figure?.type !== 'element') throw new Error('rehypeCode left no element.')
  return figure
}

interface Source {
  code: string
  lang?: string
  title: string
}
