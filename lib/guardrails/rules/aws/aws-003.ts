import { ResourceRule, violated } from '../../rule';
import { closedService } from './closed-services';

/** Stacks without services that AWS has given up. */
export const AWS_003: ResourceRule = {
  id: 'AWS-003',
  title: 'No resource belongs to a service that AWS has closed',
  severity: 'low',
  measures: ['9.1'],
  rationale:
    'A service that is closed to new customers gets no new features, cannot be set up in a new account, and is a step before its end: a control that rests on it will have to be rebuilt, and a copy of the stack for recovery fails.',
  fix: 'Use the alternative that the finding names.',
  sources: [
    'https://docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html',
    'https://aws.amazon.com/about-aws/whats-new/2025/10/aws-service-availability/',
    'https://aws.amazon.com/about-aws/whats-new/2026/03/aws-service-availability/',
  ],
  types: ['*'],
  check: (resource) => {
    const closed = closedService(resource.type);
    return closed && violated(`${closed.service} was ${closed.closed}: use ${closed.instead}`);
  },
  examples: {
    pass: [
      { title: 'an open service', terraform: { resource: { aws_wafv2_web_acl: { site: { scope: 'REGIONAL' } } } } },
      {
        title: 'a name that only looks alike',
        terraform: { resource: { aws_timestreaminfluxdb_db_instance: { metrics: {} } } },
      },
    ],
    fail: [
      {
        title: 'an event data store of CloudTrail Lake, counted',
        terraform: { resource: { aws_cloudtrail_event_data_store: { audit: { count: 2 } } } },
        addresses: ['aws_cloudtrail_event_data_store.audit'],
      },
      {
        title: 'WAF Classic, blocks as lists',
        terraform: { resource: [{ aws_wafregional_web_acl: [{ site: [{ name: 'site' }] }] }] },
        addresses: ['aws_wafregional_web_acl.site'],
      },
      {
        title: 'Incident Manager within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.oncall',
                  resources: [
                    {
                      address: 'module.oncall.aws_ssmcontacts_contact.first',
                      mode: 'managed',
                      type: 'aws_ssmcontacts_contact',
                      name: 'first',
                      values: {},
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.oncall.aws_ssmcontacts_contact.first'],
      },
    ],
  },
};
