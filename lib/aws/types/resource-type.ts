import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Json } from '../../terraform/value';

/** An attribute, and the values of it that do what a measure demands. */
export interface Setting {
  /** Its path: `encryption_configuration.type`. */
  readonly attribute: string;
  /** The values that hold. The first is the one to recommend. */
  readonly is: readonly (string | boolean)[];
  /** Set where anything holds that it is set to, such as a name or an ARN. It then lists no values. */
  readonly anything?: true;
  /** Set where it holds a list, each item of which must be one of them. */
  readonly list?: true;
  /** The value that the provider or AWS takes where the attribute is not set. */
  readonly default?: string | boolean;
  /** What every other value means, for a message: `files lie on disk unencrypted`. */
  readonly otherwise?: string;
  /** Set where only personal data demands it. */
  readonly data?: 'personal';
  /** Set where the value to choose depends on more than the type, so that a finding proposes none. */
  readonly noProposal?: true;
}

/** An attribute or a block, and what it must hold: one of some values, some items of a list, nothing, or else anything at all. */
export interface Need {
  /** Its path: `logs.general`. */
  readonly attribute: string;
  /** The values that hold. The first is the one to recommend. */
  readonly is?: readonly (string | boolean)[];
  /** The value that the provider or AWS takes where the attribute is not set. */
  readonly default?: string | boolean;
  /** The values that do not hold, where any other does: of a list, one other is enough. */
  readonly not?: readonly string[];
  /** What a list must hold, at least. */
  readonly holds?: readonly string[];
  /** Set where it must not be there. */
  readonly unset?: true;
  /** What it may hold, for examples. Needed where anything holds. */
  readonly such?: Json;
}

