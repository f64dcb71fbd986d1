import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformElement, TerraformStack } from 'cdktf';
import { Construct, Node } from 'constructs';
import { OldAccount, account } from './account';
import { OldNetwork, network } from './network';
import { OldStores, stores } from './stores';
import { OldWorkload, workload } from './workload';

/** A shop as it has grown: raw resources, local state, no tags. */
export class ShopStack extends TerraformStack {
  public readonly provider: AwsProvider;
  public readonly network: OldNetwork;
  public readonly stores: OldStores;
  public readonly workload: OldWorkload;
  public readonly account: OldAccount;
  private readonly names = new Map<string, string>();

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.provider = new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    this.network = network(this);
    this.stores = stores(this, this.network);
    this.workload = workload(this, this.network, this.stores);
    this.account = account(this, this.stores);
  }

  /** Gives what will be made at a path the name that it has had in the state. */
  public keepName(path: string, name: string): void {
    this.names.set(`${this.node.path}/${path}`, name);
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const { path } = element instanceof Node ? element : element.node;
    return this.names.get(path) ?? super.allocateLogicalId(element);
  }
}
