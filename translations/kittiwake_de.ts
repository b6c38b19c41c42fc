<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>LogFile</name>
    <message>
        <source>The log %1 cannot be written (%2); messages go to standard error only.</source>
        <translation>Das Protokoll %1 lässt sich nicht schreiben (%2); Meldungen gehen nur an die Standardfehlerausgabe.</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>The directory %1 cannot be made (%2). Check its permissions and the free space, or choose another one with --profile.</source>
        <translation>Das Verzeichnis %1 lässt sich nicht anlegen (%2). Prüfe Rechte und freien Platz oder wähle mit --profile ein anderes.</translation>
    </message>
</context>
<context>
    <name>kw</name>
    <message>
        <source>%1 must be a number from 1 to 65535, not “%2”. Leave the line out for the usual port.</source>
        <translation>%1 muss eine Zahl von 1 bis 65535 sein, nicht „%2“. Lass die Zeile für den üblichen Port weg.</translation>
    </message>
    <message>
        <source>%1 must be tls, starttls or none, not “%2”.</source>
        <translation>%1 muss tls, starttls oder none sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>clearTextConfirmed must be true or false, not “%1”.</source>
        <translation>clearTextConfirmed muss true oder false sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 is misspelt. Write %2.</source>
        <translation>%1 ist falsch geschrieben. Schreibe %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be an account&apos;s name in accounts.ini. Leave out brackets, line breaks and blanks at either end.</source>
        <translation>„%1“ kann kein Name eines Kontos in accounts.ini sein. Lass Klammern, Zeilenumbrüche und Leerzeichen an den Enden weg.</translation>
    </message>
    <message>
        <source>%1 of the account “%2” contains a line break or another control character. Remove it.</source>
        <translation>%1 des Kontos „%2“ enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Entferne es.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Check its permissions.</source>
        <translation>%1 lässt sich nicht lesen (%2). Prüfe die Rechte.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB, so it is not an accounts file. Check what was saved there.</source>
        <translation>%1 ist größer als 1 MB und daher keine Kontendatei. Prüfe, was dort gespeichert wurde.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Nothing was changed; check permissions and free space.</source>
        <translation>%1 lässt sich nicht schreiben (%2). Nichts wurde geändert; prüfe Rechte und freien Platz.</translation>
    </message>
    <message>
        <source>its directory cannot be made</source>
        <translation>das Verzeichnis dafür lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>There are two accounts called “%1”. Give one of them another name.</source>
        <translation>Zwei Konten heißen „%1“. Gib einem davon einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 of [%2] must be a plain server name such as mail.example.org, not “%3”.</source>
        <translation>%1 von [%2] muss ein schlichter Servername wie mail.example.org sein, nicht „%3“.</translation>
    </message>
    <message>
        <source>[%1] would send the password to %2 in clear text. Set %3Security=tls (or starttls); if you really want clear text, add clearTextConfirmed=true.</source>
        <translation>[%1] würde das Passwort im Klartext an %2 senden. Setze %3Security=tls (oder starttls); wenn du wirklich Klartext willst, füge clearTextConfirmed=true hinzu.</translation>
    </message>
    <message>
        <source>[%1] has no address. Add a line address=you@example.org.</source>
        <translation>[%1] hat keine Adresse. Füge eine Zeile address=du@example.org hinzu.</translation>
    </message>
    <message>
        <source>address of [%1] must look like you@example.org, not “%2”.</source>
        <translation>address von [%1] muss aussehen wie du@example.org, nicht „%2“.</translation>
    </message>
    <message>
        <source>color of [%1] must look like #3a7bd5, not “%2”.</source>
        <translation>color von [%1] muss aussehen wie #3a7bd5, nicht „%2“.</translation>
    </message>
    <message>
        <source>[%1] has no imapHost. Add a line imapHost=imap.example.org with your provider&apos;s server.</source>
        <translation>[%1] hat keinen imapHost. Füge eine Zeile imapHost=imap.example.org mit dem Server deines Anbieters hinzu.</translation>
    </message>
    <message>
        <source>The pinned certificate %1 of [%2] cannot be read (%3). Correct the path in accounts.ini or remove the line.</source>
        <translation>Das hinterlegte Zertifikat %1 von [%2] lässt sich nicht lesen (%3). Berichtige den Pfad in accounts.ini oder entferne die Zeile.</translation>
    </message>
    <message>
        <source>The pinned certificate of [%1] is not in PEM format (-----BEGIN CERTIFICATE-----). Ask your provider for that format or convert it with openssl x509.</source>
        <translation>Das hinterlegte Zertifikat von [%1] ist nicht im PEM-Format (-----BEGIN CERTIFICATE-----). Bitte deinen Anbieter darum oder wandle es mit openssl x509 um.</translation>
    </message>
    <message>
        <source>kittiwake --help shows how it is used.</source>
        <translation>kittiwake --help zeigt, wie man es benutzt.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>--theme must be light, dark or system, not “%1”.</source>
        <translation>--theme muss light, dark oder system sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>„%1“ wird nicht verstanden.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Eine Option %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>--demo makes a throw-away profile of its own, so it goes without --profile.</source>
        <translation>--demo legt ein eigenes Wegwerfprofil an und verträgt sich daher nicht mit --profile.</translation>
    </message>
    <message>
        <source>usage: kittiwake [options]

  --profile DIR      configuration, cache and log in DIR
  --demo             made-up mail on a private server and a throw-away profile
  --offline          start without any traffic
  --theme NAME       light, dark or system, for this run
  --screenshot FILE  wait for the unified inbox, save a picture, quit
  --version, --help
</source>
        <translation>Aufruf: kittiwake [Optionen]

  --profile DIR      Einstellungen, Zwischenspeicher und Protokoll in DIR
  --demo             erfundene Post auf einem eigenen Server und ein Wegwerfprofil
  --offline          ohne jeden Netzverkehr starten
  --theme NAME       light, dark oder system, für diesen Lauf
  --screenshot FILE  auf den gemeinsamen Posteingang warten, ein Bild speichern, enden
  --version, --help
</translation>
    </message>
    <message>
        <source>A folder needs a name.</source>
        <translation>Ein Ordner braucht einen Namen.</translation>
    </message>
    <message>
        <source>A folder name must not contain quotation marks, backslashes, “%” or “*”.</source>
        <translation>Ein Ordnername darf keine Anführungszeichen, keinen umgekehrten Schrägstrich, kein „%“ und kein „*“ enthalten.</translation>
    </message>
    <message>
        <source>The folder this should go to is no longer there.</source>
        <translation>Den Ordner, in den dies gehen sollte, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The folder was renumbered meanwhile.</source>
        <translation>Der Ordner wurde inzwischen neu nummeriert.</translation>
    </message>
</context>
<context>
    <name>kw::AccountDialog</name>
    <message>
        <source>Check connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>Konto speichern</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Without protection, everybody between you and the server can read your password and your mail. Choose TLS if the server offers it.</source>
        <translation>Ohne Schutz kann jeder zwischen dir und dem Server dein Passwort und deine Post lesen. Wähle TLS, wenn der Server es anbietet.</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>Anmeldung bei %1 …</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>&amp;Check Connection</source>
        <translation>Verbindung &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Add Account</source>
        <translation>Konto &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Account Settings</source>
        <translation>Kontoeinstellungen</translation>
    </message>
    <message>
        <source>Add Account</source>
        <translation>Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>kw::AccountForm</name>
    <message>
        <source>Send my password and my mail unprotected; anyone on the way can read them</source>
        <translation>Mein Passwort und meine Post ungeschützt senden; jeder auf dem Weg kann sie lesen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>du@example.org</translation>
    </message>
    <message>
        <source>Work, Home…</source>
        <translation>Arbeit, Privat …</translation>
    </message>
    <message>
        <source>Mail &amp;address:</source>
        <translation>E-Mail-&amp;Adresse:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Shown &amp;as:</source>
        <translation>Ange&amp;zeigt als:</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>comes from a command in accounts.ini</source>
        <translation>kommt von einem Befehl in accounts.ini</translation>
    </message>
    <message>
        <source>Type your mail address.</source>
        <translation>Gib deine E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>This is not a complete mail address.</source>
        <translation>Das ist keine vollständige E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Gib dein Passwort ein.</translation>
    </message>
    <message>
        <source>Confirm the unprotected connection, or choose TLS.</source>
        <translation>Bestätige die ungeschützte Verbindung oder wähle TLS.</translation>
    </message>
    <message>
        <source>Colour of the account</source>
        <translation>Farbe des Kontos</translation>
    </message>
