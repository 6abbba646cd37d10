import type { Element } from 'hast'
import { h } from 'hastscript'
import { VFile } from 'vfile'
import { rehypeCode } from '../markdown/code/rehype-code'
import { defaultSettings, setContext } from '../markdown/context'

/**
 * Some source as the pipeline's own code block: what a gist holds looks like what the post holds.
 * @param lang GitHub's name of the language, in small letters; one that no grammar has is shown without colours
 * @param title the file's name
 */
export async function highlightSource({ code, lang, title }: Source): Promise<Element> {
  const tree = h(null, [
    h('pre', h('code', { className: lang ? [`language-${lang}`] : undefined, dataTitle: title }, code)),
  ])
  const file = new VFile()
  // What the highlighter has to say about a language is nothing the author could hint here.
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
