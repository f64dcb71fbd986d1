import { copy } from './copy';

const [root, to] = process.argv.slice(2);
copy(root, to);
