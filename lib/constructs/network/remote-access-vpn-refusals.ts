const MEASURE = '1.1.3';

const SAML_ALONE = {
  must: 'must not be set: people prove who they are to a SAML provider, which asks for a second factor',
  measure: MEASURE,
  fix: 'write samlProviderArn',
};

const GROUP_BY_GROUP = {
  must: 'must not be set: each group is allowed what it needs',
  measure: MEASURE,
  fix: 'call allowGroup for each group',
};

const EIGHT_HOURS = {
  must: 'must not be set: connections end after 8 hours, the least that AWS takes',
  measure: MEASURE,
  fix: 'leave it out',
};

const ALWAYS_LOGGED = {
  must: 'must not be set: every connection is logged',
  measure: MEASURE,
  fix: 'leave it out',
};

const CERTIFICATE = { must: 'is not a prop of this construct', measure: MEASURE, fix: 'write serverCertificate' };

/** What people who know other Client VPNs still write. */
export const REFUSED = {
  serverCertificateArn: CERTIFICATE,
  rootCertificateChainArn: SAML_ALONE,
  clientCertificateArn: SAML_ALONE,
  activeDirectoryId: SAML_ALONE,
  authenticationType: SAML_ALONE,
  userBasedAuthentication: SAML_ALONE,
  authorizeAllGroups: GROUP_BY_GROUP,
  authorizeAllUsersToVpcCidr: GROUP_BY_GROUP,
  sessionTimeoutHours: EIGHT_HOURS,
  sessionTimeout: EIGHT_HOURS,
  logging: ALWAYS_LOGGED,
  connectionLogOptions: ALWAYS_LOGGED,
};
