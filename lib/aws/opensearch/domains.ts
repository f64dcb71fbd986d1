/** OpenSearch Service makes domains of both engines, which say alike what the rules ask. */
export const DOMAINS: readonly string[] = ['aws_elasticsearch_domain', 'aws_opensearch_domain'];
