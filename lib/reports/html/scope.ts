import { Evidence } from '../../evidence/evidence';
import { bar } from './bar';
import { numberIn } from '../language';
import { Html, NOTHING, html } from './markup';
import { table } from './table';

/** What was read, what it covers, and what made the page. What is not in it was not looked at. */
export function scopeSection({ scope, organization, resources }: Evidence): Html {
  const { all, judged, byTagsAlone } = resources;
  const unjudged = all - judged - byTagsAlone;
  return html`<section aria-labelledby="scope">
    <h2 id="scope">Scope</h2>
    <dl class="facts">
      ${organization === undefined ? NOTHING : organizationFact(organization)}
      <dt>Accounts</dt>
      <dd>${scope.accounts.join(', ')}</dd>
      <dt>Regions</dt>
      <dd>${scope.regions.join(', ')}</dd>
      <dt>Resources</dt>
      <dd>
        ${bar(
          [
            ['met', judged],
            ['in part', byTagsAlone],
          ],
          all
        )}
        <span class="legend"
          >${numberIn('en', all)}: ${numberIn('en', judged)} judged by rules about their types,
          ${numberIn('en', byTagsAlone)} only by rules about every type,
          <a href="#unjudged">${numberIn('en', unjudged)} by none</a></span
        >
      </dd>
      <dt>Made by</dt>
      <dd>${scope.tool}, rules SHA-256 <code class="hash">${scope.rules}</code></dd>
    </dl>
    ${table(
      'Inputs',
      ['File', 'Kind', 'SHA-256'],
      scope.inputs.map(({ file, kind, sha256 }) => [
        html`<code>${file}</code>`,
        kind,
        html`<code class="hash">${sha256}</code>`,
      ])
    )}
    <p class="note">What is not in the scope was not looked at.</p>
  </section>`;
}

function organizationFact({
  name,
  role,
  representative,
  dataProtectionOfficer,
}: NonNullable<Evidence['organization']>): Html {
  const people = [
    representative === undefined ? '' : `represented by ${representative}`,
    dataProtectionOfficer === undefined ? '' : `data protection officer: ${dataProtectionOfficer}`,
  ].filter((text) => text !== '');
  return html`<dt>Organization</dt>
    <dd>${[`${name}, ${role}`, ...people].join('; ')}</dd>`;
}