</context>
<context>
    <name>kw::AccountsPage</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>Konto bearbeiten</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>account, address</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Remove “%1”? Its mail on this computer is deleted, together with changes that have not reached the server yet. The mail on the server stays.</source>
        <translation>„%1“ entfernen? Seine Post auf diesem Computer wird gelöscht, auch Änderungen, die den Server noch nicht erreicht haben. Die Post auf dem Server bleibt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>kw::AttachmentBar</name>
    <message>
        <source>Save All…</source>
        <translation>Alle speichern …</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>attachments, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attachment(s)</source>
        <translation>
            <numerusform>%Ln Anhang</numerusform>
            <numerusform>%Ln Anhänge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Save %1…</source>
        <translation>%1 speichern …</translation>
    </message>
</context>
<context>
    <name>kw::AttachmentSaver</name>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>unnamed</source>
        <comment>file</comment>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>“%1” can run as a program or open a page with scripts, so Kittiwake does not open it. Save it first if you trust where it came from.</source>
        <translation>„%1“ kann als Programm laufen oder eine Seite mit Skripten öffnen, deshalb öffnet Kittiwake es nicht. Speichere es zuerst, wenn du der Herkunft traust.</translation>
    </message>
</context>
<context>
    <name>kw::BannerStack</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>kw::BodyStack</name>
    <message>
        <source>Message text</source>
        <translation>Text der Nachricht</translation>
    </message>
</context>
<context>
    <name>kw::ChangeWords</name>
    <message numerus="yes">
        <source>Marked %Ln message(s) as read</source>
        <translation>
            <numerusform>%Ln Nachricht als gelesen markiert</numerusform>
            <numerusform>%Ln Nachrichten als gelesen markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as unread</source>
        <translation>
            <numerusform>%Ln Nachricht als ungelesen markiert</numerusform>
            <numerusform>%Ln Nachrichten als ungelesen markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starred %Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht mit Stern versehen</numerusform>
            <numerusform>%Ln Nachrichten mit Stern versehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took the star off %Ln message(s)</source>
        <translation>
            <numerusform>Stern von %Ln Nachricht entfernt</numerusform>
            <numerusform>Stern von %Ln Nachrichten entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as answered</source>
        <translation>
            <numerusform>%Ln Nachricht als beantwortet markiert</numerusform>
            <numerusform>%Ln Nachrichten als beantwortet markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as not answered</source>
        <translation>
            <numerusform>%Ln Nachricht als nicht beantwortet markiert</numerusform>
            <numerusform>%Ln Nachrichten als nicht beantwortet markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as forwarded</source>
        <translation>
            <numerusform>%Ln Nachricht als weitergeleitet markiert</numerusform>
            <numerusform>%Ln Nachrichten als weitergeleitet markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as not forwarded</source>
        <translation>
            <numerusform>%Ln Nachricht als nicht weitergeleitet markiert</numerusform>
            <numerusform>%Ln Nachrichten als nicht weitergeleitet markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the marks of %Ln message(s)</source>
        <translation>
            <numerusform>Markierungen von %Ln Nachricht geändert</numerusform>
            <numerusform>Markierungen von %Ln Nachrichten geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tagged %Ln message(s) “%1”</source>
        <translation>
            <numerusform>%Ln Nachricht mit „%1“ verschlagwortet</numerusform>
            <numerusform>%Ln Nachrichten mit „%1“ verschlagwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the tag “%1” from %Ln message(s)</source>
        <translation>
            <numerusform>Schlagwort „%1“ von %Ln Nachricht entfernt</numerusform>
            <numerusform>Schlagwort „%1“ von %Ln Nachrichten entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln message(s) to “%1”</source>
        <translation>
            <numerusform>%Ln Nachricht nach „%1“ verschoben</numerusform>
            <numerusform>%Ln Nachrichten nach „%1“ verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln message(s) to “%1”</source>
        <translation>
            <numerusform>%Ln Nachricht nach „%1“ kopiert</numerusform>
            <numerusform>%Ln Nachrichten nach „%1“ kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived %Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht archiviert</numerusform>
            <numerusform>%Ln Nachrichten archiviert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht gelöscht</numerusform>
            <numerusform>%Ln Nachrichten gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as junk</source>
        <translation>
            <numerusform>%Ln Nachricht als Spam markiert</numerusform>
            <numerusform>%Ln Nachrichten als Spam markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as not junk</source>
        <translation>
            <numerusform>%Ln Nachricht als kein Spam markiert</numerusform>
            <numerusform>%Ln Nachrichten als kein Spam markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln message(s) for good</source>
        <translation>
            <numerusform>%Ln Nachricht endgültig gelöscht</numerusform>
            <numerusform>%Ln Nachrichten endgültig gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht wiederhergestellt</numerusform>
            <numerusform>%Ln Nachrichten wiederhergestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being sent</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln unterwegs</numerusform>
            <numerusform>%Ln unterwegs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Created the folder “%1”</source>
        <translation>Ordner „%1“ angelegt</translation>
    </message>
    <message>
        <source>Renamed the folder “%1” to “%2”</source>
        <translation>Ordner „%1“ in „%2“ umbenannt</translation>
    </message>
    <message>
        <source>Deleted the folder “%1”</source>
        <translation>Ordner „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Subscribed to the folder “%1”</source>
        <translation>Ordner „%1“ abonniert</translation>
    </message>
    <message>
        <source>Unsubscribed from the folder “%1”</source>
        <translation>Ordner „%1“ abbestellt</translation>
    </message>
    <message>
        <source>being undone</source>
        <translation>wird zurückgenommen</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>undone here, the server will be told</source>
        <translation>hier zurückgenommen, der Server erfährt es</translation>
    </message>
    <message>
        <source>undone here, the server is told when you go online</source>
        <translation>hier zurückgenommen, der Server erfährt es, sobald Sie online sind</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waiting until you go online</source>
        <translation>wartet, bis Sie online sind</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 refused</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln von %1 abgelehnt</numerusform>
            <numerusform>%Ln von %1 abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>done, with a remark</source>
        <translation>erledigt, mit einer Bemerkung</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>account, folder</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>subject, sender</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>kw::ChangesDialog</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Änderungen, neueste zuerst</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message>
        <source>What you do to your mail is listed here: what still waits, what was done, and what a server refused.</source>
        <translation>Hier steht, was Sie mit Ihren Nachrichten tun: was noch wartet, was erledigt ist und was ein Server abgelehnt hat.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) refused: look at what is on top.</source>
        <translation>
            <numerusform>%Ln Änderung abgelehnt: Sie steht ganz oben.</numerusform>
            <numerusform>%Ln Änderungen abgelehnt: Sie stehen ganz oben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting for the servers.</source>
        <translation>
            <numerusform>%Ln Änderung wartet auf die Server.</numerusform>
            <numerusform>%Ln Änderungen warten auf die Server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The servers are still to be told that %Ln message(s) were read.</source>
        <translation>
            <numerusform>Die Server wissen noch nicht, dass %Ln Nachricht gelesen wurde.</numerusform>
            <numerusform>Die Server wissen noch nicht, dass %Ln Nachrichten gelesen wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The servers know everything you did.</source>
        <translation>Die Server wissen alles, was Sie getan haben.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>kw::ColorChoice</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Mustard</source>
        <translation>Senf</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Andere …</translation>
    </message>
</context>
<context>
    <name>kw::CommandPalette</name>
    <message>
        <source>Go to %1</source>
        <comment>a folder</comment>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Commands and folders</source>
        <translation>Befehle und Ordner</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>kw::ConversationStrip</name>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Show this message</source>
        <translation>Diese Nachricht zeigen</translation>
    </message>
</context>
<context>
    <name>kw::DateGroups</name>
    <message>
        <source>Upcoming</source>
        <translation>Kommend</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>heading: month and year, in the notation of QLocale::toString</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Earlier in %1</source>
        <comment>a month</comment>
        <translation>Früher im %1</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
</context>
<context>
    <name>kw::DemoServer</name>
    <message>
        <source>Couldn&apos;t write the demo&apos;s mail into %1. Is the disk full?</source>
        <translation>Die Post der Demo ließ sich nicht in %1 schreiben. Ist die Platte voll?</translation>
    </message>
