/** Terraform JSON of a platform in three stacks, as cdktf writes it: a network with an edge, a workload, an archive. */

type Body = { readonly [key: string]: unknown };

const ZONES = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];
const TIERS = ['public', 'application', 'data', 'endpoint'];

/** A resource with the construct path that cdktf leaves in it. */
function at(path: string, body: Body): Body {
  return { ...body, '//': { metadata: { path, uniqueId: path.replace(/\W/g, '_') } } };
}

/** What another stack exports: the output there, and how it is referred to here. */
function shared(stack: string, name: string, expression: string): { output: Body; reference: string } {
  const output = `cross-stack-output-${name}`;
  return {
    output: { [output]: { value: `\${${expression}}`, sensitive: true } },
    reference: `\${data.terraform_remote_state.cross-stack-reference-input-${stack}.outputs.${output}}`,
  };
}

const TERRAFORM = {
  provider: { aws: [{ region: 'eu-central-1' }] },
  terraform: { backend: { s3: { bucket: 'example-states', key: 'state', region: 'eu-central-1' } } },
};

const ARCHIVE_BUCKET = shared('archive', 'aws_s3_bucketarchiveid', 'aws_s3_bucket.archive.id');
const ARCHIVE_ARN = shared('archive', 'aws_s3_bucketarchivearn', 'aws_s3_bucket.archive.arn');
const SUBNETS = ['a', 'b', 'c'].map((zone) =>
  shared('network', `aws_subnetapplication-${zone}id`, `aws_subnet.application-${zone}.id`)
);
const APP_GROUP = shared('network', 'aws_security_groupappid', 'aws_security_group.app.id');
const TARGETS = shared('network', 'aws_lb_target_groupapparn', 'aws_lb_target_group.app.arn');

const ARCHIVE = {
  ...TERRAFORM,
  output: { ...ARCHIVE_BUCKET.output, ...ARCHIVE_ARN.output },
  resource: {
    aws_s3_bucket: {
      archive: at('archive/Logs/Trails/Resource', { tags: { 'tom:log-kind': 'security' } }),
      other: at('archive/Uploads/Resource', {}),
    },
    aws_cloudtrail: { trail: at('archive/Trail/Resource', { s3_bucket_name: '${aws_s3_bucket.archive.id}' }) },
  },
};

