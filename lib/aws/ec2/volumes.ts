import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../terraform/value';
import { templateNamed } from './launch-template';

/** A volume, snapshot or image that a resource makes. */
export interface Volume {
  /** Whether it is encrypted by what the resource itself says. `open` where only a plan can tell. */
  readonly encrypted: 'yes' | 'no' | 'open';
  /** What the resource says, for a message. */
  readonly because: string;
  /** The attribute that encrypts it, where setting it on the resource does. */
  readonly attribute?: string;
}

/** The resource types that make volumes, or say how they will be made. */
export const VOLUME_TYPES = [
  'aws_ami',
  'aws_ami_copy',
  'aws_ebs_snapshot_copy',
  'aws_ebs_snapshot_import',
  'aws_ebs_volume',
  'aws_ecs_service',
  'aws_imagebuilder_container_recipe',
  'aws_imagebuilder_image_recipe',
  'aws_instance',
  'aws_launch_configuration',
  'aws_launch_template',
  'aws_opsworks_custom_layer',
  'aws_opsworks_ecs_cluster_layer',
  'aws_opsworks_ganglia_layer',
  'aws_opsworks_haproxy_layer',
  'aws_opsworks_java_app_layer',
  'aws_opsworks_memcached_layer',
  'aws_opsworks_mysql_layer',
  'aws_opsworks_nodejs_app_layer',
  'aws_opsworks_php_app_layer',
  'aws_opsworks_rails_app_layer',
  'aws_opsworks_static_web_layer',
  'aws_spot_fleet_request',
  'aws_spot_instance_request',
];

/** What the root volume of a Linux or Windows image is called: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html */
const ROOT_DEVICES = ['/dev/sda1', '/dev/xvda'];

/** The volumes that a resource makes, as far as it says anything of them. */
export function volumesOf(model: Model, resource: Resource): readonly Volume[] {
  if (resource.type.startsWith('aws_opsworks_')) {
    return each(resource, 'ebs_volume', (block, path) => volume(block, `${path}.`, 'the volume is not encrypted'));
  }
  switch (resource.type) {
    case 'aws_ami':
      return each(resource, 'ebs_block_device', imageVolume);
    case 'aws_imagebuilder_container_recipe':
      return recipeVolumes(resource, 'instance_configuration.block_device_mapping');
    case 'aws_imagebuilder_image_recipe':
      return recipeVolumes(resource, 'block_device_mapping');
    case 'aws_ebs_snapshot_import':
      return [volume(resource, '', 'the snapshot is not encrypted', 'encrypted')];
    case 'aws_ami_copy':
    case 'aws_ebs_snapshot_copy':
      return [volume(resource, '', 'the copy is encrypted only where its source is', 'encrypted')];
    case 'aws_ebs_volume':
      return [
        resource.has('snapshot_id')
          ? volume(resource, '', 'the volume is encrypted only where its snapshot is', 'encrypted')
          : volume(resource, '', 'the volume is not encrypted', 'encrypted'),
      ];
    case 'aws_ecs_service':
      return each(resource, 'volume_configuration.managed_ebs_volume', (block, path) =>
        // ECS encrypts where nothing is said.
        configured(block, 'encrypted') !== undefined
          ? volume(block, `${path}.`, 'the volume is not encrypted')
          : ENCRYPTED
      );
    case 'aws_launch_template':
      return mappedVolumes(resource);
    case 'aws_spot_fleet_request':
      return each(resource, 'launch_specification', (block, path) => deviceVolumes(block, `${path}.`)).flat();
    default:
      return instanceVolumes(model, resource);
  }
}

const ENCRYPTED: Volume = { encrypted: 'yes', because: '' };

function volume(block: Block, path: string, absent: string, attribute?: string): Volume {
  const value = configured(block, 'encrypted');
  const said = `${path}encrypted is ${describe(value)}`;
  if (isUnknown(value)) return { encrypted: 'open', because: `${said}, which only a plan can tell` };
  if (isTrue(value)) return ENCRYPTED;
  return { encrypted: 'no', because: value === undefined ? `${said}: ${absent}` : said, attribute };
}

