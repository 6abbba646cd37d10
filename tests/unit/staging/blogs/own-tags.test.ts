import { expect, test } from 'vitest'
import { dialectOf } from '../../../../lib/dialects/dialects'
import { readOwnTags, readRubyTags, usedTags } from '../../../../lib/staging/blogs/own-tags'

const issue = `# A link to an issue
module Jekyll
  class IssueLink < Liquid::Tag
    def initialize(tag_name, markup, tokens)
      if /(?<key>\\S+)/ =~ markup
        @key = key
      end
    end

    def render(context)
      "<a href='https://issues.example/#{@key}'>#{@key}</a>"
    end
  end
end

Liquid::Template.register_tag('issue', Jekyll::IssueLink)
`

test('reads a Ruby tag that returns one text', () => {
  const link = `<a href='https://issues.example/{{ .Get "key" }}'>{{ .Get "key" }}</a>`
  expect(readRubyTags(issue)).toEqual({ issue: { template: link, pattern: '(?<key>\\S+)' } })
})

test('reads a Ruby tag that shows its whole argument', () => {
  const source = issue.replace(/if [\s\S]*?end\n/, '@key = markup.strip\n')
  expect(readRubyTags(source).issue?.template).toContain('>{{ .Written }}</a>')
})

test('does not evaluate a Ruby tag that computes its text', () => {
  expect(readRubyTags(issue.replace('#{@key}<', '#{look_up(@key)}<'))).toEqual({})
  expect(readRubyTags(issue.replace('"<a', 'x = 1\n      "<a'))).toEqual({})
  expect(readRubyTags(issue.replace('(?<key>\\S+)', '(?<key>(\\S+)+)'))).toEqual({})
})

test('reads shortcodes of the site and of its theme, where the site’s take precedence', async () => {
  const files = new Map([
    ['layouts/shortcodes/ship.html', 'own'],
    ['themes/pier/layouts/shortcodes/ship.html', 'theme'],
    ['themes/pier/layouts/shortcodes/buoy.html', 'buoy'],
  ])
  const own = await readOwnTags(dialectOf('hugo'), [...files.keys()], async (path) => files.get(path) ?? '')
  expect(own).toEqual({ ship: { template: 'own' }, buoy: { template: 'buoy' } })
  expect(usedTags(own, 'A {{< ship >}} and a {{< shipyard >}}')).toEqual({ ship: { template: 'own' } })
  expect(usedTags(own, 'No tag')).toBeUndefined()
})
