import { Model } from '../../../../terraform/model';
import { targetsOf } from '../../../../terraform/references';
import { Resource } from '../../../../terraform/stack';
import { Value, isUnknown } from '../../../../terraform/value';
import { Request } from '../../evaluation/evaluate';
import { Text, hole } from '../../evaluation/text';
import { Question } from '../ask';
import { accountTextOf } from '../symbols';

/** What a service says of the source of its request. */
export interface Origin {
  readonly texts: NonNullable<Question['texts']>;
  readonly context: NonNullable<Request['context']>;
}

/** A source by its account, and by its ARN where AWS documents which one that is. */
export function originOf(source: Resource, arn?: Text): Origin {
  return {
    texts: { '${source}': arn ?? [], '${source account}': accountTextOf(source) },
    context: { 'aws:SourceAccount': ['${source account}'], ...(arn ? { 'aws:SourceArn': ['${source}'] } : {}) },
  };
}

/** Where AWS does not document what a service says of the source of its request. */
export const NOTHING_TOLD: Origin = { texts: {}, context: {} };

/** What an attribute holds, as a text of a policy. */
export function textAt(source: Resource, attribute: string): Text {
  const value = source.get(attribute);
  if (value === undefined) return [];
  return typeof value === 'string' ? [...value] : [hole(`${attribute} of ${source.stack.name}:${source.address}`)];
}

/** Where objects lie below what an attribute says, if anything: for `withPrefix`. */
export function prefixed(source: Resource, attribute: string): string {
  return source.get(attribute) === undefined ? '' : '/${own prefix}';
}

/** With what an attribute says that all objects lie below. */
export function withPrefix(origin: Origin, source: Resource, attribute: string): Origin {
  return { ...origin, texts: { ...origin.texts, '${own prefix}': textAt(source, attribute) } };
}

/** The resource of a type that an attribute names, by whatever names it. */
export function sinkOf(model: Model, source: Resource, value: Value, type: string): Resource | undefined {
  return targetsOf(model, source, withoutStar(value), [type], ['id', 'arn', 'name', 'bucket', 'url'])[0];
}

/** The ARN of a log group as some services ask for it ends in `:*`. */
function withoutStar(value: Value): Value {
  return typeof value === 'string' ? value.replace(/:\*$/, '') : value;
}

/** The bucket that a value names, and the path behind its ARN. */
export function bucketOf(
  model: Model,
  source: Resource,
  value: Value
): { readonly bucket: Resource; readonly path: string } | undefined {
  const text = isUnknown(value) ? value.text : value;
  const parts = typeof text === 'string' ? PATH.exec(text) : null;
  const named = parts ? source.evaluate(parts[1]) : value;
  const written = typeof named === 'string' ? named.replace(/^arn:[\w-]+:s3:::/, '') : named;
  const bucket = sinkOf(model, source, written, 'aws_s3_bucket') ?? sinkOf(model, source, named, 'aws_s3_bucket');
  return bucket && { bucket, path: parts?.[2].replace(/\/+$/, '') ?? '' };
}

const PATH = /^(\$\{[\w.-]+\}|arn:[\w-]+:s3:::[\w.-]+)(\/[^$]*)$/;
