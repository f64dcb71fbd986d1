import {
  jsonText,
  linesOf,
  markdown,
  markdownLink,
  markdownName,
  mermaid,
  oneLine,
  webAddress,
  xml,
  xmlLines,
} from '../../lib/reports/escape';

const LONE = String.fromCharCode(0xd800);
const HOSTILE = 'a\u001b[2J\n0 violated\u0085\u202egnp.\u2066\u200b\u2028\u{e0041}`|<script>&"\'[x](y)]]>' + LONE;

test('one line holds nothing that a terminal obeys, and shows what was there', () => {
  expect(oneLine(HOSTILE)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(oneLine('a\u001b[2J\nb\tc\u202e\u{e0041}')).toBe('a\\x1b[2J\\nb\\tc\\u202e\\u{e0041}');
  expect(oneLine('Köln 東京 😀')).toBe('Köln 東京 😀');
});

test('what is escaped reads as the same string in code', () => {
  expect(JSON.parse(JSON.stringify(oneLine('a\u202eb')).replace(/\\\\/g, '\\'))).toBe('a\u202eb');
});

test('blanks and empty glyphs are shown', () => {
  expect(oneLine('a\u00a0b\u3164c\u2800d\u034fe\ufe0ff\u{e0100}')).toBe(
    'a\\xa0b\\u3164c\\u2800d\\u034fe\\ufe0ff\\u{e0100}'
  );
  expect(markdown('\u115f')).toBe('\\\\u115f');
});

test('a command of a CI server is broken, and reads as before', () => {
  expect(oneLine('  ::error file=a::b')).toBe('  :\\x3aerror file=a::b');
  expect(oneLine('a ##[error] ###vso[b] ##')).toBe('a #\\x23[error] ##\\x23vso[b] #\\x23');
  expect(['::/0', '::1', 'fe80::a', 'std::string', '## a']).toEqual(
    ['::/0', '::1', 'fe80::a', 'std::string', '## a'].map(oneLine)
  );
  expect(xml('::a ##[b]')).toBe(':&#58;a #&#35;[b]');
  expect(jsonText('::a ##[b]')).toBe('":\\u003aa #\\u0023[b]"\n');
});

test('lines keep their ends', () => {
  expect(linesOf('a\u001b\nb\r\nc')).toEqual(['a\\x1b', 'b\\r', 'c']);
});

test('Markdown prints the text', () => {
  expect(markdown('a|b `c` <d> *e* _f_ [g](h) # ~i~ @j https://k www.l.m &amp;')).toBe(
    'a\\|b \\`c\\` &lt;d&gt; \\*e\\* \\_f\\_ \\[g\\](h) \\# \\~i\\~ \\@j https\\://k www\\.l.m &amp;amp;'
  );
  expect(markdown('- item')).toBe('\\- item');
  expect(markdown('1. item')).toBe('1\\. item');
  expect(markdown('on 2026-12-01, e.g. this.')).toBe('on 2026-12-01, e.g. this.');
});

test('a name in Markdown is code only where it cannot break out', () => {
  expect(markdownName('app:module.a["x"].aws_s3_bucket.b[0]')).toBe('`app:module.a["x"].aws_s3_bucket.b[0]`');
  expect(markdownName('a`b')).toBe('a\\`b');
  expect(markdownName('a|b')).toBe('a\\|b');
  expect(markdownName('a<b')).toBe('a&lt;b');
});

test('XML holds only what XML 1.0 allows', () => {
  expect(xml('<a b="c" d=\'e\'>&\u0000\ufffe')).toBe('&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;\\x00\\ufffe');
  expect(xmlLines('a\n<b>')).toBe('a\n&lt;b&gt;');
});

test('JSON reads as the same value', () => {
  const text = jsonText({ [HOSTILE]: HOSTILE });
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|</u);
  expect(JSON.parse(text)).toEqual({ [HOSTILE]: HOSTILE });
  expect(text.endsWith('}\n')).toBe(true);
});

test('Mermaid shows the text', () => {
  expect(mermaid('Edge/LoadBalancer, aws_lb.edge 10.0.0.0/16 × 2 → 301')).toBe(
    'Edge/LoadBalancer, aws_lb.edge 10.0.0.0/16 × 2 → 301'
  );
  expect(mermaid('a"b]c<d>&`#;:|')).toBe('a#34;b#93;c#60;d#62;#38;#96;#35;#59;#58;#124;');
  expect(mermaid('%%{init}%%\n😀')).toBe('#37;#37;#123;init#125;#37;#37;#92;n#128512;');
  expect(mermaid('$$$x$$')).toBe('#36; #36; #36;x#36; #36;');
  expect(mermaid(HOSTILE)).toMatch(/^[\p{L}\p{N} .,/()_#;-]+$/u);
});

test.each([
  ['https://dms.acme.example/isms/7?a=b&c=d#top', 'https://dms.acme.example/isms/7?a=b&c=d#top'],
  ['HTTPS://ACME.example', 'https://acme.example/'],
  ['https://acme.example/a b(c)|<d>`e`\\f', 'https://acme.example/a%20b%28c%29%7C%3Cd%3E%60e%60/f'],
  ['https://acme.example/##[error]', 'https://acme.example/#%23%5Berror%5D'],
  ['https://acme.example/\n::error::', 'https://acme.example/::error::'],
])('the link %j leads to %s', (link, address) => {
  expect(webAddress(link)).toBe(address);
});

test.each([
  'javascript:alert(1)',
  ' https://acme.example',
  'JavaScript://acme.example/%0aalert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'http://acme.example',
  '//acme.example',
  'https://',
  'DMS 4711',
  '',
])('%j is no link', (link) => {
  expect(webAddress(link)).toBeUndefined();
  expect(markdownLink('ISMS', link)).not.toContain('](');
});

test('the title and the address of a link cannot end it', () => {
  expect(markdownLink('a](x)|', 'https://acme.example/?a&copy;=1)')).toBe(
    '[a\\](x)\\|](https://acme.example/?a&amp;copy;=1%29)'
  );
});