const NETWORK = {
  ...TERRAFORM,
  output: Object.assign({}, ...SUBNETS.map(({ output }) => output), APP_GROUP.output, TARGETS.output) as Body,
  resource: {
    aws_vpc: { vpc: at('network/Vpc/Resource', { cidr_block: '10.0.0.0/16' }) },
    aws_subnet: Object.fromEntries(
      TIERS.flatMap((tier, row) =>
        ZONES.map((zone, column) => [
          `${tier}-${zone.slice(-1)}`,
          at(`network/Vpc/${tier}/${zone.slice(-1)}`, {
            vpc_id: '${aws_vpc.vpc.id}',
            availability_zone: zone,
            cidr_block: `10.0.${row * 16 + column}.0/24`,
            tags: { 'tom:tier': tier },
          }),
        ])
      )
    ),
    aws_internet_gateway: { igw: at('network/Vpc/InternetGateway', { vpc_id: '${aws_vpc.vpc.id}' }) },
    aws_nat_gateway: Object.fromEntries(
      ['a', 'b', 'c'].map((zone) => [
        `nat-${zone}`,
        at(`network/Vpc/Nat/${zone}`, { subnet_id: `\${aws_subnet.public-${zone}.id}` }),
      ])
    ),
    aws_route_table: Object.fromEntries(
      ['public', 'application-a', 'application-b', 'application-c', 'data', 'endpoint'].map((name) => [
        name,
        at(`network/Vpc/Routes/${name}`, { vpc_id: '${aws_vpc.vpc.id}' }),
      ])
    ),
    aws_route: {
      public: at('network/Vpc/PublicRoute', {
        route_table_id: '${aws_route_table.public.id}',
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: '${aws_internet_gateway.igw.id}',
      }),
      ...Object.fromEntries(
        ['a', 'b', 'c'].map((zone) => [
          `application-${zone}`,
          at(`network/Vpc/ApplicationRoute/${zone}`, {
            route_table_id: `\${aws_route_table.application-${zone}.id}`,
            destination_cidr_block: '0.0.0.0/0',
            nat_gateway_id: `\${aws_nat_gateway.nat-${zone}.id}`,
          }),
        ])
      ),
    },
    aws_route_table_association: Object.fromEntries(
      TIERS.flatMap((tier) =>
        ['a', 'b', 'c'].map((zone) => [
          `${tier}-${zone}`,
          at(`network/Vpc/Associations/${tier}-${zone}`, {
            subnet_id: `\${aws_subnet.${tier}-${zone}.id}`,
            route_table_id: `\${aws_route_table.${tier === 'application' ? `application-${zone}` : tier}.id}`,
          }),
        ])
      )
    ),
    aws_flow_log: {
      log: at('network/Vpc/FlowLog', {
        vpc_id: '${aws_vpc.vpc.id}',
        log_destination: `${ARCHIVE_ARN.reference}/vpc`,
        log_destination_type: 's3',
      }),
    },
    aws_security_group: Object.fromEntries(
      ['edge', 'app', 'data', 'endpoint'].map((name) => [
        name,
        at(`network/${name}/Group`, { vpc_id: '${aws_vpc.vpc.id}' }),
      ])
    ),
    aws_vpc_security_group_ingress_rule: {
      https: at('network/Edge/Https', {
        security_group_id: '${aws_security_group.edge.id}',
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
        cidr_ipv4: '0.0.0.0/0',
      }),
      http: at('network/Edge/Http', {
        security_group_id: '${aws_security_group.edge.id}',
        ip_protocol: 'tcp',
        from_port: 80,
        to_port: 80,
        cidr_ipv4: '0.0.0.0/0',
      }),
      app: between('app', 'edge', 8443),
      data: between('data', 'app', 5432),
      endpoint: between('endpoint', 'app', 443),
    },
    aws_vpc_security_group_egress_rule: {
      edge: between('edge', 'app', 8443),
      app: between('app', 'data', 5432),
      s3: at('network/App/ToS3', {
        security_group_id: '${aws_security_group.app.id}',
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
        prefix_list_id: '${aws_vpc_endpoint.s3.prefix_list_id}',
      }),
      anywhere: at('network/Data/Anywhere', {
        security_group_id: '${aws_security_group.data.id}',
        ip_protocol: '-1',
        cidr_ipv4: '0.0.0.0/0',
      }),
    },
    aws_vpc_endpoint: {
      s3: at('network/Vpc/Endpoints/S3', {
        vpc_id: '${aws_vpc.vpc.id}',
        service_name: 'com.amazonaws.eu-central-1.s3',
        route_table_ids: ['${aws_route_table.application-a.id}'],
      }),
      ...Object.fromEntries(
        ['ssm', 'kms', 'ecr.api'].map((service) => [
          service.replace('.', '_'),
          at(`network/Vpc/Endpoints/${service}`, {
            vpc_id: '${aws_vpc.vpc.id}',
            vpc_endpoint_type: 'Interface',
            service_name: `com.amazonaws.eu-central-1.${service}`,
            subnet_ids: ['a', 'b', 'c'].map((zone) => `\${aws_subnet.endpoint-${zone}.id}`),
            security_group_ids: ['${aws_security_group.endpoint.id}'],
          }),
        ])
      ),
    },
    aws_lb: {
      edge: at('network/Edge/LoadBalancer/Resource', {
        internal: false,
        load_balancer_type: 'application',
        security_groups: ['${aws_security_group.edge.id}'],
        subnets: ['a', 'b', 'c'].map((zone) => `\${aws_subnet.public-${zone}.id}`),
        access_logs: { bucket: ARCHIVE_BUCKET.reference, enabled: true },
        connection_logs: { bucket: ARCHIVE_BUCKET.reference, enabled: true },
      }),
    },
    aws_lb_target_group: { app: at('network/Edge/Targets', { port: 8443, protocol: 'HTTPS' }) },
    aws_lb_listener: {
      https: at('network/Edge/Https/Listener', {
        load_balancer_arn: '${aws_lb.edge.arn}',
        port: 443,
        protocol: 'HTTPS',
        ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
        default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.app.arn}' }],
      }),
      http: at('network/Edge/Http/Listener', {
        load_balancer_arn: '${aws_lb.edge.arn}',
        port: 80,
        protocol: 'HTTP',
        default_action: [{ type: 'redirect', redirect: { status_code: 'HTTP_301', port: '443', protocol: 'HTTPS' } }],
      }),
    },
    aws_wafv2_web_acl: { waf: at('network/Edge/Firewall/Resource', { scope: 'REGIONAL' }) },
    aws_wafv2_web_acl_association: {
      waf: at('network/Edge/Firewall/Association', {
        resource_arn: '${aws_lb.edge.arn}',
        web_acl_arn: '${aws_wafv2_web_acl.waf.arn}',
      }),
    },
    aws_wafv2_web_acl_logging_configuration: {
      waf: at('network/Edge/Firewall/Logging', {
        resource_arn: '${aws_wafv2_web_acl.waf.arn}',
        log_destination_configs: ['${aws_cloudwatch_log_group.waf.arn}'],
      }),
    },
    aws_cloudwatch_log_group: { waf: at('network/Edge/Firewall/Logs/Resource', {}) },
    aws_db_subnet_group: {
      data: at('network/Orders/Subnets', {
        subnet_ids: ['a', 'b', 'c'].map((zone) => `\${aws_subnet.data-${zone}.id}`),
      }),
    },
    aws_db_instance: {
      orders: at('network/Orders/Resource', {
        engine: 'postgres',
        db_subnet_group_name: '${aws_db_subnet_group.data.name}',
        vpc_security_group_ids: ['${aws_security_group.data.id}'],
      }),
    },
  },
};

