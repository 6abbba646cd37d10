import {
  type Context,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs'
import { setOwn } from '../../model/records'
import { shield } from '../../model/shield'

/** Writes its own source. */
export class PassingTag extends Tag {
  readonly #source: string

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    this.#source = token.getText()
  }

  override render(): string {
    return this.#source
  }
}

/** Writes its content, hidden from the pipeline. */
export class RawTag extends Tag {
  readonly #text: string

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    let text = ''
    for (let next = remaining.shift(); next; next = remaining.shift()) {
      if ('name' in next && next.name === 'endraw') break
      text += next.getText()
    }
    this.#text = shield(text)
  }

  override render(): string {
    return this.#text
  }
}

/** Stores its content under a name. Jekyll accepts any name, even `/dev/null`, which authors use to discard it. */
export class CaptureTag extends Tag {
  readonly #name: string
  readonly #templates: Template[] = []

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid)
    this.#name = token.args.trim().replace(/^(["'])(.*)\1$/, '$2')
    for (let next = remaining.shift(); next; next = remaining.shift()) {
      if ('name' in next && next.name === 'endcapture') return
      this.#templates.push(parser.parseToken(next, remaining))
    }
    throw new Error(`tag ${token.getText()} not closed`)
  }

  override *render(context: Context): Generator<unknown, void, string> {
    const scope: Record<string, unknown> = context.bottom()
    const text = yield this.liquid.renderer.renderTemplates(this.#templates, context)
    setOwn(scope, this.#name, text)
  }
}
