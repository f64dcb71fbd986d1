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
      title: 'WAF Classic',
      terraform: { resource: { aws_wafregional_web_acl: { site: { name: 'site' } } } },
      addresses: ['aws_wafregional_web_acl.site'],
    },
    {
      title: 'Incident Manager',
      terraform: { resource: { aws_ssmcontacts_contact: { first: {} } } },
      addresses: ['aws_ssmcontacts_contact.first'],
    },
  ],
};
