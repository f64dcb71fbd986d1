import { StoreProps } from '../encryption/store';
import { IVpc } from '../network/vpc';

/** Who administrates a search domain, what it runs, and how large it is. */
export interface SearchDomainProps extends StoreProps {
  /** The network. The domain stands in its data subnets, of which there must be some in two zones. */
  readonly vpc: IVpc;

  /** The ARN of the role that administrates the domain from within: it says which roles may do what with which indices. */
  readonly masterUserArn: string;

  /**
   * The version: OpenSearch, or Elasticsearch from 6.7 on, which is the first with fine-grained access control.
   *
   * @default 'OpenSearch_3.1'
   */
  readonly engineVersion?: string;

  /**
   * The type of the nodes that hold the data, one that keeps it on EBS volumes.
   *
   * @default - `r6g.large.search`, or `t3.small.search` in an ephemeral environment
   */
  readonly instanceType?: string;

  /**
   * How many nodes hold the data: a multiple of 2 or 3, over as many zones of the data subnets, or 1 in an ephemeral environment.
   *
   * @default - one a zone in up to three zones, or 1 in an ephemeral environment
   */
  readonly nodes?: number;

  /**
   * The type of the three nodes that lead the others and hold no data. Ephemeral environments have none.
   *
   * @default 'm6g.large.search'
   */
  readonly masterInstanceType?: string;

  /**
   * How much each node holds, in GiB: 10 or more.
   *
   * @default 20
   */
  readonly storageGiB?: number;

  /**
   * The name of the domain.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path, cut and with a hash where that is too long
   */
  readonly domainName?: string;

  /**
   * When the ten hours of every day begin in which updates are made, in UTC: `22:00`.
   *
   * @default - 22:00 in the time of the region
   */
  readonly offPeakStart?: string;
}
