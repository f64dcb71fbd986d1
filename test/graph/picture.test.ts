import { graphOf } from '../../lib/graph/picture';
import { mermaidText } from '../../lib/reports/mermaid';
import { loadStacks } from '../../lib/terraform/load';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';
import { temporary } from '../cli/toms';
import { id } from './draw';
import { writePlatform } from './platform';

const { write } = temporary();

function textOf(paths: readonly string[]): string {
  return mermaidText(graphOf(new Model(loadStacks(paths))));
}

/** Reverses the order of every object, which says nothing to Terraform. */
function reversed(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(reversed);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, value]) => [key, reversed(value)])
  );
}

test('several stacks are one picture', () => {
  expect(textOf([writePlatform(write)])).toBe(`flowchart LR
  %% left out: 1 rule to the internet, where no route leads
  internet1(("Internet"))
  state1[("example-states<br/>Terraform state")]
  subgraph account1["AWS account · eu-central-1"]
    firewall1{{"Edge/Firewall<br/>WAF"}}
    logs1[("Edge/Firewall/Logs<br/>log group")]
    logs2[("Logs/Trails<br/>bucket")]
    trail1["Trail<br/>trail"]
    subgraph vpc1["Vpc · 10.0.0.0/16"]
      endpoint1["Gateway endpoints<br/>s3"]
      gateway1(["Vpc/InternetGateway<br/>internet gateway"])
      subgraph tier1["application tier"]
        subnets1["3 subnets<br/>eu-central-1a, b, c"]
        workload1["App<br/>Auto Scaling group"]
      end
      subgraph tier2["data tier"]
        subnets2["3 subnets<br/>eu-central-1a, b, c<br/>no route out"]
        database1[("Orders<br/>postgres database")]
      end
      subgraph tier3["endpoint tier"]
        subnets3["3 subnets<br/>eu-central-1a, b, c<br/>no route out"]
        endpoint2["Interface endpoints<br/>ecr.api, kms, ssm"]
      end
      subgraph tier4["public tier"]
        subnets4["3 subnets<br/>eu-central-1a, b, c"]
        balancer1["Edge/LoadBalancer<br/>application load balancer<br/>internet-facing"]
        gateway2(["NAT"])
      end
    end
  end
  internet1 --- gateway1
  internet1 -->|"HTTP 80 → 301<br/>HTTPS 443, ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"| balancer1
  firewall1 -.->|"WAF logs"| logs1
  firewall1 ---|"inspects"| balancer1
  trail1 -.-> logs2
  vpc1 -.->|"flow logs"| logs2
  gateway1 ---|"route"| subnets4
  workload1 -->|"tcp 443"| endpoint1
  workload1 -->|"tcp 5432"| database1
  workload1 -->|"tcp 443"| endpoint2
  balancer1 -.->|"access logs<br/>connection logs"| logs2
  balancer1 -->|"HTTPS 8443"| workload1
  gateway2 ---|"route"| subnets1
  classDef boundary fill:none,stroke-dasharray:6 4
  class account1,vpc1,tier1,tier2,tier3,tier4 boundary
  classDef note fill:none,stroke:none
  class subnets1,subnets2,subnets3,subnets4 note
`);
});

test('the picture does not depend on the order of stacks, resources and attributes', () => {
  const expected = textOf([writePlatform(write)]);
  const mixed = writePlatform(
    (path, content) => write(`mixed/${path}`, reversed(content)),
    ['workload', 'network', 'archive']
  );
  expect(textOf([mixed])).toBe(expected);
});

test('a stack alone shows what it knows, and counts the rest', () => {
  const text = textOf([`${writePlatform(write)}/stacks/workload/cdk.tf.json`]);
  expect(text).toContain('workload1["App<br/>Auto Scaling group"]');
  // Three subnets, a security group and a target group stand in another stack.
  expect(text).toContain('%% left out: 5 references to what the input does not hold');
});

/** As many resources as it takes, where every instance has a group of its own and one that all have. */
function large(count: number): object {
  const each = <T>(make: (at: number) => T): { [name: string]: T } =>
    Object.fromEntries(Array.from({ length: count / 8 }, (_, at) => [`r${at}`, make(at)]));
  const group = (at: number): string => id(`aws_security_group.r${at}`);
  const table = (at: number): string => id(`aws_route_table.r${at}`);
  const rule = { ip_protocol: 'tcp', referenced_security_group_id: group(0) };
  return {
    resource: {
      aws_vpc: { main: { cidr_block: '10.0.0.0/8' } },
      aws_internet_gateway: { igw: { vpc_id: id('aws_vpc.main') } },
      aws_subnet: each(() => ({ vpc_id: id('aws_vpc.main') })),
      aws_route_table: each(() => ({ vpc_id: id('aws_vpc.main') })),
      aws_route: each((at) => ({ route_table_id: table(at), gateway_id: id('aws_internet_gateway.igw') })),
      aws_route_table_association: each((at) => ({ subnet_id: id(`aws_subnet.r${at}`), route_table_id: table(at) })),
      aws_security_group: each(() => ({ vpc_id: id('aws_vpc.main') })),
      aws_instance: each((at) => ({
        subnet_id: id(`aws_subnet.r${at}`),
        vpc_security_group_ids: [group(at), group(0)],
      })),
      aws_vpc_security_group_ingress_rule: each((at) => ({ ...rule, security_group_id: group(at) })),
      aws_vpc_security_group_egress_rule: each((at) => ({ ...rule, security_group_id: group(0), from_port: at })),
    },
  };
}

test('4,000 resources are drawn within a second or two, and twice as many in about twice the lines', () => {
  const draw = (count: number): string =>
    mermaidText(graphOf(new Model([readStack('large', 'large.tf.json', large(count))])));
  const lines = draw(4000).split('\n').length;
  expect(lines).toBeGreaterThan(1500);
  expect(draw(8000).split('\n').length).toBeLessThan(2.1 * lines);
}, 10_000);
