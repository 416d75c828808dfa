// Prints what an independent parser finds in each feed file that is named: one JSON array, in the order of the names.
import { readFileSync } from 'node:fs';
import { parseFeed } from 'feedsmith';

const read = {
  rss: (feed) => feed.items.map((item) => ({
    id: item.guid.value,
    title: item.title,
    link: item.link,
    published: item.pubDate,
    updated: item.atom.updated,
    summary: item.description,
    html: item.content.encoded,
    authors: item.dc.creators,
    topics: (item.categories ?? []).map((category) => category.name),
  })),
  atom: (feed) => feed.entries.map((entry) => ({
    id: entry.id,
    title: entry.title.value,
    link: entry.links.find((link) => link.rel === 'alternate').href,
    published: entry.published,
    updated: entry.updated,
    summary: entry.summary?.value,
    html: entry.content.value,
    authors: (entry.authors ?? feed.authors).map((author) => author.name),
    topics: (entry.categories ?? []).map((category) => category.term),
  })),
  json: (feed) => feed.items.map((item) => ({
    id: item.id,
    title: item.title,
    link: item.url,
    published: item.date_published,
    updated: item.date_modified,
    summary: item.summary,
    html: item.content_html,
    authors: item.authors.map((author) => author.name),
    topics: item.tags ?? [],
  })),
};

console.log(JSON.stringify(process.argv.slice(2).map((path) => {
  const { format, feed } = parseFeed(readFileSync(path, 'utf8'));
  return { format, title: typeof feed.title === 'string' ? feed.title : feed.title.value, entries: read[format](feed) };
})));