</context>
<context>
    <name>kw::DovecotConfig</name>
    <message>
        <source>Couldn&apos;t prepare the private mail server in %1. Is the disk full?</source>
        <translation>Der eigene Mailserver ließ sich nicht in %1 vorbereiten. Ist die Platte voll?</translation>
    </message>
</context>
<context>
    <name>kw::Filing</name>
    <message>
        <source>Delete for Good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln message(s) for good?</source>
        <translation>
            <numerusform>%Ln Nachricht endgültig löschen?</numerusform>
            <numerusform>%Ln Nachrichten endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not in the Trash afterwards. You can undo this for a few seconds.</source>
        <translation>Danach ist im Papierkorb nichts mehr davon. Einige Sekunden lang lässt es sich rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln message(s) to</source>
        <translation>
            <numerusform>%Ln Nachricht kopieren nach</numerusform>
            <numerusform>%Ln Nachrichten kopieren nach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln message(s) to</source>
        <translation>
            <numerusform>%Ln Nachricht verschieben nach</numerusform>
            <numerusform>%Ln Nachrichten verschieben nach</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy to which folder?</source>
        <translation>In welchen Ordner kopieren?</translation>
    </message>
    <message>
        <source>Move to which folder?</source>
        <translation>In welchen Ordner verschieben?</translation>
    </message>
</context>
<context>
    <name>kw::FindBar</name>
    <message>
        <source>Find in message</source>
        <translation>In der Nachricht suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>kw::FirstRunPage</name>
    <message>
        <source>Try the &amp;Demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to Kittiwake</source>
        <translation>Willkommen bei Kittiwake</translation>
    </message>
    <message>
        <source>All your mail in one calm window, online and offline.</source>
        <translation>Alle deine Post in einem ruhigen Fenster, online und offline.</translation>
    </message>
    <message>
        <source>&amp;Add Account…</source>
        <translation>Konto &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Accounts from a &amp;File…</source>
        <translation>Konten aus einer &amp;Datei …</translation>
    </message>
    <message>
        <source>How to write accounts into a file</source>
        <translation>Wie man Konten in eine Datei schreibt</translation>
    </message>
    <message>
        <source>The demo has two made-up accounts with a few hundred messages, on this computer only. Everything is gone again when you close its window.</source>
        <translation>Die Demo hat zwei erfundene Konten mit ein paar Hundert Nachrichten, nur auf diesem Computer. Alles ist wieder weg, wenn Sie ihr Fenster schließen.</translation>
    </message>
</context>
<context>
    <name>kw::FolderCommands</name>
    <message>
        <source>Empty %1…</source>
        <comment>a folder</comment>
        <translation>%1 leeren …</translation>
    </message>
    <message>
        <source>Empty Trash or Junk…</source>
        <translation>Papierkorb oder Spam leeren …</translation>
    </message>
    <message>
        <source>Name of the new folder in “%1”:</source>
        <translation>Name des neuen Ordners in „%1“:</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Rename Folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>New name of “%1”:</source>
        <translation>Neuer Name von „%1“:</translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln message(s) go to the Trash.</source>
        <translation>
            <numerusform>Seine %Ln Nachricht kommt in den Papierkorb.</numerusform>
            <numerusform>Seine %Ln Nachrichten kommen in den Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds no messages.</source>
        <translation>Er enthält keine Nachrichten.</translation>
    </message>
    <message>
        <source>The folders in it go too.</source>
        <translation>Die Ordner darin werden mitgelöscht.</translation>
    </message>
    <message>
        <source>Delete Folder</source>
        <translation>Ordner löschen</translation>
    </message>
    <message>
        <source>Delete the folder “%1”?</source>
        <translation>Ordner „%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln message(s) in “%1” for good?</source>
        <translation>
            <numerusform>%Ln Nachricht in „%1“ endgültig löschen?</numerusform>
            <numerusform>%Ln Nachrichten in „%1“ endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>You can undo this for a few seconds.</source>
        <translation>Einige Sekunden lang lässt es sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>kw::FolderKeeper</name>
    <message>
        <source>This server has no folders inside folders.</source>
        <translation>Dieser Server kennt keine Ordner in Ordnern.</translation>
    </message>
    <message>
        <source>There is a folder with this name already.</source>
        <translation>Es gibt schon einen Ordner mit diesem Namen.</translation>
    </message>
    <message>
        <source>This folder is no longer there.</source>
        <translation>Diesen Ordner gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The inbox cannot be renamed.</source>
        <translation>Der Posteingang lässt sich nicht umbenennen.</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>Ein Ordner lässt sich nicht in sich selbst verschieben.</translation>
    </message>
    <message>
        <source>The folder “%1” is just being deleted. Try again when it is gone.</source>
        <translation>Der Ordner „%1“ wird gerade gelöscht. Versuchen Sie es noch einmal, wenn er weg ist.</translation>
    </message>
</context>
<context>
    <name>kw::FolderModel</name>
    <message>
        <source>%1 — %2</source>
        <comment>folder, account</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>alle Konten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Kittiwake cannot open this folder: its name contains quotes or backslashes that this server&apos;s mail library does not handle. Rename it in another program to use it here.</source>
        <translation>Kittiwake kann diesen Ordner nicht öffnen: Sein Name enthält Anführungszeichen oder umgekehrte Schrägstriche, mit denen die Mail-Bibliothek nicht umgehen kann. Benenne ihn in einem anderen Programm um, um ihn hier zu benutzen.</translation>
    </message>
    <message>
        <source>“%1” holds only other folders.</source>
        <translation>„%1“ enthält nur andere Ordner.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>folder, messages, unread</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Account %1, %2</source>
        <translation>Konto %1, %2</translation>
    </message>
    <message>
        <source>%1, cannot be opened</source>
        <translation>%1, kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>kw::FolderPane</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Accounts and folders</source>
        <translation>Konten und Ordner</translation>
    </message>
    <message>
        <source>Account Settings…</source>
        <translation>Kontoeinstellungen …</translation>
    </message>
    <message>
        <source>Unfold All</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Fold All</source>
        <translation>Alle zuklappen</translation>
    </message>
</context>
<context>
    <name>kw::FolderSteps</name>
    <message>
        <source>The folder “%1” has received mail meanwhile, so it stays.</source>
        <translation>Im Ordner „%1“ ist inzwischen Post angekommen, darum bleibt er.</translation>
    </message>
</context>
<context>
    <name>kw::FolderTree</name>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
</context>
<context>
    <name>kw::HeaderCard</name>
    <message>
        <source>Show all recipients</source>
        <translation>Alle Empfänger zeigen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation>(kein Absender)</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>to undisclosed recipients</source>
        <translation>an verborgene Empfänger</translation>
    </message>
    <message>
        <source>me</source>
        <comment>recipient</comment>
        <translation>mich</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>recipients</comment>
        <translation>an %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>From:</source>
        <translation>Von:</translation>
    </message>
    <message>
        <source>Reply to:</source>
        <translation>Antwort an:</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>An:</translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation>Kopie:</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message>
        <source>Hide the recipients</source>
        <translation>Empfänger verbergen</translation>
    </message>
</context>
<context>
    <name>kw::HelpWindows</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Accounts from a File</source>
        <translation>Konten aus einer Datei</translation>
    </message>
    <message>
        <source>Kittiwake reads its accounts from the file below when it starts. A password is never written into it: it comes from the keyring or from a command.</source>
        <translation>Kittiwake liest seine Konten beim Start aus der Datei unten. Ein Passwort steht nie darin: Es kommt aus dem Schlüsselbund oder von einem Befehl.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>About Kittiwake</source>
        <translation>Über Kittiwake</translation>
    </message>
    <message>
        <source>Kittiwake %1
A desktop mail program for people with a lot of mail.</source>
        <translation>Kittiwake %1
Ein Mailprogramm für Menschen mit viel Post.</translation>
    </message>
    <message>
        <source>Change Keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
</context>
<context>
    <name>kw::HtmlView</name>
    <message>
        <source>Message text</source>
        <translation>Text der Nachricht</translation>
    </message>
