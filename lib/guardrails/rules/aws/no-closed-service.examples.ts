import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
