import { API_CALL, CHANGES, Changes } from './changes';
import { ABSENT, KnownEvent } from './event-pattern';

/** Events of one kind that somebody must hear of. */
export interface DemandedEvents {
  /** What they are, for a message: `failed restores`. */
  readonly what: string;
  readonly events: readonly KnownEvent[];
  /** Where AWS tells of them in one region only. */
  readonly region?: string;
}

const jobs = (what: string, job: string, field: 'state' | 'status', states: readonly string[]): DemandedEvents => ({
  what,
  events: states.map((state) => ({
    source: 'aws.backup',
    'detail-type': `${job} Job State Change`,
    detail: { [field]: state },
  })),
});

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html */
export const FAILED_JOBS: readonly DemandedEvents[] = [
  jobs('failed backups', 'Backup', 'state', ['ABORTED', 'EXPIRED', 'FAILED']),
  jobs('failed copies', 'Copy', 'state', ['FAILED']),
  jobs('failed restores', 'Restore', 'status', ['ABORTED', 'FAILED']),
];

/** Who calls: a user, and a role that no rule knows. What succeeded has no error. */
const CALLERS: readonly KnownEvent[] = [
  { type: 'IAMUser', invokedBy: ABSENT, sessionContext: ABSENT },
  {
    type: 'AssumedRole',
    invokedBy: ABSENT,
    sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::000000000000:role/somebody else' } },
  },
];

type Called = Pick<Changes, 'service' | 'calls' | 'isGlobal'>;

function calls(what: string, { service, calls: names, isGlobal }: Called): DemandedEvents {
  return {
    what,
    events: names.flatMap((eventName) =>
      CALLERS.map((userIdentity) => ({
        source: `aws.${service}`,
        'detail-type': API_CALL,
        detail: {
          eventSource: `${service}.amazonaws.com`,
          eventName,
          userIdentity,
          errorCode: ABSENT,
          errorMessage: ABSENT,
        },
      }))
    ),
    region: isGlobal ? 'us-east-1' : undefined,
  };
}

const ALL: readonly Changes[] = CHANGES;

const changesOf = (changes: Changes): DemandedEvents => calls(`changes of ${changes.what}`, changes);

/** Changes of networks, identities, trails and keys. */
export const CHANGED: readonly DemandedEvents[] = ALL.filter(({ id }) => id !== 'Buckets' && id !== 'Recorders').map(
  changesOf
);

/** Calls that switch off a trail, or what AWS Config records. */
export const LOGGING_OFF: readonly DemandedEvents[] = ALL.filter(({ isOfRecords }) => isOfRecords).map((changes) =>
  changesOf({ ...changes, calls: changes.calls.filter((name) => /^(?:Delete|Stop|Update)/.test(name)) })
);

/** Vulnerabilities that Amazon Inspector finds: https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html */
export const VULNERABILITIES: readonly DemandedEvents[] = [
  {
    what: 'vulnerabilities',
    events: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'].map((severity) => ({
      source: 'aws.inspector2',
      'detail-type': 'Inspector2 Finding',
      detail: { severity, status: 'ACTIVE' },
    })),
  },
];

/** Calls by which a key is lost. */
export const KEYS_LOST: readonly DemandedEvents[] = ALL.filter(({ isOfKeys }) => isOfKeys).map((changes) =>
  calls('keys that are disabled or scheduled for deletion', changes)
);
