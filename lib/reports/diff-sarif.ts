import { createHash } from 'node:crypto';
import { Log, ReportingDescriptor, Result } from 'sarif';
import { Change, Diff } from '../diff/change';
import { placeOf } from './diff-groups';
import { jsonText, oneLine } from './escape';
import { LEVELS, message, uris } from './sarif';

/** A diff as SARIF 2.1.0: what widens, and what nobody can tell. */
export function diffSarif({ changes }: Diff): string {
  const shown = changes.filter(({ direction }) => direction === 'widens' || direction === 'undetermined');
  const subjects = [...new Set(shown.map(({ subject }) => subject))].sort();
  const uriOf = uris();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'toms diff',
            rules: subjects.map((subject): ReportingDescriptor => ({
              id: `diff/${subject}`,
              shortDescription: { text: `Security changes: ${subject}` },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: shown.map((change) => resultOf(change, subjects.indexOf(change.subject), uriOf)),
      },
    ],
  };
  return jsonText(log);
}

function resultOf(change: Change, ruleIndex: number, uriOf: (path: string) => string): Result {
  const { direction, severity, subject, message: said, id, approval, file = '', stack, address } = change;
  return {
    ruleId: `diff/${subject}`,
    ruleIndex,
    ...(direction === 'widens' ? { kind: 'fail', level: LEVELS[severity] } : { kind: 'open', level: 'none' }),
    message: message(oneLine(`${placeOf(change)}: ${said}`)),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: address, kind: 'resource' }],
      },
    ],
    partialFingerprints: {
      'tomsChange/v1': createHash('sha256')
        .update(JSON.stringify([id, stack]))
        .digest('hex'),
    },
    suppressions: approval
      ? [
          {
            kind: 'external',
            status: 'accepted',
            justification: oneLine(`${approval.reason} (${approval.approver}, until ${approval.expires})`),
          },
        ]
      : undefined,
  };
}
