// node comment.mjs <pull request> <file>: writes the file as a comment on a pull request of GitHub, or over the one that an earlier run wrote.
import { readFileSync } from 'node:fs';

const [pullRequest, file] = process.argv.slice(2);
const { GITHUB_API_URL = 'https://api.github.com', GITHUB_REPOSITORY, GITHUB_TOKEN } = process.env;
if (!/^\d+$/.test(pullRequest ?? '') || file === undefined || !GITHUB_REPOSITORY || !GITHUB_TOKEN) {
  process.stderr.write('usage: node comment.mjs <pull request> <file>, with GITHUB_REPOSITORY and GITHUB_TOKEN set\n');
  process.exit(2);
}
const body = readFileSync(file, 'utf8');
/** The first line of every such comment, which nobody sees. */
const [mark] = body.split('\n');
const comments = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues`;

async function ask(method, url, content) {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'x-github-api-version': '2022-11-28',
    },
    body: content === undefined ? undefined : JSON.stringify(content),
  });
  if (!response.ok) {
    const why = response.status === 403 ? ': the token needs the permission pull-requests, write' : '';
    throw new Error(`${method} ${url} is answered with ${response.status}${why}`);
  }
  return response.json();
}

async function earlier() {
  const size = 100;
  for (let page = 1; ; page++) {
    const found = await ask('GET', `${comments}/${pullRequest}/comments?per_page=${size}&page=${page}`);
    const own = found.find((comment) => comment.body?.startsWith(mark));
    if (own || found.length < size) return own;
  }
}

try {
  const own = await earlier();
  if (own?.body.replace(/\r\n/g, '\n').trim() === body.trim()) process.stdout.write('the comment says it already\n');
  else if (own) await ask('PATCH', `${comments}/comments/${own.id}`, { body });
  else await ask('POST', `${comments}/${pullRequest}/comments`, { body });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