</context>
<context>
    <name>kw::Imap</name>
    <message>
        <source>The message is no longer on the server.</source>
        <translation>Die Nachricht ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>it expired on %1</source>
        <translation>es ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>it is not valid before %1</source>
        <translation>es gilt erst ab %1</translation>
    </message>
    <message>
        <source>it is for another server</source>
        <translation>es gehört zu einem anderen Server</translation>
    </message>
    <message>
        <source>it is for &quot;%1&quot;</source>
        <translation>es gehört zu „%1“</translation>
    </message>
    <message>
        <source>it is signed by itself, not by an authority</source>
        <translation>es ist von sich selbst unterschrieben, nicht von einer Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>its issuer is not known here</source>
        <translation>sein Aussteller ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2. Nothing was sent. Its SHA-256 fingerprint is %3. If you know that this is your server&apos;s, pin the certificate in the account&apos;s settings.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden: %2. Es wurde nichts gesendet. Sein SHA-256-Fingerabdruck ist %3. Wenn Sie wissen, dass es das Ihres Servers ist, heften Sie das Zertifikat in den Einstellungen des Kontos an.</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source>%1 does not offer an encrypted connection on port %2. Nothing was sent; check the port and the security setting.</source>
        <translation>%1 bietet auf Port %2 keine verschlüsselte Verbindung an. Es wurde nichts gesendet; prüfen Sie den Port und die Einstellung zur Sicherheit.</translation>
    </message>
    <message>
        <source>%1 (port %2) cannot be reached. Check the server&apos;s name and your network; Kittiwake tries again by itself.</source>
        <translation>%1 (Port %2) ist nicht erreichbar. Prüfen Sie den Namen des Servers und Ihr Netz; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 does not let us in at the moment: &quot;%2&quot;. Kittiwake tries again by itself.</source>
        <translation>%1 lässt uns im Augenblick nicht hinein: „%2“. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Couldn&apos;t sign in to %1 as %2: the server says &quot;%3&quot;. Check the user name and the password.</source>
        <translation>Die Anmeldung bei %1 als %2 ist fehlgeschlagen: Der Server sagt „%3“. Prüfen Sie Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>%1 closed the connection before we were signed in. Kittiwake tries again by itself.</source>
        <translation>%1 hat die Verbindung vor der Anmeldung beendet. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. Kittiwake tries again by itself.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 does not answer. Kittiwake tries again by itself.</source>
        <translation>%1 antwortet nicht. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 sent an answer that makes no sense. Kittiwake tries again with a new connection.</source>
        <translation>%1 hat eine Antwort geschickt, die keinen Sinn ergibt. Kittiwake versucht es mit einer neuen Verbindung wieder.</translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 is busy: &quot;%2&quot;. Kittiwake tries again by itself.</source>
        <translation>%1 ist beschäftigt: „%2“. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 refused: &quot;%2&quot;.</source>
        <translation>%1 hat abgelehnt: „%2“.</translation>
    </message>
    <message>
        <source>%1 did not understand a command: &quot;%2&quot;.</source>
        <translation>%1 hat einen Befehl nicht verstanden: „%2“.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted. Nothing was sent.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 does not accept a password on this connection. Choose an encrypted connection (TLS).</source>
        <translation>%1 nimmt auf dieser Verbindung kein Passwort an. Wählen Sie eine verschlüsselte Verbindung (TLS).</translation>
    </message>
    <message>
        <source>%1 answered the sign-in with something that makes no sense. Is it a mail server (IMAP)?</source>
        <translation>%1 hat auf die Anmeldung etwas geantwortet, das keinen Sinn ergibt. Ist es ein Mailserver (IMAP)?</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be opened, because of the special characters in its name. Rename it with the server&apos;s own means.</source>
        <translation>Der Ordner „%1“ kann wegen der besonderen Zeichen in seinem Namen nicht geöffnet werden. Benennen Sie ihn mit den Mitteln des Servers um.</translation>
    </message>
    <message>
        <source>A folder name must not be empty or have a quotation mark without its second.</source>
        <translation>Ein Ordnername darf nicht leer sein und kein Anführungszeichen ohne sein zweites enthalten.</translation>
    </message>
    <message>
        <source>“%1” cannot be a tag on a server: only letters without accents, digits and some signs can.</source>
        <translation>„%1“ kann auf einem Server kein Schlagwort sein: Das können nur Buchstaben ohne Akzente, Ziffern und einige Zeichen.</translation>
    </message>
</context>
<context>
    <name>kw::IniDocument</name>
    <message>
        <source>“%1” stands before the first account. Put the account&apos;s name in square brackets above it, for example [work].</source>
        <translation>„%1“ steht vor dem ersten Konto. Schreibe den Namen des Kontos in eckigen Klammern darüber, zum Beispiel [work].</translation>
    </message>
    <message>
        <source>“%1” is not an account&apos;s name. Write it in square brackets on a line of its own, for example [work].</source>
        <translation>„%1“ ist kein Name eines Kontos. Schreibe ihn in eckigen Klammern in eine eigene Zeile, zum Beispiel [work].</translation>
    </message>
    <message>
        <source>the account [%1] is there a second time (first on line %2). Give this one another name or remove it.</source>
        <translation>das Konto [%1] steht ein zweites Mal da (zuerst in Zeile %2). Gib diesem einen anderen Namen oder entferne es.</translation>
    </message>
    <message>
        <source>the line is not readable text. Save the file as UTF-8.</source>
        <translation>die Zeile ist kein lesbarer Text. Speichere die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>“%1” is neither a comment nor of the form key=value. Correct it, or put # in front of it.</source>
        <translation>„%1“ ist weder ein Kommentar noch von der Form Schlüssel=Wert. Berichtige es oder setze # davor.</translation>
    </message>
    <message>
        <source>%1 is there a second time (first on line %2). Remove one of the two.</source>
        <translation>%1 steht ein zweites Mal da (zuerst in Zeile %2). Entferne eines von beiden.</translation>
    </message>
</context>
<context>
    <name>kw::InstanceServer</name>
    <message>
        <source>A second start of Kittiwake cannot be noticed: %1 cannot be written.</source>
        <translation>Ein zweiter Start von Kittiwake kann nicht bemerkt werden: %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>A second start of Kittiwake cannot be noticed: %1.</source>
        <translation>Ein zweiter Start von Kittiwake kann nicht bemerkt werden: %1.</translation>
    </message>
</context>
<context>
    <name>kw::JournalRunner</name>
    <message>
        <source>The folder “%1” is read-only.</source>
        <translation>Der Ordner „%1“ lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>The text of this message is not on this computer.</source>
        <translation>Der Text dieser Nachricht ist nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>kw::KeyringCall</name>
    <message>
        <source>There is no keyring to keep passwords in (%1). Install gnome-keyring or KWallet and sign in to the desktop again and unlock it, or set passwordCommand in accounts.ini.</source>
        <translation>Es gibt keinen Schlüsselbund für Passwörter (%1). Installiere gnome-keyring oder KWallet, melde dich neu am Desktop an und entsperre ihn, oder setze passwordCommand in accounts.ini.</translation>
    </message>
    <message>
        <source>The keyring holds no password for this account. Enter it once.</source>
        <translation>Der Schlüsselbund enthält kein Passwort für dieses Konto. Gib es einmal ein.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, or enter the password again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperre ihn oder gib das Passwort neu ein.</translation>
    </message>
    <message>
        <source>no keyring service answers</source>
        <translation>kein Schlüsselbund-Dienst antwortet</translation>
    </message>
    <message>
        <source>The keyring did not answer within two minutes. Unlock it and try again.</source>
        <translation>Der Schlüsselbund hat zwei Minuten lang nicht geantwortet. Entsperre ihn und versuche es noch einmal.</translation>
    </message>
</context>
<context>
    <name>kw::KeysPage</name>
    <message>
        <source>Usual Key</source>
        <translation>Übliche Taste</translation>
    </message>
    <message>
        <source>All Usual Keys</source>
        <translation>Alle üblichen Tasten</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key of the chosen action</source>
        <translation>Taste der gewählten Aktion</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Taste:</translation>
    </message>
</context>
<context>
    <name>kw::ListMenu</name>
    <message>
        <source>Order and look of the message list</source>
        <translation>Reihenfolge und Aussehen der Nachrichtenliste</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Älteste &amp;zuerst</translation>
    </message>
    <message>
        <source>&amp;Group by date</source>
        <translation>Nach Datum &amp;gruppieren</translation>
    </message>
    <message>
        <source>Show con&amp;versations</source>
        <translation>&amp;Unterhaltungen zeigen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Cards</source>
        <translation>&amp;Karten</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Co&amp;mpact</source>
        <translation>K&amp;ompakt</translation>
    </message>
    <message>
        <source>No&amp;rmal</source>
        <translation>No&amp;rmal</translation>
    </message>
    <message>
        <source>Room&amp;y</source>
        <translation>&amp;Weit</translation>
    </message>
