import { Evidence } from '../../evidence/evidence';
import { ClaimRecord } from '../../toms/claim-records';
import { InputEvidence } from '../../evidence/scope';
import { BackMatter, FILES } from './document';
import { link, markup, name, reference } from './text';
import { uuid } from './uuid';

/** Plans of both kinds have to import one, and only those who run the system can write it. */
export const SECURITY_PLAN: BackMatter = {
  uuid: uuid('resource', 'system-security-plan'),
  title: 'The system security plan',
  description: `It belongs to those who run the system, and is not part of this package. It imports ${FILES['component-definition']}.`,
};

/** The files that were read, and the documents that records name, each once. */
export function resourcesOf({ scope, records }: Evidence): readonly BackMatter[] {
  const all = [...scope.inputs.map(inputResource), ...records.map(recordResource)];
  return [...new Map(all.map((resource) => [resource.uuid, resource])).values()];
}

/** A file that was read. */
export function inputResource({ file, kind, sha256 }: InputEvidence): BackMatter {
  return {
    uuid: uuid('resource', 'input', file, sha256),
    title: name(file),
    description: `The ${kind} that was read.`,
    rlinks: [{ href: reference(file), hashes: hashes(sha256) }],
  };
}

/** The document of a record. */
export function recordResource({ document }: ClaimRecord): BackMatter {
  const { title, link: address, date, sha256 } = document;
  const hash = sha256 === undefined ? '' : `, SHA-256 ${markup(sha256)}`;
  return {
    uuid: uuid('resource', 'record', title, address, date, sha256 ?? ''),
    title: markup(title),
    description: `${markup(title)} of ${markup(date)}${hash}`,
    rlinks: [{ href: link(address), hashes: hashes(sha256) }],
  };
}

function hashes(sha256: string | undefined): readonly object[] | undefined {
  return sha256 !== undefined && /^[\da-f]{64}$/i.test(sha256) ? [{ algorithm: 'SHA-256', value: sha256 }] : undefined;
}
