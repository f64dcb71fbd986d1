import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function found(image: JsonObject): JsonObject {
  return {
    data: { aws_ami: { linux: { most_recent: true, ...image } } },
    resource: { aws_instance: { app: { ami: '${data.aws_ami.linux.id}' } } },
  };
}

const NAME: JsonObject = { name: 'name', values: ['al2023-ami-2023*'] };
const ADDRESSES = ['aws_instance.app'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'images of Amazon', terraform: found({ owners: ['amazon'], filter: NAME }) },
    {
      title: 'a filter for the owner',
      terraform: found({ filter: [NAME, { name: 'owner-id', values: ['111122223333'] }] }),
    },
    { title: 'an image by its id', terraform: { resource: { aws_instance: { app: { ami: 'ami-0a' } } } } },
  ],
  fail: [
    { title: 'anyone who took the name', terraform: found({ filter: NAME }), addresses: ADDRESSES },
    {
      title: 'in a launch template',
      terraform: {
        data: { aws_ami: { linux: { most_recent: true, name_regex: '^base-' } } },
        resource: { aws_launch_template: { app: { image_id: '${data.aws_ami.linux.image_id}' } } },
      },
      addresses: ['aws_launch_template.app'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the owners',
      terraform: { ...found({ owners: '${var.open}', filter: NAME }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
  ],
};
