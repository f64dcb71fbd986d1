import { RuleClaimId } from './catalogue';

/** Claims that configuration could show, and that no rule looks at yet. Evidence says so of each: it never takes them for shown. */
export const PLANNED: readonly RuleClaimId[] = [
  // Of proxies, caches and brokers AWS chooses versions and cipher suites: no argument names them. What parameters of databases say RDS-016 reads.
  '1.1.2.d',
  // No configuration says which stores serve analytics, tests and reports: a tag would repeat what somebody says of them.
  '1.4.1.c',
  // A policy that nobody read breaks no demand: the rules about what policies allow are undetermined there, which says the same.
  '3.1.1.b',
  // What else may change an account follows from every policy, permission set and trust in it and its organization, and no configuration holds them all.
  '3.2.1.b',
  // What compares files is an agent within a machine. Runtime monitoring of GuardDuty looks for threats in what processes do, and compares none.
  '3.2.2.a',
  '3.3.1.c',
  // Where the limit of a resource is, only its usual load shows: an alarm may be far above it, and still be one on the right metric.
  '3.3.2.a',
  // An alarm watches one quota. Which quotas an account comes near to, its configuration does not say.
  '3.3.2.c',
  '3.3.4.g',
  // Only compliance mode, an air-gapped vault, or a policy that denies the removal of a lock shows it: the first two are final, and so a decision of people.
  '4.2.d',
  // Whether every store is restored in this account, or some in one for tests, as AWS recommends, no configuration of one account says.
  '4.3.a',
  // A test without a validator shows that something came back, and is better than none: a finding would be an argument against it.
  '4.3.b',
  // No configuration says which stores are critical. Backup plans carry objectives, and BACKUP-006 holds them to these.
  '4.4.b',
  // That a program can be synthesized for another Region shows when it is, and not in what it writes for this one.
  '4.5.c',
  // Whether an agent of Systems Manager runs on an instance is up to its image, which no configuration shows.
  '5.1.1.b',
  // Whether the page that a security.txt names is that of a bug bounty programme, no configuration says.
  '5.3.b',
  // Which of the roles that can only read is that of auditors, no configuration says.
  '5.4.c',
  // Where Identity Center has its people from, and who they are, is in no resource of the provider.
  '6.1.a',
  // Credentials of a root user are in no resource of Terraform. Central management lets them be deleted, and does not show that they are.
  '6.3.d',
  // Who may start sessions by which document follows from every policy and permission set of an account and its organization, and no configuration holds them all.
  '6.4.d',
  // Which sessions are privileged, no configuration says: an alarm, such as that of `BastionHost`, is on those of one instance.
  '6.4.e',
  // Which account is set apart for logs, and what it fetches from others, the configuration of those that write them does not say.
  '8.1.f',
  // Who of those that may read logs is security staff, no configuration says.
  '8.3.c',
  // Who may shorten retentions follows from every policy and permission set of an account and its organization, and no configuration holds them all.
  '8.3.f',
  // No configuration says which services a company needs: ORGANIZATIONS-001 holds policies against other regions for 7.1.d.
  '9.3.d',
  // What is in an image, its own build decides. No resource that runs it says so.
  '9.3.e',
  // To which environment the other end of a peering, a transit gateway or a trust belongs, the configuration of one account does not say. AWS-032 holds accounts apart for 9.4.a.
  '9.4.b',
  // An impact assessment is a document of people: a tag would repeat what somebody says of it.
  '10.4.b',
  // Evidence is written before the apply. That its plan is the one that was applied, only the signature of the pipeline says.
  '11.1.d',
  // By which key a person is found is a matter of the data: a tag would repeat what somebody says of it.
  '11.2.a',
  // What a workflow does for a person is in the code of its tasks, of which the configuration has the name.
  '11.2.b',
  // Whom a finding reaches behind a topic, and when a clock starts, no configuration says.
  '11.3.c',
  // The papers are made after the evidence, of it, and so are no part of the configuration that it reads.
  '11.4.b',
];
