import { type Context, Hash, type Liquid, type Tag, type TagToken, type Template } from 'liquidjs'
import type { Problem } from '../../model/problem'
import { type Include, readInclude } from './includes'
import { registerUnknownFilters, registerUnknownTags, withoutDottedBrackets } from './lenient-syntax'
import type { LiquidBlog, LiquidDocument } from './liquid-document'

const DEEPEST_INCLUDE = 20

/** `{% include file.html key="value" %}`: the file's templates see `include.key`. */
export function includeTag(blog: LiquidBlog, isRelative: boolean): Parameters<Liquid['registerTag']>[1] {
  const uses = new WeakMap<Tag, IncludeUse>()
  const parsed = new Map<string, Template[]>()
  return {
    parse(token) {
      const name = /^\s*(?:"([^"]+)"|'([^']+)'|(\{\{[^}]*\}\}\S*|\S+))/.exec(token.args)
      uses.set(this, {
        token,
        name: name?.[1] ?? name?.[2] ?? name?.[3] ?? '',
        values: new Hash(token.args.slice(name?.[0].length ?? 0), '='),
      })
    },
    *render(context, emitter): Generator<unknown, void, unknown> {
      const use = uses.get(this)
      if (!use) return
      const { token, values } = use
      const document = context.getRegister<LiquidDocument>('document')
      const name = use.name.includes('{{') ? this.liquid.parseAndRenderSync(use.name, context) : use.name
      const found = readInclude(name, isRelative ? { ...blog, relativeTo: document.path } : blog)
      const open = context.getRegister<string[]>('includes', [])
      const reason = failure(found, open)
      if (reason !== undefined || found.outcome !== 'text') {
        reportInclude(context, token, document, name, reason ?? 'does not exist')
        emitter.write(token.getText())
        return
      }
      let templates = parsed.get(found.path)
      if (!templates) {
        const text = withoutDottedBrackets(found.text)
        registerUnknownTags(this.liquid, text)
        registerUnknownFilters(this.liquid, text)
        templates = this.liquid.parse(text, found.path)
        parsed.set(found.path, templates)
      }
      context.push({ include: yield values.render(context) })
      context.setRegister('includes', [...open, found.path])
      yield this.liquid.renderer.renderTemplates(templates, context, emitter)
      context.setRegister('includes', open)
      context.pop()
    },
  }
}

function failure(found: Include, open: string[]): string | undefined {
  if (found.outcome === 'outside') return 'is outside the content folder'
  if (found.outcome === 'hidden') return 'is hidden: a part of its path begins with a dot'
  if (found.outcome === 'missing') return 'does not exist'
  if (open.includes(found.path)) return 'includes itself'
  return open.length >= DEEPEST_INCLUDE ? `is included more than ${DEEPEST_INCLUDE} files deep` : undefined
}

function reportInclude(
  context: Context,
  token: TagToken,
  { source }: LiquidDocument,
  name: string,
  reason: string,
): void {
  const [row = 1, column = 1] = token.getPosition()
  context.getRegister<Problem[]>('problems').push({
    severity: 'warning',
    rule: 'liquid/include',
    file: source.file,
    line: token.file ? source.bodyLine : source.bodyLine + row - 1,
    column: token.file ? 1 : column,
    message: `The included file "${name}" ${reason}.`,
    hint: 'Copy the old blog’s _includes folder too, or remove the tag; its source is shown until then.',
  })
}

interface IncludeUse {
  token: TagToken
  name: string
  values: Hash
}
