/** What an app says of the Terraform that it is for: cdktn refuses write-only arguments where that may be older than 1.11. cdktf does not ask. */
export const TARGETS = { targetVersions: { terraform: '>=1.11.0' } };
