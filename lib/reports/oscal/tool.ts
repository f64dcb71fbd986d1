import { toolVersion } from '../../evidence/tool';
import { property } from './parts';
import { uuid } from './uuid';

/** The component that stands for the command. */
const TOOL = uuid('component', 'toms');

/** What an assessment is made with. */
export function assessmentAssets(): object {
  return {
    components: [
      {
        uuid: TOOL,
        type: 'software',
        title: 'toms',
        description: 'The command of cdktf-aws-toms. It reads Terraform configurations and plans, and never AWS itself.',
        props: [property('version', toolVersion())],
        status: { state: 'operational' },
      },
    ],
    'assessment-platforms': [
      { uuid: uuid('assessment-platform', 'toms'), title: 'toms', 'uses-components': [{ 'component-uuid': TOOL }] },
    ],
  };
}

/** Who says so: the command, and nobody else. */
export const ORIGINS: readonly object[] = [{ actors: [{ type: 'tool', 'actor-uuid': TOOL }] }];
