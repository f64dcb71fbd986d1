import { Container, JOB, TASK } from '../../../aws/ecs/containers';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { containersVerdict } from '../../verdicts/containers';

/** What stands behind the name of an image: a digest, or a tag. A port of the registry stands before a slash. */
const BEHIND = /(?:@(?<digest>[a-z0-9]+:[0-9a-f]{32,})|:(?<tag>[\w][\w.-]{0,127}))$/i;

/** Tasks of which everybody can tell which image they run, tomorrow as well as today (TOM 3.2.3). */
export const RULE: ResourceRule = {
  id: 'ECS-013',
  name: 'images-stay-the-same',
  title: 'A container of a task or job names its image by a digest, or by a tag other than latest',
  severity: 'medium',
  claims: ['3.2.3.f'],
  rationale:
    'The tag latest, which counts where none is written, goes to another image with every build: what a new task runs is then what somebody pushed last, reviewed or not, and neither a plan nor the former definition tells what ran. A digest names one image forever. Another tag does where its repository is immutable, of which ECR-002 speaks.',
  fix: 'Name the image by its digest (`@sha256:…`), or by a tag that its build made, such as the commit.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-considerations.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  ],
  types: [TASK, JOB],
  check: (resource) => containersVerdict(resource, containerVerdict),
};

function containerVerdict({ name, get }: Container): Verdict {
  const image = get('image');
  const written = isUnknown(image) ? image.text : image;
  const behind = typeof written === 'string' ? BEHIND.exec(written)?.groups : undefined;
  if (behind?.digest !== undefined) return MET;
  // What follows the last expression of a text is known, whatever stands before it.
  if (behind?.tag !== undefined && behind.tag !== 'latest') return MET;
  if (isUnknown(image) && behind === undefined) return unknownAttribute(`image of ${name}`, image);
  return violated(`image of ${name} is ${describe(image)}: the next task may run another image`);
}
