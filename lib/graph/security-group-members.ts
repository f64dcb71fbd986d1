import { RESOURCE_TYPES, typesWith } from '../aws/types';
import { InNetwork } from '../aws/types/resource-type';
import { NodeKind } from './graph';

/** A type of resource that stands in subnets and has security groups, as the picture draws it. */
export interface MemberType extends InNetwork {
  readonly type: string;
  readonly kind: NodeKind;
  readonly what: string;
}

/** What is drawn of those that have security groups. Interface endpoints are drawn in `endpoints.ts`. */
export const MEMBER_TYPES: readonly MemberType[] = typesWith(({ network }) => network?.drawn !== undefined).map(
  (type) => {
    const { drawn, ...network } = RESOURCE_TYPES[type].network!;
    return { type, kind: drawn!.as, what: drawn!.what, ...network };
  }
);

/** Where a template says its security groups. */
export const TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_launch_template', ['vpc_security_group_ids', 'network_interfaces.security_groups']],
  ['aws_launch_configuration', ['security_groups']],
]);
