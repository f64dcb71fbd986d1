import { Evidence } from '../../evidence/evidence';
import { numberIn } from '../language';
import { Html, html } from './markup';
import { table } from './table';

/** What is in the scope, and not in the evidence. */
export function typesSection({ resources, notRead }: Evidence): Html {
  return html`<section aria-labelledby="unjudged">
    <h2 id="unjudged">Not judged, and not read</h2>
    <p>
      Resources that no rule names in a verdict. Rules may read them as parts of others, as they do the lifecycle of a
      bucket.
    </p>
    ${counts('Resources that were not judged', resources.unjudged)}
    <p>Types of which no rule asks anything in particular. What their resources do is not part of this evidence.</p>
    ${counts('Types that were not read', notRead)}
  </section>`;
}

function counts(caption: string, types: { readonly [type: string]: number }): Html {
  const rows = Object.entries(types).map(([type, count]) => [html`<code>${type}</code>`, numberIn('en', count)]);
  return rows.length === 0 ? html`<p>None.</p>` : table(caption, ['Type', 'Resources'], rows);
}
