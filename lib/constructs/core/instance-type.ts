import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';

/** Families of instances with processors of the ARM architecture: a1, and a g after the generation. */
const GRAVITON = /^(?:a1|[a-z]+\d+g)/;

/** The architecture of a type of instances, as parameters of AWS name it. */
export function architectureOf(instanceType: string): string {
  return GRAVITON.test(instanceType) ? 'arm64' : 'x86_64';
}

/** Refuses what is no type of instances, or is not known yet. */
export function requireInstanceType(scope: IConstruct, instanceType: string): void {
  if (!Token.isUnresolved(instanceType) && /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(instanceType)) return;
  const must = 'must be a type of instance, known when the program runs: it decides the image';
  refuse(scope, { prop: 'instanceType', must, value: instanceType, fix: "write instanceType: 't4g.micro'" });
}
