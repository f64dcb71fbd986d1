import {
  ALL_RULE_TYPES,
  Direction,
  GROUPS,
  GroupRule,
  describeTraffic,
  rulesOn,
  traffic,
} from '../aws/ec2/security-group-rules';
import { areEverybody, contains, parseCidr } from '../aws/ip-ranges';
import { getOr } from '../graph/collections';
import { Model } from '../terraform/model';
import { Resource } from '../terraform/stack';
import { describe, isTrue, isUnknown } from '../terraform/value';

/** Traffic that a security group lets through, with one peer. */
export interface Opening {
  readonly group: string;
  readonly direction: Direction;
  readonly resource: Resource;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** A range, or what names a group or a list. */
  readonly peer: string;
}

/** All that the security groups of a model let through, by group; and the rules that only a plan can tell. */
export function openingsOf(
  model: Model,
  groupOf: (resource: Resource) => string
): { openings: Opening[]; open: Resource[] } {
  const openings: Opening[] = [];
  const open: Resource[] = [];
  for (const type of [...GROUPS, ...ALL_RULE_TYPES]) {
    for (const resource of model.resources(type)) {
      for (const direction of ['ingress', 'egress'] as const) {
        for (const rule of rulesOn(resource, direction)) {
          const passing = isUnknown(rule) ? rule : traffic(rule);
          if (isUnknown(rule) || isUnknown(passing)) open.push(resource);
          else
            for (const peer of peersOf(rule))
              openings.push({ group: groupOf(resource), direction, resource, ...passing, peer });
        }
      }
    }
  }
  return { openings, open };
}

function peersOf({ cidrs, groups, prefixLists, self }: GroupRule): string[] {
  const named = [...cidrs, ...groups, ...prefixLists].map((item) => (typeof item === 'string' ? item : describe(item)));
  return isTrue(self) ? [...named, 'its own members'] : named;
}

/** The openings that no other one covers. */
export function newOpenings(openings: readonly Opening[], among: readonly Opening[]): Opening[] {
  const byGroup = new Map<string, Opening[]>();
  for (const opening of among) {
    getOr(byGroup, keyOf(opening), (): Opening[] => []).push(opening);
  }
  return openings.filter((opening) => !(byGroup.get(keyOf(opening)) ?? []).some((other) => covers(other, opening)));
}

function keyOf({ direction, group }: Opening): string {
  return `${direction} ${group}`;
}

function covers(broad: Opening, narrow: Opening): boolean {
  if (broad.protocol !== 'all' && broad.protocol !== narrow.protocol) return false;
  if (broad.protocol !== 'all' && (broad.from > narrow.from || broad.to < narrow.to)) return false;
  if (broad.peer === narrow.peer) return true;
  const [outer, inner] = [broad.peer, narrow.peer].map(parseCidr);
  return outer !== undefined && inner !== undefined && contains(outer, inner);
}

export function isForEverybody({ peer }: Opening): boolean {
  return areEverybody([peer]);
}

/** What a message calls an opening: `tcp 22 from 0.0.0.0/0`. */
export function describeOpening({ protocol, from, to, direction, peer }: Opening): string {
  return `${describeTraffic({ protocol, from, to })} ${direction === 'ingress' ? 'from' : 'to'} ${peer}`;
}
