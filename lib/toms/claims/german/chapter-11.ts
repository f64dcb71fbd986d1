import { CLAIMS_11 } from '../chapter-11';
import { German } from './german';

export const GERMAN_11 = {
  '11.1.a': 'Es wird ein Verzeichnis von Verarbeitungstätigkeiten geführt (Art. 30 DSGVO)',
  '11.1.b': 'Jeder Speicher mit personenbezogenen Daten gehört zu einer Verarbeitungstätigkeit des Verzeichnisses',
  '11.1.c': 'Berichte unabhängiger Prüfungen stehen zur Verfügung',
  '11.1.d': 'Dieser Nachweis wurde aus dem angewandten Plan erstellt, mit dessen Hash und einer Signatur',
  '11.2.a': 'Jeder Speicher mit personenbezogenen Daten nennt den Schlüssel, über den eine Person gefunden wird',
  '11.2.b': 'Für Auskunft, Berichtigung, Datenübertragbarkeit, Einschränkung und Löschung gibt es je einen Ablauf',
  '11.2.c':
    'Gelöschte Daten sind innerhalb des Monats nach Art. 12 Abs. 3 DSGVO verschwunden, oder der Löschhorizont sagt, wann',
  '11.2.d': 'Keine Sperre verhindert die Löschung',
  '11.2.e': 'Ein Verfahren regelt, wer Anträge betroffener Personen beantwortet und bis wann',
  '11.3.a': 'Ein Verfahren regelt anhand von Vorlagen die unverzügliche Unterrichtung der Verantwortlichen',
  '11.3.b': 'Bedrohungen und der Abfluss von Daten werden erkannt',
  '11.3.c': 'Erkannte Bedrohungen erreichen Menschen und setzen die Frist des Art. 33 DSGVO in Gang',
  '11.3.d': 'Die Kontaktdaten jedes Verantwortlichen liegen vor',
  '11.3.e':
    'Die Meldung einer Verletzung des Schutzes personenbezogener Daten wurde innerhalb der letzten 12 Monate geübt',
  '11.4.a': 'Kunden erhalten ein Paket aus Maßnahmen, Unterauftragsverarbeitern und Regionen',
  '11.4.b': 'Der Anhang und das Blatt zur Folgenabschätzung wurden aus diesem Nachweis erstellt',
} as const satisfies German<typeof CLAIMS_11>;
