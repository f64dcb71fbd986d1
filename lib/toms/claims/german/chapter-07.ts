import { CLAIMS_7 } from '../chapter-07';
import { German } from './german';

export const GERMAN_7 = {
  '7.1.a': 'Jeder Speicher mit personenbezogenen Daten und jede Kopie davon liegt in einer zugelassenen Region',
  '7.1.b': 'Jede genutzte Region ist vom Prüfbericht erfasst',
  '7.1.c': 'Die Standorte sind umzäunt, rund um die Uhr bewacht und gegen Fahrzeuge gesichert',
  '7.1.d': 'Eine Richtlinie der Organisation verweigert andere Regionen',
  '7.2.a':
    'Der Zutritt führt durch mehrere Türen und verlangt einen Ausweis und eine zweite Prüfung; jeder Zutritt wird aufgezeichnet',
  '7.3.a': 'Kameras überwachen die Standorte innen und außen',
  '7.4.a': 'Besucher werden genehmigt, identifiziert und begleitet',
  '7.5.a': 'Die Standorte sind gegen Stromausfall, Feuer, Hitze und Feuchtigkeit geschützt',
} as const satisfies German<typeof CLAIMS_7>;
