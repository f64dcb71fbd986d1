import { isGenerated, markdownFiles, proseOf } from './markdown';

/** Words of the glossary in CONTRIBUTING.md that have a plainer one. */
const NOT =
  /\b(?:alone|deaf to|everybody|for ever|in the clear|mend(?:s|ed|ing)?|must be said|sees? to (?!it)|stands? (?:in|under|on)|told apart|(?:was|were) not tried|wears?|whoever)\b/gi;

/** Pages that show the words on purpose: the glossary itself. */
const GLOSSARY = 'CONTRIBUTING.md';

test('the docs keep to the glossary', () => {
  const pages = markdownFiles().filter((file) => !isGenerated(file) && file !== GLOSSARY);
  const found = pages.flatMap((file) => [...proseOf(file).matchAll(NOT)].map(([word]) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

test.each(['whoever may read it', 'It stands in the state.', 'nothing in the clear', 'how to mend it'])(
  'the scan finds a word in %j',
  (text) => {
    expect(text.match(NOT)).toHaveLength(1);
  }
);
