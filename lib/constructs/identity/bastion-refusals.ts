const MEASURE = '6.4';

/** For who would let somebody connect to the host. */
export const NO_INBOUND = {
  prop: 'peer',
  must: 'must not be a bastion host: nothing connects to it',
  measure: MEASURE,
  fix: 'call grantConnect for those who may begin sessions on it, which need no inbound rule',
};

const NO_KEY = {
  must: 'must not be set: sessions need no SSH key',
  measure: MEASURE,
  fix: 'call grantConnect for the roles that may connect',
};

const NO_ADDRESS = {
  must: 'must not be set: the host is reached through Session Manager alone',
  measure: MEASURE,
  fix: 'leave it out',
};

const NO_RULE = {
  must: 'must not be set: nothing connects to the host',
  measure: MEASURE,
  fix: NO_INBOUND.fix,
};

const NO_CHOICE_OF_TIER = {
  must: 'must not be set: the host stands in the application tier',
  measure: MEASURE,
  fix: 'leave it out',
};

const ALWAYS_LOGGED = {
  must: 'must not be set: every session is logged',
  measure: MEASURE,
  fix: 'leave it out',
};

const NO_USER_DATA = {
  must: 'must not be set: whoever reads the instance reads it, and secrets end up there',
  measure: MEASURE,
  fix: 'write imageId for an image that holds what the host needs',
};

/** What people who know other bastion hosts still write. */
export const REFUSED = {
  keyName: NO_KEY,
  keyPair: NO_KEY,
  associatePublicIpAddress: NO_ADDRESS,
  ingress: NO_RULE,
  subnetTier: NO_CHOICE_OF_TIER,
  subnetId: NO_CHOICE_OF_TIER,
  subnetSelection: NO_CHOICE_OF_TIER,
  sessionLogging: ALWAYS_LOGGED,
  userData: NO_USER_DATA,
};

/** What nobody is granted. */
export const REFUSED_OPTIONS = {
  portForwarding: {
    must: 'must not be set: Session Manager logs nothing of what is forwarded',
    measure: MEASURE,
    fix: 'work in the shell of the session, or reach the network through a RemoteAccessVpn',
  },
};