</context>
<context>
    <name>kw::MainWindow</name>
    <message>
        <source>Kittiwake</source>
        <translation>Kittiwake</translation>
    </message>
    <message>
        <source>%1 — Kittiwake</source>
        <translation>%1 – Kittiwake</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <comment>unread, title</comment>
        <translation>(%1) %2</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>The settings could not be saved in %1.</source>
        <translation>Die Einstellungen konnten nicht in %1 gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>kw::MessageCommands</name>
    <message>
        <source>Mark as Unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Remove Star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
</context>
<context>
    <name>kw::MessageListPane</name>
    <message>
        <source>Messages in %1</source>
        <translation>Nachrichten in %1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche …</translation>
    </message>
    <message numerus="yes">
        <source>%L1 found</source>
        <translation>
            <numerusform>%L1 gefunden</numerusform>
            <numerusform>%L1 gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 new</source>
        <comment>messages in all · unread ones</comment>
        <translation>%1 · %2 neu</translation>
    </message>
    <message>
        <source>No messages here.</source>
        <translation>Hier sind keine Nachrichten.</translation>
    </message>
    <message>
        <source>No message matches the filter.</source>
        <translation>Keine Nachricht passt zum Filter.</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Order and look of the list: %1 first</source>
        <translation>Reihenfolge und Aussehen der Liste: %1 zuerst</translation>
    </message>
    <message>
        <source>Order and look of the list</source>
        <translation>Reihenfolge und Aussehen der Liste</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
</context>
<context>
    <name>kw::MessageListView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::MessagePage</name>
    <message>
        <source>Earlier messages</source>
        <translation>Frühere Nachrichten</translation>
    </message>
    <message>
        <source>Later messages</source>
        <translation>Spätere Nachrichten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Sender and notices</source>
        <translation>Absender und Hinweise</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln remote image(s) blocked, so the sender does not learn that you read this.</source>
        <translation>
            <numerusform>%Ln Bild aus dem Netz blockiert, damit der Absender nicht erfährt, dass du das liest.</numerusform>
            <numerusform>%Ln Bilder aus dem Netz blockiert, damit der Absender nicht erfährt, dass du das liest.</numerusform>
        </translation>
    </message>
    <message>
        <source>Formatted mail cannot be shown here because the web view is not installed. This is its text.</source>
        <translation>Formatierte Post kann hier nicht gezeigt werden, weil die Web-Ansicht nicht installiert ist. Dies ist ihr Text.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>This message is very long; its beginning is shown.</source>
        <translation>Diese Nachricht ist sehr lang; ihr Anfang wird gezeigt.</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show as Plain Text</source>
        <translation>Als reinen Text zeigen</translation>
    </message>
    <message>
        <source>Fixed-Width Letters</source>
        <translation>Feste Zeichenbreite</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>All Headers</source>
        <translation>Alle Kopfzeilen</translation>
    </message>
    <message>
        <source>Save Message…</source>
        <translation>Nachricht speichern …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>The message could not be printed. Check the printer, then try again.</source>
        <translation>Die Nachricht konnte nicht gedruckt werden. Prüfen Sie den Drucker und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>kw::MessageSaving</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) saved in %1.</source>
        <translation>
            <numerusform>%Ln Datei in %1 gespeichert.</numerusform>
            <numerusform>%Ln Dateien in %1 gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Notices</name>
    <message>
        <source>Enter Password…</source>
        <translation>Passwort eingeben …</translation>
    </message>
    <message>
        <source>Account Settings…</source>
        <translation>Kontoeinstellungen …</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached. What has been downloaded can be read; Kittiwake tries again by itself.</source>
        <translation>Nicht erreichbar: %1. Heruntergeladenes kann gelesen werden; Kittiwake versucht es von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>kw::Organizing</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>kw::PasswordCommand</name>
    <message>
        <source>The password command of %1 cannot be started: /bin/sh is missing.</source>
        <translation>Der Passwortbefehl von %1 lässt sich nicht starten: /bin/sh fehlt.</translation>
    </message>
    <message>
        <source>The password command of %1 did not end in time. Run it in a terminal to see what it waits for; it gets no keyboard input from here.</source>
        <translation>Der Passwortbefehl von %1 endete nicht rechtzeitig. Führe ihn in einem Terminal aus, um zu sehen, worauf er wartet; von hier bekommt er keine Tastatureingaben.</translation>
    </message>
    <message>
        <source>The password command of %1 prints far more than a password. Correct it in accounts.ini.</source>
        <translation>Der Passwortbefehl von %1 gibt weit mehr als ein Passwort aus. Berichtige ihn in accounts.ini.</translation>
    </message>
    <message>
        <source>The password command of %1 failed (exit status %2). Run it in a terminal to see why, or correct it in accounts.ini.</source>
        <translation>Der Passwortbefehl von %1 ist gescheitert (Status %2). Führe ihn in einem Terminal aus, um den Grund zu sehen, oder berichtige ihn in accounts.ini.</translation>
    </message>
    <message>
        <source>The password command of %1 printed no password. The password must be the first line of its output.</source>
        <translation>Der Passwortbefehl von %1 hat kein Passwort ausgegeben. Es muss in der ersten Zeile seiner Ausgabe stehen.</translation>
    </message>
</context>
<context>
    <name>kw::PlaceholderPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>kw::PlainTextView</name>
    <message>
        <source>Message text</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more quoted line(s)</source>
        <translation>
            <numerusform>… %Ln weitere zitierte Zeile</numerusform>
            <numerusform>… %Ln weitere zitierte Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Printing</name>
    <message>
        <source>From:</source>
        <translation>Von:</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>An:</translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation>Kopie:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Datum:</translation>
    </message>
</context>
<context>
    <name>kw::Program</name>
    <message>
        <source>The demo needs Dovecot as its private mail server. Install the package dovecot-imapd.</source>
        <translation>Die Demo braucht Dovecot als eigenen Mailserver. Installiere das Paket dovecot-imapd.</translation>
    </message>
    <message>
        <source>Kittiwake is already running with this profile but does not answer. End it, then try again.</source>
        <translation>Kittiwake läuft mit diesem Profil schon, antwortet aber nicht. Beende es und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Kittiwake is already running with this profile; its window was brought to the front.</source>
        <translation>Kittiwake läuft mit diesem Profil schon; sein Fenster wurde nach vorn geholt.</translation>
    </message>
    <message>
        <source>Kittiwake</source>
        <translation>Kittiwake</translation>
    </message>
    <message>
        <source>The demo could not be started. Try kittiwake --demo in a terminal.</source>
        <translation>Die Demo ließ sich nicht starten. Versuche kittiwake --demo in einem Terminal.</translation>
    </message>
</context>
<context>
    <name>kw::QuickFilterBar</name>
    <message>
        <source>Quick filter</source>
        <translation>Schnellfilter</translation>
    </message>
    <message>
        <source>Filter by sender or subject</source>
        <translation>Nach Absender oder Betreff filtern</translation>
    </message>
    <message>
        <source>Filter this list by sender or subject</source>
        <translation>Diese Liste nach Absender oder Betreff filtern</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Show only unread messages</source>
        <translation>Nur ungelesene Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Show only starred messages</source>
        <translation>Nur Nachrichten mit Stern zeigen</translation>
    </message>
    <message>
        <source>With attachment</source>
        <translation>Mit Anhang</translation>
    </message>
    <message>
        <source>Show only messages with attachments</source>
        <translation>Nur Nachrichten mit Anhängen zeigen</translation>
    </message>
</context>
<context>
    <name>kw::ReaderPane</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Fetching the message…</source>
        <translation>Die Nachricht wird geholt …</translation>
    </message>
    <message>
        <source>No message selected</source>
        <translation>Keine Nachricht ausgewählt</translation>
    </message>
    <message>
        <source>It has not been downloaded yet, and Kittiwake is offline.</source>
        <translation>Sie wurde noch nicht heruntergeladen, und Kittiwake ist offline.</translation>
    </message>
    <message>
        <source>This message is not on this computer</source>
        <translation>Diese Nachricht ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Go Online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>The message could not be opened</source>
        <translation>Die Nachricht konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This message has been moved or deleted elsewhere. It stays here until you leave it.</source>
        <translation>Diese Nachricht wurde anderswo verschoben oder gelöscht. Sie bleibt hier, bis du sie verlässt.</translation>
    </message>