/** A volume of an image. One of a snapshot is as that is, and must not say more. */
function imageVolume(device: Block, path: string): Volume {
  const snapshot = configured(device, 'snapshot_id');
  if (snapshot === undefined) return volume(device, `${path}.`, 'the volume is not encrypted');
  return { encrypted: 'open', because: `${path} is encrypted only where the snapshot ${describe(snapshot)} is` };
}

function recipeVolumes(recipe: Resource, path: string): Volume[] {
  return each(recipe, `${path}.ebs`, (ebs, name) =>
    volume(ebs, `${name}.`, 'the volume is encrypted only where its image or snapshot is')
  );
}

/** What is made of each block of a path. Blocks that only a plan can tell are open as a whole. */
function each<T>(block: Block, path: string, make: (inner: Block, path: string) => T): (T | Volume)[] {
  const blocks = block.blocks(path);
  const whole = blocks.length === 0 ? unknownPart(block, path) : undefined;
  if (whole !== undefined) {
    return [{ encrypted: 'open', because: `${path} is ${describe(whole)}, which only a plan can tell` }];
  }
  return blocks.map((inner) => make(inner, path));
}

function unknownPart(block: Block, path: string): Value {
  const value = configured(block, path);
  return isUnknown(value) ? value : undefined;
}

/** The volumes in the blocks of an instance. Without one of them for the root volume the image decides. */
function deviceVolumes(block: Block, path = '', attribute?: string): Volume[] {
  const root = each(block, 'root_block_device', (inner, name) =>
    volume(inner, `${path}${name}.`, 'the root volume is encrypted only where its image is', attribute)
  );
  const missing = `there is no ${path}root_block_device: the root volume is encrypted only where its image is`;
  return [
    ...(root.length > 0 ? root : [{ encrypted: 'no' as const, because: missing, attribute }]),
    ...furtherVolumes(block, path),
  ];
}

function furtherVolumes(block: Block, path = ''): Volume[] {
  return each(block, 'ebs_block_device', (inner, name) =>
    isTrue(inner.get('no_device'))
      ? ENCRYPTED
      : volume(inner, `${path}${name}.`, 'the volume is encrypted only where its snapshot is')
  );
}

function instanceVolumes(model: Model, resource: Resource): Volume[] {
  const [template] = resource.blocks('launch_template');
  if (!template || resource.blocks('root_block_device').length > 0) {
    return deviceVolumes(resource, '', 'root_block_device.encrypted');
  }
  // The root volume is that of the template, which is judged where it stands.
  if (templateNamed(model, resource, template)) return furtherVolumes(resource);
  const because = 'the root volume is that of a launch template which is not among what is checked';
  return [{ encrypted: 'open', because }, ...furtherVolumes(resource)];
}

function mappedVolumes(template: Resource): Volume[] {
  let root: Volume | undefined = {
    encrypted: 'no',
    because: `block_device_mappings has no ${ROOT_DEVICES.join(' or ')}: the root volume is encrypted only where its image is`,
  };
  const volumes = each(template, 'block_device_mappings', (mapping, path) => {
    const device = mapping.get('device_name');
    if (isRoot(device)) root = undefined;
    else if (isUnknown(device) && root?.encrypted === 'no') {
      const because = `${path}.device_name is ${describe(device)}, and only a plan can tell whether that is the root volume`;
      root = { encrypted: 'open', because };
    }
    return each(mapping, 'ebs', (ebs, name) =>
      volume(ebs, `${path}.${name}.`, 'the volume is encrypted only where its image or snapshot is')
    );
  }).flat();
  const isOpen = template.blocks('block_device_mappings').length === 0 && volumes.length > 0;
  return root && !isOpen ? [...volumes, root] : volumes;
}

function isRoot(device: Value): boolean {
  if (isUnknown(device)) return device.references.some((reference) => reference.endsWith('.root_device_name'));
  return typeof device === 'string' && ROOT_DEVICES.includes(device);
}
