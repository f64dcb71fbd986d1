import { JsonObject } from '../../terraform/value';
import { Organization } from '../../toms/claim-records';
import { Checked } from './check-record';
import { FieldReader } from './field-reader';

const FIELDS = ['name', 'role', 'representative', 'dataProtectionOfficer'];

/** Checks what somebody wrote of the organization that answers for the stacks. */
export function checkOrganization(json: JsonObject): Checked<Organization> {
  const reader = new FieldReader(json, FIELDS);
  const name = reader.text('name', { must: 'must name the organization', fix: "write name: 'ACME GmbH'" });
  const wanted = { must: 'must be controller or processor', fix: "write role: 'controller' or role: 'processor'" };
  const role = reader.text('role', wanted);
  const who = { must: 'must be a name', fix: 'write a name and how to reach it, or leave it out' };
  const representative = reader.optionalText('representative', who);
  const dataProtectionOfficer = reader.optionalText('dataProtectionOfficer', who);
  if (role !== 'controller' && role !== 'processor') {
    if (role !== '') reader.note('role', role, wanted);
    return { problems: reader.problems };
  }
  if (reader.problems.length > 0) return { problems: reader.problems };
  return { kept: { name, role, representative, dataProtectionOfficer } };
}
