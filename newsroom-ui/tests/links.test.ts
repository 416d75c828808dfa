import assert from 'node:assert/strict';
import test from 'node:test';
import { allowsLink, embeddable, tidyLink } from '../src/editor/model/links.ts';

test('A link leads to the web, a mailbox, a telephone, a path of the site or a place on the page', () => {
  for (const href of ['https://example.org/a?b#c', 'HTTP://example.org', 'mailto:desk@example.org', 'tel:+4312345', '/world/zell-dam', '/', '#gate']) assert.ok(allowsLink(href), href);
});

test('A link in disguise is none', () => {
  const refused = ['', 'javascript:alert(1)', 'java\nscript:alert(1)', '//elsewhere.example', '/\\elsewhere.example', 'data:text/html,x', 'https://', 'https://exam ple.org', 'https://a\u200b.example', 'mailto:', `/${'a'.repeat(2048)}`];
  for (const href of refused) assert.equal(allowsLink(href), false, href);
});

test('What only follows readers around is taken off a link, and nothing else of it is touched', () => {
  assert.equal(tidyLink('https://example.org/a?utm_source=mail&id=7&utm_medium=x&fbclid=abc#part'), 'https://example.org/a?id=7#part');
  assert.equal(tidyLink('https://example.org/a?utm_source=mail'), 'https://example.org/a');
  assert.equal(tidyLink('https://example.org/%C3%A9?q=a+b&q=c%20d'), 'https://example.org/%C3%A9?q=a+b&q=c%20d');
});

test('A link that Google Docs sends round by its own address leads there directly', () => {
  assert.equal(tidyLink('https://www.google.com/url?q=https://example.org/report%3Futm_source%3Ddocs%26a%3D1&sa=D&ust=1'), 'https://example.org/report?a=1');
});

test('An address typed without its beginning gets it', () => {
  assert.equal(tidyLink('example.org/about'), 'https://example.org/about');
  assert.equal(tidyLink('desk@example.org'), 'mailto:desk@example.org');
  assert.equal(tidyLink('/world/a b'), '/world/a%20b');
  assert.equal(tidyLink('no address'), null);
});

test('An embed has a whole web address', () => {
  assert.equal(embeddable(' https://video.example/watch?v=1 '), 'https://video.example/watch?v=1');
  assert.equal(embeddable('/watch'), null);
  assert.equal(embeddable('mailto:a@example.org'), null);
});
