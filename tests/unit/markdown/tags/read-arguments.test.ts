import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../../lib/markdown/tags/read-arguments'
import { readTag } from '../../../../lib/markdown/tags/read-tag'

describe('a tag’s arguments', () => {
  test.each([
    ['', [], {}],
    ['a b', ['a', 'b'], {}],
    ['"a b" \'c d\' `e f` “g h”', ['a b', 'c d', 'e f', 'g h'], {}],
    ['src="a.png" ALT=\'x y\' width=300', [], { src: 'a.png', alt: 'x y', width: '300' }],
    ['caption:"two words" class:"wide"', [], { caption: 'two words', class: 'wide' }],
    ['https://x.example/a?b=c file=d', ['https://x.example/a?b=c'], { file: 'd' }],
    ['src = "a.png"', [], { src: 'a.png' }],
    ['title="a \\"quoted\\" word"', [], { title: 'a "quoted" word' }],
    ['/images/a.png 300 200', ['/images/a.png', '300', '200'], {}],
    ['"unclosed word', ['unclosed', 'word'], {}],
  ])('reads %s', (text, positional, named) => {
    expect(readArguments(text)).toEqual({ positional, named })
  })
})

describe('a tag’s source', () => {
  test.each([
    ['{% x a %}', { name: 'x', kind: 'open', arguments: 'a', syntax: 'liquid' }],
    ['{%- x -%}', { name: 'x', kind: 'open', arguments: '' }],
    ['{% endx %}', { name: 'x', kind: 'close' }],
    ['{{< x a="b >}}" >}}', { name: 'x', arguments: 'a="b >}}"', syntax: 'angle' }],
    ['{{<x a>}}', { name: 'x', arguments: 'a' }],
    ['{{< x a />}}', { name: 'x', arguments: 'a', selfClosing: true }],
    ['{{< /x >}}', { name: 'x', kind: 'close' }],
    ['{{% x %}}', { name: 'x', syntax: 'percent' }],
    ['{{</* x a */>}}', { kind: 'literal', shown: '{{< x a >}}' }],
    ['{% raw %}{{ a }}{% endraw %}', { name: 'raw', text: '{{ a }}' }],
    ['{{< highlight js >}}\na\n{{< /highlight >}}', { name: 'highlight', arguments: 'js', text: '\na\n' }],
    ['{% %}', { name: '' }],
  ])('splits %s', (source, expected) => {
    expect(readTag(source)).toMatchObject(expected)
  })
})