function between(to: string, from: string, port: number): Body {
  return at(`network/${to}/${from}/${port}`, {
    security_group_id: `\${aws_security_group.${to}.id}`,
    ip_protocol: 'tcp',
    from_port: port,
    to_port: port,
    referenced_security_group_id: `\${aws_security_group.${from}.id}`,
  });
}

const WORKLOAD = {
  ...TERRAFORM,
  resource: {
    aws_launch_template: {
      app: at('workload/App/Template', { vpc_security_group_ids: [APP_GROUP.reference] }),
    },
    aws_autoscaling_group: {
      app: at('workload/App/Resource', {
        min_size: 2,
        max_size: 6,
        launch_template: { id: '${aws_launch_template.app.id}', version: '$Latest' },
        vpc_zone_identifier: SUBNETS.map(({ reference }) => reference),
        target_group_arns: [TARGETS.reference],
      }),
    },
  },
};

/** The output of synth with its manifest. */
export function writePlatform(
  write: (path: string, content: unknown) => string,
  order = ['archive', 'network', 'workload']
): string {
  const stacks: { [name: string]: unknown } = { archive: ARCHIVE, network: NETWORK, workload: WORKLOAD };
  for (const name of order) write(`platform/stacks/${name}/cdk.tf.json`, stacks[name]);
  const named = order.map((name) => [name, { name, synthesizedStackPath: `stacks/${name}/cdk.tf.json` }]);
  return write('platform/manifest.json', { version: '0.21.0', stacks: Object.fromEntries(named) }).replace(
    /\/manifest\.json$/,
    ''
  );
}
