import { Evidence } from '../../evidence/evidence';
import { string } from './text';
import { uuid } from './uuid';

/** Who answers for what the stacks process, as far as the records say. */
export function organizationOf({ organization }: Evidence): object {
  if (!organization) return {};
  const { name, role, representative, dataProtectionOfficer } = organization;
  const parties = [
    party('organization', name, role, role === 'controller' ? 'Controller' : 'Processor'),
    ...(representative === undefined ? [] : [party('person', representative, 'representative', 'Representative')]),
    ...(dataProtectionOfficer === undefined
      ? []
      : [party('person', dataProtectionOfficer, 'data-protection-officer', 'Data protection officer')]),
  ];
  return {
    roles: parties.map(({ role: id, title }) => ({ id, title })),
    parties: parties.map(({ id, type, name: named }) => ({ uuid: id, type, name: named })),
    'responsible-parties': parties.map(({ id, role: of }) => ({ 'role-id': of, 'party-uuids': [id] })),
  };
}

interface Party {
  readonly id: string;
  readonly type: 'organization' | 'person';
  readonly name: string;
  readonly role: string;
  readonly title: string;
}

function party(type: Party['type'], name: string, role: string, title: string): Party {
  return { id: uuid('party', role, name), type, name: string(name), role, title };
}