</context>
<context>
    <name>kw::RowWords</name>
    <message>
        <source>(no recipient)</source>
        <translation>(kein Empfänger)</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation>(kein Absender)</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday time</comment>
        <extracomment>A date of the last days: weekday and time</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Date formats for a narrow column, in the notation of QLocale::toString</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message numerus="yes">
        <source>conversation of %n message(s)</source>
        <translation>
            <numerusform>Unterhaltung aus %n Nachricht</numerusform>
            <numerusform>Unterhaltung aus %n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>has attachment</source>
        <translation>mit Anhang</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken sentence</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
</context>
<context>
    <name>kw::SelectionPage</name>
    <message>
        <source>Selected messages</source>
        <translation>Ausgewählte Nachrichten</translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) selected</source>
        <translation>
            <numerusform>%Ln Nachricht ausgewählt</numerusform>
            <numerusform>%Ln Nachrichten ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>messages in conversations</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln Unterhaltung</numerusform>
            <numerusform>%Ln Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>sender, subject</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::ServerFields</name>
    <message>
        <source>Receiving</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Receiving server</source>
        <translation>Server für den Empfang</translation>
    </message>
    <message>
        <source>Sending server</source>
        <translation>Server für den Versand</translation>
    </message>
    <message>
        <source>Port for receiving</source>
        <translation>Port für den Empfang</translation>
    </message>
    <message>
        <source>Port for sending</source>
        <translation>Port für den Versand</translation>
    </message>
    <message>
        <source>Protection when receiving</source>
        <translation>Schutz beim Empfang</translation>
    </message>
    <message>
        <source>Protection when sending</source>
        <translation>Schutz beim Versand</translation>
    </message>
    <message>
        <source>User name for receiving</source>
        <translation>Benutzername für den Empfang</translation>
    </message>
    <message>
        <source>User name for sending</source>
        <translation>Benutzername für den Versand</translation>
    </message>
    <message>
        <source>TLS (recommended)</source>
        <translation>TLS (empfohlen)</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Receiving:</source>
        <translation>Empfang:</translation>
    </message>
    <message>
        <source>Sending:</source>
        <translation>Versand:</translation>
    </message>
    <message>
        <source>Protection:</source>
        <translation>Schutz:</translation>
    </message>
    <message>
        <source>User name:</source>
        <translation>Benutzername:</translation>
    </message>
    <message>
        <source>The receiving server is missing.</source>
        <translation>Der Server für den Empfang fehlt.</translation>
    </message>
    <message>
        <source>The sending server is missing.</source>
        <translation>Der Server für den Versand fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server.</source>
        <translation>„%1“ ist kein Name eines Servers.</translation>
    </message>
    <message>
        <source>The user name for receiving is missing.</source>
        <translation>Der Benutzername für den Empfang fehlt.</translation>
    </message>
    <message>
        <source>The user name for sending is missing.</source>
        <translation>Der Benutzername für den Versand fehlt.</translation>
    </message>
</context>
<context>
    <name>kw::ServerGuess</name>
    <message>
        <source>This provider wants an app password here, made on its web site, not the password you sign in with there.</source>
        <translation>Dieser Anbieter verlangt hier ein App-Passwort, das man auf seiner Website anlegt, nicht das Passwort, mit dem man sich dort anmeldet.</translation>
    </message>
    <message>
        <source>This provider signs people in through its web site only, which this version of Kittiwake cannot do yet.</source>
        <translation>Dieser Anbieter lässt nur die Anmeldung über seine Website zu; das kann diese Fassung von Kittiwake noch nicht.</translation>
    </message>
    <message>
        <source>Access for mail programs must be switched on once in this provider&apos;s web settings.</source>
        <translation>Der Zugang für Mailprogramme muss bei diesem Anbieter einmal in den Web-Einstellungen eingeschaltet werden.</translation>
    </message>
</context>
<context>
    <name>kw::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Downloads</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Konten</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Mark as read:</source>
        <translation>Als gelesen markieren:</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>after 1 second</source>
        <translation>nach 1 Sekunde</translation>
    </message>
    <message>
        <source>after 3 seconds</source>
        <translation>nach 3 Sekunden</translation>
    </message>
    <message>
        <source>after 10 seconds</source>
        <translation>nach 10 Sekunden</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>nie von selbst</translation>
    </message>
    <message>
        <source>Put messages of one conversation together</source>
        <translation>Nachrichten einer Unterhaltung zusammenfassen</translation>
    </message>
    <message>
        <source>Plain text in fixed-width letters</source>
        <translation>Reinen Text in fester Zeichenbreite</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>Farben:</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie der Desktop</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Message list:</source>
        <translation>Nachrichtenliste:</translation>
    </message>
    <message>
        <source>Message list</source>
        <translation>Nachrichtenliste</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Spacing:</source>
        <translation>Abstand:</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>kompakt</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>roomy</source>
        <translation>weit</translation>
    </message>
    <message>
        <source>Group by date</source>
        <translation>Nach Datum gruppieren</translation>
    </message>
    <message>
        <source>Message below the list</source>
        <translation>Nachricht unter der Liste</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download whole messages:</source>
        <translation>Ganze Nachrichten herunterladen:</translation>
    </message>
    <message>
        <source>Download whole messages</source>
        <translation>Ganze Nachrichten herunterladen</translation>
    </message>
    <message>
        <source>only when opened</source>
        <translation>nur beim Öffnen</translation>
    </message>
    <message>
        <source>of the last week</source>
        <translation>der letzten Woche</translation>
    </message>
    <message>
        <source>of the last month</source>
        <translation>des letzten Monats</translation>
    </message>
    <message>
        <source>of the last year</source>
        <translation>des letzten Jahres</translation>
    </message>
    <message>
        <source>of all time</source>
        <translation>aller Zeiten</translation>
    </message>
    <message>
        <source>Not larger than:</source>
        <translation>Nicht größer als:</translation>
    </message>
    <message>
        <source>Largest message downloaded ahead</source>
        <translation>Größte vorab geladene Nachricht</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Room for messages:</source>
        <translation>Platz für Nachrichten:</translation>
    </message>
    <message>
        <source>Room for messages on this computer</source>
        <translation>Platz für Nachrichten auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Beyond that, the messages not read for longest are removed from this computer; they stay on the server.</source>
        <translation>Darüber hinaus werden die am längsten nicht gelesenen Nachrichten von diesem Computer entfernt; auf dem Server bleiben sie.</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>Keep what vanished:</source>
        <translation>Verschwundenes aufheben:</translation>
    </message>
    <message>
        <source>Keep messages that another program deleted</source>
        <translation>Nachrichten aufheben, die ein anderes Programm gelöscht hat</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Messages that another program deletes can be restored for so long, if their text is on this computer.</source>
        <translation>So lange lassen sich Nachrichten wiederherstellen, die ein anderes Programm löscht, wenn ihr Text auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>&amp;Organising</source>
        <translation>&amp;Ordnen</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>Organising</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>After archiving, deleting or moving:</source>
        <translation>Nach dem Archivieren, Löschen oder Verschieben:</translation>
    </message>
    <message>
        <source>After archiving, deleting or moving</source>
        <translation>Nach dem Archivieren, Löschen oder Verschieben</translation>
    </message>
    <message>
        <source>go to the message below</source>
        <translation>zur Nachricht darunter</translation>
    </message>
    <message>
        <source>go to the message above</source>
        <translation>zur Nachricht darüber</translation>
    </message>
    <message>
        <source>select nothing</source>
        <translation>nichts auswählen</translation>
    </message>
    <message>
        <source>Archive by year (Archive/2026)</source>
        <translation>Nach Jahren archivieren (Archiv/2026)</translation>
    </message>
    <message>
        <source>Deleting for good can be undone:</source>
        <translation>Endgültiges Löschen lässt sich rückgängig machen:</translation>
    </message>
    <message>
        <source>Deleting for good can be undone</source>
        <translation>Endgültiges Löschen lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>for 5 seconds</source>
        <translation>5 Sekunden lang</translation>
    </message>
    <message>
        <source>for 10 seconds</source>
        <translation>10 Sekunden lang</translation>
    </message>
    <message>
        <source>for 30 seconds</source>
        <translation>30 Sekunden lang</translation>
    </message>
    <message>
        <source>for 1 minute</source>
        <translation>1 Minute lang</translation>
    </message>
</context>
<context>
    <name>kw::ShortcutKeys</name>
    <message>
        <source>%1 (%2)</source>
        <comment>action, key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is needed to move around in lists and dialogs. Choose another key.</source>
        <translation>%1 wird gebraucht, um sich in Listen und Fenstern zu bewegen. Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose another key, or take it away there first.</source>
        <translation>%1 gehört zu „%2“. Wählen Sie eine andere Taste oder nehmen Sie sie dort zuerst weg.</translation>
    </message>
