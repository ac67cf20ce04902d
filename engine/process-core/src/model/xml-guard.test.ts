import { guardXml, linesOfIds } from './xml-guard.ts';

describe('guarding the XML', () => {
  it.each([
    ['comments', `<a><!-- ${'<b>'.repeat(500)} --></a>`],
    ['character data', `<a><![CDATA[${'<b>'.repeat(500)}]]></a>`],
    ['attributes', `<a b="${'<b>'.repeat(500)}" c='>' />`],
    ['empty elements', `<a>${'<b/>'.repeat(500)}</a>`],
    ['siblings', `<a>${'<b></b>'.repeat(500)}</a>`],
    ['processing instructions', `<?x ${'<b>'.repeat(500)} ?><a/>`],
  ])('counts no depth in %s', (_, xml) => {
    expect(() => guardXml(xml)).not.toThrow();
  });

  it.each([
    ['deeper than 100', '<a>'.repeat(101), 'deeper than 100'],
    ['larger than 2 MB in bytes', `<a>${'ș'.repeat(1_100_000)}</a>`, '2 MB'],
    ['a document type in any case', '<!doctype a>', 'DOCTYPE'],
    ['an entity', '<!ENTITY a "b">', 'ENTITY'],
  ])('refuses what is %s', (_, xml, message) => {
    expect(() => guardXml(xml)).toThrow(message);
  });

  it.each(['<a b="', '<!-- never ends', '<![CDATA[ never ends', '<?never ends', '<', '', '>>>', '</a></a>'])(
    'survives %j',
    (xml) => {
      expect(() => guardXml(xml)).not.toThrow();
    },
  );

  it('finds the line of each id, the first one of a pair', () => {
    const lines = linesOfIds(`<a id="A">\n<b name="x"\n id='B' />\n<c xid="C" id="A"/>\n</a>`);
    expect([...lines]).toEqual([
      ['A', 1],
      ['B', 3],
    ]);
  });
});