/** What a resource must be set to, in one of several ways. */
export interface Demand {
  /** What the title says of the resource, after its noun: `authenticates its clients`. */
  readonly demand: string;
  /** The ways to meet it: all needs of one of them hold. */
  readonly ways: readonly (readonly Need[])[];
  /** The resources that are meant: those of which all this holds. By default every one. */
  readonly only?: readonly Need[];
  /** Settings within blocks, each of which must hold too. */
  readonly within?: readonly { readonly blocks: string; readonly settings: readonly Setting[] }[];
  /** What it means where the demand is not met, for a message. */
  readonly otherwise: string;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** What a resource sets up beside its own data: a replica in another region, the results of a job, the records of a feature. */
export interface AtRestPart {
  /** The blocks that describe it. A resource that has none of them has none of it. By default the resource itself. */
  readonly blocks?: string;
  /** The attribute within them that decides whether it is there: by its value, by being set at all, or by being left out. */
  readonly only?: { readonly attribute: string; readonly is?: string; readonly unset?: true };
  /** The settings without which nothing is encrypted, or only with a key that AWS owns. */
  readonly settings?: readonly Setting[];
  /** The attribute that names the KMS key. None where it is encrypted with that of something else. */
  readonly key?: string;
  /** What holds where no key is named, for a message. By default as for the resource. */
  readonly withoutKey?: string;
}

/** How a service encrypts at rest what a resource holds. */
export interface AtRest {
  /** The settings without which nothing is encrypted, or only with a key that AWS owns. */
  readonly settings?: readonly Setting[];
  /** The attribute that names the KMS key. None where the service takes no key of its customers. */
  readonly key?: string;
  /** What the resource sets up beside its own data, each with an encryption of its own. */
  readonly parts?: readonly AtRestPart[];
  /** What holds where no key is named, for a message. */
  readonly withoutKey?: string;
  /** The data that is meant: of every class (`any`), or only personal data. */
  readonly data: 'any' | 'personal';
  /** Whose key must encrypt data of every class: any KMS key, or one that the customer manages. By default nobody asks where the data is not personal. */
  readonly keyOfAny?: 'anyone' | 'customer';
  /** The type and attribute that name the key which the account and region take by default. */
  readonly defaultKey?: { readonly type: string; readonly key: string };
  /** Whether a resource that names no key keeps the one of its source, which is judged there. */
  readonly keepsKeyOfSource?: true;
  /** Why nobody can tell whose key encrypts where none is named, for a message. */
  readonly unknownWithoutKey?: string;
  /** Whether other resources decide how this one is encrypted: for certain, or as only a plan can tell (`open`). */
  readonly inherits?: (resource: Resource, model: Model) => boolean | 'open';
  /** Why its key does not encrypt all that it holds, for a message, where that is so. */
  readonly leavesOpen?: (resource: Resource, model: Model) => string | undefined;
  /** The attribute that decides the settings which are not set: a snapshot that a database is restored from. */
  readonly restoredBy?: (resource: Resource) => string | undefined;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A value of an attribute, where only that decides whether something has a meaning. */
export interface Condition {
  readonly attribute: string;
  readonly is: string;
}

/** The backups that a service takes of what a resource holds, by itself. */
export interface Backups {
  /** What AWS calls them: `automated backups`. */
  readonly noun: string;
  /** The attribute that sets how many days they are kept, and the days where it is not set: 0 for none. */
  readonly days?: { readonly attribute: string; readonly default: number };
  /** The setting that switches them on, where no number of days does. */
  readonly setting?: Setting;
  /** The attribute that sets how many days back they reach, where the setting switches them on, and the days where it is not set. */
  readonly reach?: { readonly attribute: string; readonly default: number };
  /** Set for a cache, which mostly holds what can be made again. */
  readonly isCache?: true;
  /** Where the service takes none. */
  readonly noneIf?: Condition;
  /** The attribute that makes it part of another resource, whose backups hold it. */
  readonly partOf?: string;
  /** Whether it copies another resource as that changes, and can be made again. */
  readonly isReplica?: (resource: Resource) => boolean;
  /** Whether it is made to be lost, and takes no backups. */
  readonly isTemporary?: (resource: Resource) => boolean;
  /** The attribute that decides the days where they are not set: a snapshot that a database is restored from. */
  readonly restoredBy?: (resource: Resource) => string | undefined;
  /** The snapshots that somebody asks for: their type, their attribute that names the store, and the attribute of the store that holds this name. */
  readonly snapshots?: { readonly type: string; readonly attribute: string; readonly nameOf: string };
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  readonly sources: readonly string[];
}

/** How a resource stands in a network. */
export interface InNetwork {
  /** How the picture of the network draws it. */
  readonly drawn?: { readonly as: 'balancer' | 'database' | 'firewall' | 'vpn' | 'workload'; readonly what: string };
  /** The attributes that name its security groups. */
  readonly groups: readonly string[];
  /** The attributes that name its subnets. */
  readonly subnets: readonly string[];
  /** The attribute that names a group of subnets instead, and the type of that group. */
  readonly subnetGroup?: readonly [attribute: string, type: string];
  /** The attributes that name the template with its security groups. */
  readonly templates?: readonly string[];
  /** The block without which it stands in no network. */
  readonly within?: string;
}

/** An attribute whose value is a secret, and what keeps the secret out of the state instead. */
export interface SecretAttribute {
  /** `password`, or `user.password` within every block of the name. */
  readonly path: string;
  /** The attribute that decides whether it holds a secret, and the values with which it does. */
  readonly only?: { readonly attribute: string; readonly is: readonly string[] };
  readonly instead: string;
}

/** How a service encrypts what passes between a resource and others. */
export interface InTransit {
  /** What the title says of the resource, after its noun: `takes only TLS connections`. */
  readonly demand: string;
  /** The settings without which something passes unencrypted. None where the service always encrypts. */
  readonly settings: readonly Setting[];
  /** The blocks that hold the settings. A resource that has none of them has nothing to encrypt. */
  readonly blocks?: string;
  /** Further settings within blocks. Where there is no such block, it has nothing to encrypt. */
  readonly within?: readonly { readonly blocks: string; readonly settings: readonly Setting[] }[];
  /** The settings of one resource, where they depend on it. */
  readonly settingsOf?: (resource: Resource) => readonly Setting[];
  /** Whether another resource, or the service itself, decides how this one is encrypted. */
  readonly inherits?: (resource: Resource) => boolean;
  /** Why no setting encrypts it, for a message. */
  readonly never?: string;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** How long a resource keeps what arrives in it, which nobody can delete piece by piece. */
export interface Retention {
  /** The attribute that sets it, and the unit in which it does. */
  readonly attribute: string;
  readonly unit: 'seconds' | 'hours' | 'days';
  /** What holds where it is not set, in the same unit. None where it has to be set. */
  readonly default?: number;
  /** The number that stands for no end at all. */
  readonly forever?: number;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  readonly sources: readonly string[];
}

/** The setting that keeps something of a resource, or the resource itself, when somebody deletes it. */
export interface Safeguard {
  readonly setting: Setting;
  /** Further settings of the resource, each of which must hold too. */
  readonly also?: readonly Setting[];
  /** Further settings within blocks, each of which must hold too. */
  readonly within?: readonly { readonly blocks: string; readonly settings: readonly Setting[] }[];
  /** Where there is nothing to keep. */
  readonly noneIf?: Condition;
  /** What holds then, for a title: `leaves a final snapshot`. */
  readonly demand: string;
  /** Whether it copies another resource as that changes, and can be made again. */
  readonly isReplica?: (resource: Resource) => boolean;
  /** Whether it is made to be lost, and takes no backups. */
  readonly isTemporary?: (resource: Resource) => boolean;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** What decides whether the internet reaches a resource at an address of its own. */
export interface PublicAddress {
  /** Set where it runs or administers something, and is no store of data. */
  readonly isWorkload?: true;
  /** The setting that keeps it private. */
  readonly setting?: Setting;
  /** The block that puts it into a VPC. Without it the address is public. */
  readonly vpc?: string;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts?: string;
  readonly sources: readonly string[];
}

/** The policy that says who may use a resource. */
export interface ResourcePolicy {
  /** The attribute that holds it. */
  readonly attribute: string;
  /** The resource that holds it instead: its type, the attribute with which it names this one, and what that holds where it is no reference. */
  readonly apart?: { readonly type: string; readonly attribute: string; readonly names: string };
  /** Where a statement may leave out its `Resource`, and then means what the policy is attached to. */
  readonly impliesResource?: true;
  /** The type of the policies that speak of every resource of this one in the account and Region. */
  readonly ofAccount?: string;
}

/** A service that answers without TLS as well, unless the policy of a resource denies it. */
export interface PlainTransport {
  /** The action that must be denied, at least: `sns:Publish`. */
  readonly action: string;
  /** Set where the denial must name the resource and all that it holds. */
  readonly holdsObjects?: true;
  /** Set where few resources of the type have a policy, and only those are judged. */
  readonly isOfPolicies?: true;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** What spreads a resource over Availability Zones. */
export interface Zones {
  /** The attributes that list its subnets. */
  readonly subnets?: readonly string[];
  /** Blocks that name a subnet each. */
  readonly mappings?: { readonly blocks: string; readonly subnet: string };
  /** The attribute that lists its zones where it has no subnets. */
  readonly zones?: string;
  /** The attribute that keeps all of it in one zone. By default the service spreads it. */
  readonly oneZone?: string;
  /** Set where it spans zones by itself unless it has subnets. */
  readonly byItself?: true;
  /** The setting with which the service spreads it, where that decides. */
  readonly setting?: Setting;
  /** Where it must outlive the loss of a zone: in production, or everywhere but in ephemeral environments. */
  readonly environments: 'production' | 'lasting';
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A policy that can let everyone in. */
export interface PublicPolicy {
  /** The attribute that closes the resource to everyone outside a VPC, whatever its policy is. */
  readonly vpc?: string;
  /** What AWS does and what follows, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** How a resource comes to log what happens in it. */
export interface Logs {
  /** What it logs, for a title: `its requests`. */
  readonly what: string;
  /** The resource that makes it log, by the attribute that names what it logs, and what that resource must say. */
  readonly companion?: { readonly type: string; readonly attribute: string; readonly needs?: Condition };
  /** The blocks that each name a log, of the companion where there is one, and the logs that are wanted. */
  readonly list?: {
    readonly blocks: string;
    readonly log: string;
    readonly wanted: readonly string[];
    /** The attribute that switches a block off. */
    readonly enabled?: string;
  };
  /** The attributes that switch them on: all of them must be true. */
  readonly switches?: readonly string[];
  /** The ways to have them by its own attributes: all needs of one of them hold. */
  readonly ways?: readonly (readonly Need[])[];
  /** The resources that are meant: those of which all this holds. By default every one. */
  readonly only?: readonly Need[];
  /** Whether what is in front of it certainly logs the same. */
  readonly isLoggedBefore?: (resource: Resource, model: Model) => boolean;
  /** What it means where nothing is logged, for a message. */
  readonly otherwise: string;
  /** What AWS does, as sentences: part of the rationale of the rule. */
  readonly facts: string;
  /** What to know when setting it, as sentences: part of the fix. */
  readonly note?: string;
  readonly sources: readonly string[];
}

/** Whether a service installs minor versions of an engine by itself. */
export interface MinorVersions {
  readonly setting: Setting;
  /** Where there are none to install. */
  readonly noneIf?: Condition;
  readonly sources: readonly string[];
}

/** A way to read what a resource holds: an action, and what it is asked of. */
export interface Read {
  readonly action: string;
  /** What follows the ARN of the resource: `/index/*`. Objects of buckets have `/*` by themselves. */
  readonly part?: string;
  /** What follows the account in the ARN instead, with the name of the resource: `rule/${name}/*`. */
  readonly path?: string;
}

/** The KMS key that anyone who reads must be allowed to use as well, where the service does not decrypt by rights of its own. */
export interface ReadingKey {
  /** The service that KMS sees the request come from: `sqs`. None where AWS does not say it. */
  readonly via?: string;
  /** The attribute that names the key. */
  readonly attribute: string;
  /** Where a KMS key encrypts at all. */
  readonly onlyIf?: Condition;
  /** Whose key encrypts where none is named: one of AWS that every reader passes by (`service`), or the key that AWS manages for the account (`aws`). */
  readonly unnamed: 'service' | 'aws';
  /** What may be in the resource under another key or none, for a message. Nothing where the key encrypts all of it. */
  readonly leavesOut?: string;
}

/** How a principal that the policy of a resource names reads what it holds. */
export interface Reading {
  /** Each of them is enough. */
  readonly reads: readonly Read[];
  readonly key?: ReadingKey;
  /** The attribute that names the store whose data it gives, where it holds none of its own, and whether the policy of that store must allow the same. */
  readonly store?: { readonly attribute: string; readonly types: readonly string[]; readonly mustAllow?: true };
  readonly sources: readonly string[];
}

/** What the project knows about a type of resource: facts with their sources, no verdicts. */
export interface ResourceType {
  /** What a sentence calls it: `queue`. */
  readonly noun: string;
  /** Whether data lies in it or passes through it, so that its tags and its region matter. */
  readonly holdsData?: true;
  /** Where it takes secrets that end up in the state. What the provider only writes (`…_wo`) is in no state, and not listed. */
  readonly secrets?: readonly SecretAttribute[];
  readonly network?: InNetwork;
  readonly atRest?: AtRest;
  readonly backups?: Backups;
  readonly inTransit?: InTransit;
  /** The versions of TLS and the ciphers that it takes, where a policy sets them. */
  readonly minTls?: InTransit;
  readonly retention?: Retention;
  readonly zones?: Zones;
  readonly logs?: Logs;
  readonly minorVersions?: MinorVersions;
  /** What refuses to delete it in one call. */
  readonly deletionProtection?: Safeguard;
  /** What is left of its data once Terraform destroyed it. */
  readonly lastCopy?: Safeguard;
  readonly publicAddress?: PublicAddress;
  /** How its callers prove who they are. */
  readonly authentication?: Demand;
  /** What it must not be able to do to what is around it. */
  readonly hardening?: Demand;
  /** What it looks for, where it does for all that it can look at. */
  readonly detection?: Demand;
  readonly policy?: ResourcePolicy;
  readonly plainTransport?: PlainTransport;
  readonly publicPolicy?: PublicPolicy;
  readonly reading?: Reading;
}

/** The types of one service. The file is called as the rules of the service are: `sns.ts` for `SNS-001`. */
export interface Service {
  /** The name that AWS gives it: `Data Firehose`. */
  readonly name: string;
  readonly types: { readonly [type: string]: ResourceType };
}
