import { QueryId } from '../queries';

/** What kind of sentence a claim is: it decides what may show it. */
export type ClaimKind =
  /** Every member of a population: rules show it, n of N. */
  | 'coverage'
  /** One in every place: rules show it, or a record where it may be elsewhere. */
  | 'existence'
  /** None anywhere: rules show it by reading everything that could hold one. */
  | 'absence'
  /** People do it: a record shows it until its date runs out. */
  | 'declared'
  /** AWS does it: its audit reports show it for the regions and services that they cover. */
  | 'inherited';

/** The sets that claims are about, in words that follow "no" and "of N". Each is a function over the model that knows no rule. */
export type Population =
  | 'public fronts'
  | 'TLS fronts'
  | 'stores with a resource policy'
  | 'buckets'
  | 'buckets and access points'
  | 'outward deliveries'
  | 'target groups of personal data'
  | 'databases, caches and brokers'
  | 'connections to data'
  | 'lines between networks'
  | 'integrations and functions'
  | 'accounts'
  | 'VPN endpoints'
  | 'VPN authorizations'
  | 'security groups and network ACLs'
  | 'databases, tables and caches'
  | 'volumes and file systems'
  | 'queues, topics, streams and logs of personal data'
  | 'side copies'
  | 'stacks'
  | 'virtual desktops'
  | 'backup vaults with a key in use, and snapshot copies'
  | 'KMS keys'
  | 'KMS keys of personal data outside ephemeral environments'
  | 'symmetric KMS keys'
  | 'stores of personal data'
  | 'policies'
  | 'secrets'
  | 'secrets outside ephemeral environments'
  | 'accounts and regions'
  | 'certificate authorities'
  | 'internal TLS ends'
  | 'certificates'
  | 'HMAC keys'
  | 'stores outside production'
  | 'stores for secondary uses'
  | 'log groups of workloads'
  | 'payload logs'
  | 'apps'
  | 'stores of personal data that delete by age'
  | 'tables of personal data'
  | 'stores of personal data that take a policy'
  | 'policy attachments'
  | 'resource policies and shares'
  | 'roles'
  | 'data services'
  | 'resources that take secrets'
  | 'parameters with the name of a secret'
  | 'stores'
  | 'critical resources'
  | 'instances, tasks and clusters'
  | 'Kubernetes clusters'
  | 'tasks'
  | 'images and functions'
  | 'ways of personal data'
  | 'public DNS zones'
  | 'databases, caches and file systems in production'
  | 'compute in production'
  | 'load balancers and groups in production'
  | 'networks'
  | 'load-bearing resources'
  | 'scalable resources'
  | 'public HTTP fronts'
  | 'web ACLs'
  | 'security groups'
  | 'security groups of personal data'
  | 'network ACLs'
  | 'data stores in networks'
  | 'subnets of data stores'
  | 'instances, tasks and subnets'
  | 'endpoints and transit gateways'
  | 'filters'
  | 'networks with a way out'
  | 'load balancers'
  | 'database proxies'
  | 'databases and caches'
  | 'databases and caches of personal data'
  | 'tables'
  | 'buckets, file systems and volumes'
  | 'stores of critical data'
  | 'backup copies'
  | 'vaults of copies'
  | 'stores in a backup plan'
  | 'restore tests'
  | 'backup plans outside ephemeral environments'
  | 'instances'
  | 'engines'
  | 'instances and databases'
  | 'organizations'
  | 'access assignments'
  | 'instances and security groups'
  | 'session documents'
  | 'principals'
  | 'users and groups of IAM'
  | 'roles for identity providers'
  | 'roles for providers with known subjects'
  | 'permission sets and VPN endpoints'
  | 'networks and transit gateways'
  | 'network firewalls'
  | 'VPNs'
  | 'fronts'
  | 'compute'
  | 'log destinations'
  | 'trails'
  | 'delivery channels of AWS Config'
  | 'log sources'
  | 'log deliveries'
  | 'notifications'
  | 'security logs'
  | 'log resource policies'
  | 'logs'
  | 'functions'
  | 'modules'
  | 'endpoints'
  | 'buckets and functions'
  | 'tasks and instances'
  | 'networks and roles'
  | 'waivers'
  | 'stores of special categories'
  | 'image repositories'
  | 'password policies'
  | 'user directories'
  | 'clients of user directories'
  | 'detection services'
  | 'services that log'
  | 'workloads with an address'
  | 'interfaces'
  | 'containers, builds and notebooks'
  | 'distributions'
  | 'policies of devices'
  | 'resource policies'
  | 'resource policies that may name services'
  | 'buckets of personal data with a key of their own'
  | 'routes to peered networks';

/** The audit reports of AWS that inherited claims rest on. */
export const REPORT_KINDS = ['c5-type2', 'soc2-type2', 'iso27001'] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

interface Base {
  /** The id of the measure and a letter: `8.1.a`. Public API: stable, never used again for something else. */
  readonly id: string;
  /** One sentence without a full stop that is true or not. */
  readonly says: string;
  /** It supports the measure, and never counts towards it. */
  readonly supports?: true;
  /** What an auditor still has to sample in operation. */
  readonly sample?: QueryId;
}

/** Decided by rules over a population. */
export interface ConfiguredClaim extends Base {
  readonly kind: 'coverage' | 'existence' | 'absence';
  readonly over: Population;
  /** A record may show it too, since it may hold outside of the configuration. */
  readonly orRecord?: true;
  /** Its sentence has a part for each of its rules: a member is as it says where every rule that looks at its type says so. */
  readonly needs?: 'every rule';
  /** Of places: the types of resources of which there has to be one in each. Verdicts on resources of other types do not count. */
  readonly takes?: readonly string[];
  /** What shows a member, where no rule that names the claim does. Verdicts of such rules only count against it. */
  readonly by?: 'the erasure horizon' | 'every verdict';
}

/** Decided by a record that people keep. */
export interface DeclaredClaim extends Base {
  readonly kind: 'declared';
  /** The days after which a record is too old. */
  readonly goodFor: number;
}

/** Decided by reports of the provider. */
export interface InheritedClaim extends Base {
  readonly kind: 'inherited';
  readonly reports: readonly ReportKind[];
}

export type Claim = ConfiguredClaim | DeclaredClaim | InheritedClaim;

/** Claims by the id of their measure. */
export interface ClaimTable {
  readonly [measure: string]: readonly Claim[];
}

/** Whether rules decide a claim. */
export function isConfigured(claim: Claim): claim is ConfiguredClaim {
  return claim.kind !== 'declared' && claim.kind !== 'inherited';
}