</context>
<context>
    <name>kw::SourceWindow</name>
    <message>
        <source>… %1 more are not shown here.</source>
        <translation>… %1 weitere werden hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelltext: %1</translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation>Kopfzeilen: %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>kw::StatusStrip</name>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <source>%1: syncing %2 of %3</source>
        <translation>%1: gleicht ab, %2 von %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Your mail is here; changes are sent when you go online.</source>
        <translation>Deine Post ist hier; Änderungen werden gesendet, wenn du online gehst.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln Änderung wartet</numerusform>
            <numerusform>%Ln Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) refused</source>
        <translation>
            <numerusform>%Ln Änderung abgelehnt</numerusform>
            <numerusform>%Ln Änderungen abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what waits, what was done and what was refused</source>
        <translation>Zeigt, was wartet, was erledigt ist und was abgelehnt wurde</translation>
    </message>
</context>
<context>
    <name>kw::Store</name>
    <message>
        <source>This profile is in use by another Kittiwake. Close that one first.</source>
        <translation>Dieses Profil wird von einem anderen Kittiwake benutzt. Beenden Sie erst jenes.</translation>
    </message>
    <message>
        <source>This change was saved already.</source>
        <translation>Diese Änderung wurde bereits gespeichert.</translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Kittiwake. Nothing was changed; please update this one.</source>
        <translation>Dieses Profil stammt von einer neueren Version von Kittiwake. Es wurde nichts geändert; bitte aktualisieren Sie diese hier.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved in %1. Free some space; Kittiwake goes on by itself.</source>
        <translation>Der Datenträger ist voll: In %1 konnte nichts gespeichert werden. Schaffen Sie Platz; Kittiwake macht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The mail cache in %1 cannot be written: check the permissions of that folder.</source>
        <translation>Der Zwischenspeicher in %1 lässt sich nicht beschreiben: Prüfen Sie die Rechte dieses Ordners.</translation>
    </message>
    <message>
        <source>The mail cache in %1 cannot be opened: check that the folder exists and is yours.</source>
        <translation>Der Zwischenspeicher in %1 lässt sich nicht öffnen: Prüfen Sie, ob es den Ordner gibt und ob er Ihnen gehört.</translation>
    </message>
    <message>
        <source>The mail cache in %1 is in use by another program.</source>
        <translation>Der Zwischenspeicher in %1 wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>The mail cache in %1 is damaged. Restart Kittiwake: it rebuilds the cache from the server.</source>
        <translation>Der Zwischenspeicher in %1 ist beschädigt. Starten Sie Kittiwake neu: Es baut ihn vom Server neu auf.</translation>
    </message>
    <message>
        <source>The mail cache in %1 failed: %2.</source>
        <translation>Fehler im Zwischenspeicher in %1: %2.</translation>
    </message>
</context>
<context>
    <name>kw::Sync</name>
    <message>
        <source>The folder was renumbered meanwhile.</source>
        <translation>Der Ordner wurde inzwischen neu nummeriert.</translation>
    </message>
    <message>
        <source>The folder “%1” was deleted elsewhere; what was changed in it here is void.</source>
        <translation>Der Ordner „%1“ wurde anderswo gelöscht; was hier darin geändert wurde, ist hinfällig.</translation>
    </message>
    <message>
        <source>The server lists no folders.</source>
        <translation>Der Server nennt keine Ordner.</translation>
    </message>
    <message>
        <source>This folder is no longer there.</source>
        <translation>Diesen Ordner gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>(The server does not hand out this message)</source>
        <translation>(Der Server gibt diese Nachricht nicht heraus)</translation>
    </message>
    <message>
        <source>This message is no longer on the server, and its text was not downloaded before.</source>
        <translation>Diese Nachricht ist nicht mehr auf dem Server, und ihr Text wurde vorher nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>The server sent a different message than the one asked for. Try again.</source>
        <translation>Der Server hat eine andere Nachricht geschickt als die gewünschte. Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The mail cache was damaged and is being rebuilt from the servers. No mail is lost.</source>
        <translation>Der Zwischenspeicher der Mails war beschädigt und wird von den Servern neu aufgebaut. Es geht keine Mail verloren.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Diese Nachricht ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This message was not downloaded yet. Go online to read it.</source>
        <translation>Diese Nachricht wurde noch nicht heruntergeladen. Gehen Sie online, um sie zu lesen.</translation>
    </message>
    <message>
        <source>There is no account called &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>There is no message with the number %1.</source>
        <translation>Es gibt keine Nachricht mit der Nummer %1.</translation>
    </message>
    <message>
        <source>The account of this message is no longer set up.</source>
        <translation>Das Konto dieser Nachricht ist nicht mehr eingerichtet.</translation>
    </message>
    <message>
        <source>The downloaded text of this message cannot be read. Try again.</source>
        <translation>Der heruntergeladene Text dieser Nachricht kann nicht gelesen werden. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>server: %1; here: %2</source>
        <translation>Server: %1; hier: %2</translation>
    </message>
    <message>
        <source>server: %1 bytes; here: %2 bytes</source>
        <translation>Server: %1 Bytes; hier: %2 Bytes</translation>
    </message>
    <message>
        <source>The mail cache was damaged and is being rebuilt from the servers. No mail is lost, but changes that had not reached the server could not all be read: look over what you marked last.</source>
        <translation>Der Zwischenspeicher war beschädigt und wird von den Servern neu aufgebaut. Es geht keine Nachricht verloren, aber nicht alle Änderungen, die noch nicht beim Server waren, ließen sich lesen: Sehen Sie nach, was Sie zuletzt markiert haben.</translation>
    </message>
    <message>
        <source>This folder is read-only; its marks cannot be changed.</source>
        <translation>Dieser Ordner lässt sich nur lesen; seine Markierungen sind nicht zu ändern.</translation>
    </message>
    <message>
        <source>The server of this account does not keep tags.</source>
        <translation>Der Server dieses Kontos bewahrt keine Schlagwörter auf.</translation>
    </message>
    <message>
        <source>The account “%1” has no folder “%2”.</source>
        <translation>Das Konto „%1“ hat keinen Ordner „%2“.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) cannot be brought back: they are gone from the server and their text was not on this computer.</source>
        <translation>
            <numerusform>Eine Nachricht lässt sich nicht zurückholen: Auf dem Server ist sie fort, und ihr Text war nicht auf diesem Computer.</numerusform>
            <numerusform>%n Nachrichten lassen sich nicht zurückholen: Auf dem Server sind sie fort, und ihr Text war nicht auf diesem Computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) had been moved or deleted by another program before; that was left as it is.</source>
        <translation>
            <numerusform>Eine Nachricht hatte ein anderes Programm vorher verschoben oder gelöscht; das blieb, wie es ist.</numerusform>
            <numerusform>%n Nachrichten hatte ein anderes Programm vorher verschoben oder gelöscht; das blieb, wie es ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “%1” was deleted or renamed elsewhere meanwhile.</source>
        <translation>Der Ordner „%1“ wurde inzwischen anderswo gelöscht oder umbenannt.</translation>
    </message>
    <message>
        <source>There is nothing to try again.</source>
        <translation>Es gibt nichts, was noch einmal versucht werden könnte.</translation>
    </message>
    <message>
        <source>It cannot be tried again: what it was about is no longer there.</source>
        <translation>Es lässt sich nicht noch einmal versuchen: Das, worum es ging, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The folder is not empty any more, so it stays.</source>
        <translation>Der Ordner ist nicht mehr leer und bleibt deshalb.</translation>
    </message>
</context>
<context>
    <name>kw::TableHeader</name>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Sort by date, newest or oldest first</source>
        <translation>Nach Datum ordnen, neueste oder älteste zuerst</translation>
    </message>
    <message>
        <source>Columns of the message list</source>
        <translation>Spalten der Nachrichtenliste</translation>
    </message>
</context>
<context>
    <name>kw::TagStrip</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
</context>
<context>
    <name>kw::Tagging</name>
    <message>
        <source>Tag: %1</source>
        <translation>Schlagwort: %1</translation>
    </message>
    <message>
        <source>New Tag…</source>
        <translation>Neues Schlagwort …</translation>
    </message>
    <message>
        <source>Names and Colours…</source>
        <translation>Namen und Farben …</translation>
    </message>
    <message>
        <source>New Tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Name of the new tag:</source>
        <translation>Name des neuen Schlagworts:</translation>
    </message>
