import { Service } from './resource-type';

const CONTROLS = 'https://docs.aws.amazon.com/securityhub/latest/userguide/disable-controls-overview.html';

export const SERVICE: Service = {
  name: 'Security Hub',
  types: {
    aws_securityhub_account: {
      noun: 'Security Hub',
      detection: {
        demand: 'turns on controls that AWS adds',
        ways: [[{ attribute: 'auto_enable_controls', is: [true], default: true }]],
        otherwise: 'what controls that AWS adds would find is not found',
        facts: 'Standards grow. Controls that come later are only checked where new ones are turned on.',
        sources: [
          'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securityhub-hub.html',
        ],
      },
    },
    aws_securityhub_organization_configuration: {
      noun: 'Security Hub configuration of an organization',
      detection: {
        demand: 'turns Security Hub on in every account',
        ways: [
          [{ attribute: 'organization_configuration.configuration_type', is: ['CENTRAL'] }],
          [{ attribute: 'auto_enable', is: [true] }],
        ],
        otherwise: 'new accounts of the organization are not checked',
        facts:
          'Central configuration applies a policy to every account. Without it, accounts that come are only checked where Security Hub is enabled in them by itself.',
        sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/accounts-orgs-auto-enable.html'],
      },
    },
    aws_securityhub_standards_control: {
      noun: 'control of a Security Hub standard',
      detection: {
        demand: 'is not disabled',
        ways: [[{ attribute: 'control_status', is: ['ENABLED'] }]],
        otherwise: 'nothing checks what the control asks for',
        facts:
          'A disabled control finds nothing, and counts in no score. A single resource is excepted by suppressing its finding, which leaves a trace.',
        sources: [CONTROLS],
      },
    },
    aws_securityhub_standards_control_association: {
      noun: 'control of a Security Hub standard',
      detection: {
        demand: 'is not disabled',
        ways: [[{ attribute: 'association_status', is: ['ENABLED'] }]],
        otherwise: 'nothing checks what the control asks for',
        facts:
          'A disabled control finds nothing, and counts in no score. A single resource is excepted by suppressing its finding, which leaves a trace.',
        sources: [CONTROLS],
      },
    },
  },
};
