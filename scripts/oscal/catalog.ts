import { prose, string } from '../../lib/reports/oscal/text';
import { controlId, flag, property, some, statementId } from '../../lib/reports/oscal/parts';
import { Claim, isConfigured } from '../../lib/toms/claims/claim';
import { CHAPTERS, MEASURES } from '../../lib/toms/measures/catalogue';
import { Measure } from '../../lib/toms/measures/measure';
import { QUERIES, QueryId } from '../../lib/toms/queries';

/** The namespace in which NIST says how something is assessed. */
const RMF = 'http://csrc.nist.gov/ns/rmf';

/** The body of the catalog: a control for each measure, in a group for each chapter, with a statement for each claim. */
export function catalogBody(): object {
  return {
    groups: Object.entries(CHAPTERS).map(([chapter, title]) => ({
      id: `chapter-${chapter}`,
      class: 'chapter',
      title: prose(title),
      props: [{ name: 'label', value: chapter }, sortId(chapter)],
      controls: MEASURES.filter((measure) => String(measure.chapter) === chapter).map(control),
    })),
  };
}

function control(measure: Measure): object {
  const { id, title, kind, claims, controls } = measure;
  return {
    id: controlId(id),
    class: 'measure',
    title: prose(title),
    props: [
      { name: 'label', value: id },
      sortId(id),
      property('measure-kind', kind),
      ...controls.map((other) => ({ ...property('control', other.id), class: other.framework.replace(':', '-') })),
    ],
    parts: [
      {
        id: `${controlId(id)}_smt`,
        name: 'statement',
        prose: prose(measure.statement),
        parts: claims.map(statement),
      },
      ...claims.map(objective),
      ...queriesOf(claims).map((query) => method(measure, query)),
    ],
  };
}

/** Ids in the order of their numbers: `08.01` for `8.1`. */
function sortId(id: string): object {
  return {
    name: 'sort-id',
    value: id
      .split('.')
      .map((part) => part.padStart(2, '0'))
      .join('.'),
  };
}

function letter(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function statement(claim: Claim): object {
  return {
    id: statementId(claim.id),
    name: 'item',
    props: [
      { name: 'label', value: letter(claim.id) },
      property('claim-id', claim.id),
      property('claim-kind', claim.kind),
      ...flag('supports', claim.supports),
      ...kindProperties(claim),
    ],
    prose: `${prose(claim.says)}.`,
  };
}

function kindProperties(claim: Claim): readonly object[] {
  if (isConfigured(claim)) {
    const { over, orRecord, needs, by } = claim;
    return [
      property('population', over),
      ...flag('or-record', orRecord),
      ...(needs === undefined ? [] : [property('needs', needs)]),
      ...(by === undefined ? [] : [property('by', by)]),
    ];
  }
  if (claim.kind === 'declared') return [property('good-for-days', claim.goodFor)];
  return claim.reports.map((kind) => property('report', kind));
}

/** What the assessment of a claim has to determine. */
function objective({ id, says }: Claim): object {
  return {
    id: objectiveId(id),
    name: 'assessment-objective',
    props: [{ name: 'label', value: string(id) }],
    prose: `Determine whether this is true: ${prose(says)}.`,
    links: [{ href: `#${statementId(id)}`, rel: 'assessment-for' }],
  };
}

function objectiveId(claim: string): string {
  return statementId(claim).replace('_smt', '_obj');
}

function queriesOf(claims: readonly Claim[]): readonly QueryId[] {
  return [...new Set(claims.flatMap(({ sample }) => sample ?? []))];
}

/** How an auditor samples claims in operation. */
function method({ id, claims }: Measure, query: QueryId): object {
  const { shows, how } = QUERIES[query];
  const sampled = claims.filter(({ sample }) => sample === query);
  return {
    id: `${controlId(id)}_asm-${query}`,
    name: 'assessment-method',
    title: prose(shows),
    props: [{ name: 'method', ns: RMF, value: 'TEST' }, { name: 'label', value: query }, property('query', query)],
    parts: [{ name: 'assessment-objects', ns: RMF, prose: how }],
    links: some(sampled.map((claim) => ({ href: `#${objectiveId(claim.id)}`, rel: 'assessment-for' }))),
  };
}