</context>
<context>
    <name>kw::Tags</name>
    <message>
        <source>Important</source>
        <comment>tag</comment>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Work</source>
        <comment>tag</comment>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Personal</source>
        <comment>tag</comment>
        <translation>Privat</translation>
    </message>
    <message>
        <source>To do</source>
        <comment>tag</comment>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>tag</comment>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>kw::TagsPage</name>
    <message>
        <source>Colour of the tag</source>
        <translation>Farbe des Schlagworts</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Nach oben</translation>
    </message>
    <message>
        <source>D&amp;own</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>Name des Schlagworts</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Remove the tag</source>
        <translation>Schlagwort entfernen</translation>
    </message>
    <message>
        <source>Move the tag up</source>
        <translation>Schlagwort nach oben</translation>
    </message>
    <message>
        <source>Move the tag down</source>
        <translation>Schlagwort nach unten</translation>
    </message>
    <message>
        <source>Tags are kept on the server, so other programs see them too. The first nine have the keys 1 to 9. Removing one here takes it off no message.</source>
        <translation>Schlagwörter liegen auf dem Server, andere Programme sehen sie also auch. Die ersten neun haben die Tasten 1 bis 9. Wird eines hier entfernt, behalten es alle Nachrichten, die es tragen.</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
</context>
<context>
    <name>kw::UndoToast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What was just done</source>
        <translation>Was gerade getan wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button, what it is about</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kw::Undoing</name>
    <message>
        <source>%1: %2</source>
        <comment>Undo with its key: what was done</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <comment>what was done</comment>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) could not be made and were taken back.</source>
        <translation>
            <numerusform>%Ln Änderung war nicht möglich und wurde zurückgenommen.</numerusform>
            <numerusform>%Ln Änderungen waren nicht möglich und wurden zurückgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>kw::VanishedDialog</name>
    <message>
        <source>Recently Vanished</source>
        <translation>Kürzlich verschwunden</translation>
    </message>
    <message>
        <source>Recently vanished</source>
        <translation>Kürzlich verschwunden</translation>
    </message>
    <message>
        <source>List and message</source>
        <translation>Liste und Nachricht</translation>
    </message>
    <message>
        <source>Vanished messages, newest first</source>
        <translation>Verschwundene Nachrichten, neueste zuerst</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>No message selected</source>
        <translation>Keine Nachricht ausgewählt</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Puts the message back into its folder, on the server too</source>
        <translation>Legt die Nachricht in ihren Ordner zurück, auch auf dem Server</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Vergessen …</translation>
    </message>
    <message>
        <source>Deletes the text kept on this computer</source>
        <translation>Löscht den auf diesem Computer aufgehobenen Text</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Ä&amp;ndern …</translation>
    </message>
    <message>
        <source>Change how long vanished messages are kept</source>
        <translation>Ändern, wie lange verschwundene Nachrichten aufgehoben werden</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Messages that another program deletes are not kept.</source>
        <translation>Nachrichten, die ein anderes Programm löscht, werden nicht aufgehoben.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Choose a number of days, and what another program deletes can be restored for so long.</source>
        <translation>Wählen Sie eine Zahl von Tagen: So lange lässt sich wiederherstellen, was ein anderes Programm löscht.</translation>
    </message>
    <message>
        <source>Nothing has vanished</source>
        <translation>Nichts ist verschwunden</translation>
    </message>
    <message>
        <source>When another program deletes a message whose text is on this computer, it can be restored from here.</source>
        <translation>Löscht ein anderes Programm eine Nachricht, deren Text auf diesem Computer ist, lässt sie sich hier wiederherstellen.</translation>
    </message>
    <message>
        <source>This text is no longer here</source>
        <translation>Dieser Text ist nicht mehr da</translation>
    </message>
    <message>
        <source>Forget Messages</source>
        <translation>Nachrichten vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln message(s) for good?</source>
        <translation>
            <numerusform>%Ln Nachricht endgültig vergessen?</numerusform>
            <numerusform>%Ln Nachrichten endgültig vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget messages</source>
        <translation>Nachrichten vergessen</translation>
    </message>
    <message>
        <source>They are no longer on the server, and the texts kept here are all there is.</source>
        <translation>Auf dem Server sind sie nicht mehr; die hier aufgehobenen Texte sind alles, was es noch gibt.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Messages that another program deleted are kept for %Ln day(s), if their text is on this computer.</source>
        <translation>
            <numerusform>Nachrichten, die ein anderes Programm gelöscht hat, werden %Ln Tag aufgehoben, wenn ihr Text auf diesem Computer ist.</numerusform>
            <numerusform>Nachrichten, die ein anderes Programm gelöscht hat, werden %Ln Tage aufgehoben, wenn ihr Text auf diesem Computer ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::VanishedModel</name>
    <message>
        <source>less than a day</source>
        <translation>weniger als einen Tag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>%1, from %2, was in %3, vanished %4, kept for %5</source>
        <comment>a row as one sentence</comment>
        <translation>%1, von %2, war in %3, verschwunden %4, aufgehoben für %5</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>War in</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Noch aufgehoben</translation>
    </message>
</context>
<context>
    <name>kw::WindowActions</name>
    <message>
        <source>Check for New Mail</source>
        <translation>Neue Post abrufen</translation>
    </message>
    <message>
        <source>Work Offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Add Account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go to Message</source>
        <translation>Zur Nachricht</translation>
    </message>
    <message>
        <source>Mark as Read or Unread</source>
        <translation>Als gelesen oder ungelesen markieren</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>All Headers</source>
        <translation>Alle Kopfzeilen</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Next Message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Previous Message</source>
        <translation>Vorige Nachricht</translation>
    </message>
    <message>
        <source>Next Unread</source>
        <translation>Nächste ungelesene</translation>
    </message>
    <message>
        <source>Previous Unread</source>
        <translation>Vorige ungelesene</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Filter the List</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Find in Message…</source>
        <translation>In der Nachricht suchen …</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Group by Date</source>
        <translation>Nach Datum gruppieren</translation>
    </message>
    <message>
        <source>Message below the List</source>
        <translation>Nachricht unter der Liste</translation>
    </message>
    <message>
        <source>Fixed-Width Letters</source>
        <translation>Feste Zeichenbreite</translation>
    </message>
    <message>
        <source>Colours as the Desktop</source>
        <translation>Farben wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Usual Size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Menu Bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Accounts from a File</source>
        <translation>Konten aus einer Datei</translation>
    </message>
    <message>
        <source>About Kittiwake</source>
        <translation>Über Kittiwake</translation>
    </message>
    <message>
        <source>&amp;Mail</source>
        <translation>&amp;Post</translation>
    </message>
    <message>
        <source>M&amp;essage</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Change Keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Commands and Folders…</source>
        <translation>Befehle und Ordner …</translation>
    </message>
    <message>
        <source>Changes…</source>
        <translation>Änderungen …</translation>
    </message>
    <message>
        <source>Recently Vanished…</source>
        <translation>Kürzlich verschwunden …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete for Good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Not Junk</source>
        <translation>Kein Spam</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben nach …</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Kopieren nach …</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Schlagwort %1</translation>
    </message>
    <message>
        <source>Remove All Tags</source>
        <translation>Alle Schlagwörter entfernen</translation>
    </message>
    <message>
        <source>New Folder…</source>
        <translation>Neuer Ordner …</translation>
    </message>
    <message>
        <source>Rename Folder…</source>
        <translation>Ordner umbenennen …</translation>
    </message>
    <message>
        <source>Delete Folder…</source>
        <translation>Ordner löschen …</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>Mark All as Read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Empty Trash or Junk…</source>
        <translation>Papierkorb oder Spam leeren …</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>kw::WindowPanes</name>
    <message>
        <source>Mail</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Folders and messages</source>
        <translation>Ordner und Nachrichten</translation>
    </message>
    <message>
        <source>List and message</source>
        <translation>Liste und Nachricht</translation>
    </message>
</context>
<context>
    <name>kw::WindowToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Zwischenraum</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>kw::Words</name>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>syncing</source>
        <translation>gleicht ab</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>checked regularly</source>
        <translation>wird regelmäßig abgerufen</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht dich</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>out of reach, as of %1</source>
        <translation>nicht erreichbar, Stand %1</translation>
    </message>
    <message>
        <source>offline, as of %1</source>
        <translation>offline, Stand %1</translation>
    </message>
</context>
</TS>
