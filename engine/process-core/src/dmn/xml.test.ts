import { childNamed, childrenNamed, readXml, textOf } from './xml.ts';

describe('XML', () => {
  const xml = `<?xml version="1.0"?>
<!-- a comment -->
<dmn:a xmlns:dmn="x" dmn:kind="k" name="&lt;b&gt; &amp; &#537;">
  <dmn:b><text> 1 &lt; 2 </text></dmn:b>
  <c/><b><text><![CDATA[<raw>]]></text></b>
</dmn:a>`;

  it('is read into elements without prefixes, with their lines', () => {
    // when
    const root = readXml(xml);
    // then
    expect(root).toMatchObject({ name: 'a', line: 3, attributes: { name: '<b> & ș' } });
    expect(root.children.map(({ name, line }) => [name, line])).toEqual([
      ['b', 4],
      ['c', 5],
      ['b', 5],
    ]);
  });

  it('gives the text inside an element, decoded and trimmed', () => {
    // when
    const elements = childrenNamed(readXml(xml), 'b');
    // then
    expect(elements.map(textOf)).toEqual(['1 < 2', '<raw>']);
    expect(textOf(childNamed(readXml(xml), 'c'))).toBe('');
    expect(textOf(undefined)).toBe('');
  });

  it('resolves no entity but those of XML', () => {
    expect(textOf(readXml('<a><text>&unknown; &quot;</text></a>'))).toBe('&unknown; "');
  });
});
