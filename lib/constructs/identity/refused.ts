import { refusedProps } from '../core/errors';

/** What people who know other bastion hosts still write. */
export const BASTION_HOST = refusedProps([
  {
    props: ['keyName', 'keyPair'],
    must: 'must not be set: sessions need no SSH key',
    measure: '6.4',
    fix: 'call grantConnect for the roles that may connect',
  },
  {
    props: ['associatePublicIpAddress'],
    must: 'must not be set: the host is reached only through Session Manager',
    measure: '6.4',
    fix: 'leave it out',
  },
  {
    props: ['ingress'],
    must: 'must not be set: nothing connects to the host',
    measure: '6.4',
    fix: 'call grantConnect for those who may begin sessions on it, which need no inbound rule',
  },
  {
    props: ['subnetTier', 'subnetId', 'subnetSelection'],
    must: 'must not be set: the host stands in the application tier',
    measure: '6.4',
    fix: 'leave it out',
  },
  { props: ['sessionLogging'], must: 'must not be set: every session is logged', measure: '6.4', fix: 'leave it out' },
  {
    props: ['userData'],
    must: 'must not be set: anyone who reads the instance reads it, and secrets end up there',
    measure: '6.4',
    fix: 'write imageId for an image that holds what the host needs',
  },
]);

/** What nobody is granted on a bastion host. */
export const CONNECT_OPTIONS = refusedProps([
  {
    props: ['portForwarding'],
    must: 'must not be set: Session Manager logs nothing of what is forwarded',
    measure: '6.4',
    fix: 'work in the shell of the session, or reach the network through a RemoteAccessVpn',
  },
]);
