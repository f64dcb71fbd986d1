/** Words that have one in German that data protection officers use, or that say more than is shown. */
export const NOT_GERMAN =
  /(?<![\p{L}-])(?:Account|Audit-Log|Backups?(?!-)|Datenschutzgrundverordnung|GDPR|Policies|Policy|Retention|Storage|Sub-?Auftragsverarbeiter|Subprozessor|User|[Ll]oggen|[Ll]oggt|bzw|d\.h|etc|ggf|gewährleisten|gewährleistet|persönliche Daten|sicherstellen|z\.B)(?![\p{L}])|personenbezogene[nr]? Information|sichergestellt/u;
