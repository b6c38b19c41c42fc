<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccountFile</name>
    <message>
        <source>%1 must be a number from 1 to 65535, not “%2”. Leave the line out for the usual port.</source>
        <translation>%1 muss eine Zahl von 1 bis 65535 sein, nicht „%2“. Lass die Zeile für den üblichen Port weg.</translation>
    </message>
    <message>
        <source>%1 must be tls, starttls or none, not “%2”.</source>
        <translation>%1 muss tls, starttls oder none sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be true or false, not “%2”.</source>
        <translation>%1 muss true oder false sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be a number from %2, not “%3”.</source>
        <translation>%1 muss eine Zahl ab %2 sein, nicht „%3“.</translation>
    </message>
    <message>
        <source>aliases must be addresses like Anna &lt;anna@example.org&gt;, parted by commas; “%1” is none.</source>
        <translation>aliases müssen Adressen wie Anna &lt;anna@example.org&gt; sein, durch Kommas getrennt; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>%1 must be a list like [&quot;News&quot;, &quot;Old/2019&quot;], not “%2”.</source>
        <translation>%1 muss eine Liste wie [&quot;News&quot;, &quot;Old/2019&quot;] sein, nicht „%2“.</translation>
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
        <source>[%1] signs in through the browser, which needs an encrypted connection. Set imapSecurity and smtpSecurity to tls or starttls.</source>
        <translation>[%1] meldet sich im Browser an und braucht dafür eine verschlüsselte Verbindung. Setze imapSecurity und smtpSecurity auf tls oder starttls.</translation>
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
    <name>ImportPlan</name>
    <message>
        <source>Send mail through %1 and sign in there with the password that is kept here for this account</source>
        <translation>Über %1 senden und sich dort mit dem Passwort anmelden, das hier für dieses Konto aufbewahrt wird</translation>
    </message>
    <message>
        <source>Accept this certificate for %1: SHA-256 %2</source>
        <translation>Diesem Zertifikat für %1 vertrauen: SHA-256 %2</translation>
    </message>
    <message>
        <source>Send the password to %1 in clear text, where everybody on the way can read it</source>
        <translation>Das Passwort im Klartext an %1 senden, wo jeder auf dem Weg es lesen kann</translation>
    </message>
</context>
<context>
    <name>IniFile</name>
    <message>
        <source>%1 cannot be read (%2). Check its permissions.</source>
        <translation>%1 lässt sich nicht lesen (%2). Prüfe die Rechte.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Nothing was changed; check permissions and free space.</source>
        <translation>%1 lässt sich nicht schreiben (%2). Nichts wurde geändert; prüfe Rechte und freien Platz.</translation>
    </message>
    <message>
        <source>its directory cannot be made</source>
        <translation>das Verzeichnis dafür lässt sich nicht anlegen</translation>
    </message>
</context>
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
    <name>PersonTagFile</name>
    <message>
        <source>%1 is larger than 4 MB, so it holds no people. Check what was saved there.</source>
        <translation>%1 ist größer als 4 MB und enthält daher keine Personen. Sieh nach, was dort gespeichert wurde.</translation>
    </message>
    <message>
        <source>Tags cannot be kept for this address: it has signs that no address has.</source>
        <translation>Für diese Adresse können keine Schlagwörter aufbewahrt werden: Sie enthält Zeichen, die es in keiner Adresse gibt.</translation>
    </message>
</context>
<context>
    <name>SavedSearchFile</name>
    <message>
        <source>%1 cannot be read (%2). Check its permissions.</source>
        <translation>%1 lässt sich nicht lesen (%2). Prüfe die Rechte.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB, so it holds no searches. Check what was saved there.</source>
        <translation>%1 ist größer als 1 MB und enthält daher keine Suchen. Sieh nach, was dort gespeichert wurde.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Nothing was changed; check permissions and free space.</source>
        <translation>%1 lässt sich nicht schreiben (%2). Nichts wurde geändert; prüfe Rechte und freien Platz.</translation>
    </message>
</context>
<context>
    <name>SettingsBundle</name>
    <message>
        <source>%1 has no value that makes sense.</source>
        <translation>%1 hat keinen sinnvollen Wert.</translation>
    </message>
    <message>
        <source>%1 settings are not known to this version.</source>
        <translation>%1 Einstellungen sind dieser Version nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 tags cannot be used.</source>
        <translation>%1 Schlagwörter sind nicht brauchbar.</translation>
    </message>
    <message>
        <source>Some keys cannot be used.</source>
        <translation>Einige Tasten sind nicht brauchbar.</translation>
    </message>
    <message>
        <source>%1 of the account “%2” is too long.</source>
        <translation>%1 des Kontos „%2“ ist zu lang.</translation>
    </message>
    <message>
        <source>The command that gives the password of “%1”: commands are never imported. Enter it in the account&apos;s settings.</source>
        <translation>Der Befehl, der das Passwort von „%1“ liefert: Befehle werden nie importiert. Trage ihn in den Kontoeinstellungen ein.</translation>
    </message>
    <message>
        <source>Accounts beyond the first %1.</source>
        <translation>Konten nach den ersten %1.</translation>
    </message>
    <message>
        <source>An account: %1</source>
        <translation>Ein Konto: %1</translation>
    </message>
    <message>
        <source>The account “%1” a second time.</source>
        <translation>Das Konto „%1“ ein zweites Mal.</translation>
    </message>
    <message>
        <source>This file is too large for settings. Choose one that Kittiwake has exported.</source>
        <translation>Diese Datei ist zu groß für Einstellungen. Wähle eine, die Kittiwake exportiert hat.</translation>
    </message>
    <message>
        <source>This file holds no settings of Kittiwake. Choose one that Kittiwake has exported.</source>
        <translation>Diese Datei enthält keine Einstellungen von Kittiwake. Wähle eine, die Kittiwake exportiert hat.</translation>
    </message>
    <message>
        <source>These settings were exported by a newer Kittiwake. Update Kittiwake, then import them again.</source>
        <translation>Diese Einstellungen hat ein neueres Kittiwake exportiert. Aktualisiere Kittiwake und importiere sie dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Choose another file.</source>
        <translation>%1 lässt sich nicht lesen (%2). Wähle eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 signatures cannot be used.</source>
        <translation>%1 Signaturen können nicht verwendet werden.</translation>
    </message>
    <message>
        <source>%1 saved searches cannot be used.</source>
        <translation>%1 gespeicherte Suchen sind nicht brauchbar.</translation>
    </message>
</context>
<context>
    <name>SignatureFile</name>
    <message>
        <source>%1 is larger than 4 MB, so it holds no signatures. Check what was saved there.</source>
        <translation>%1 ist größer als 4 MB und enthält daher keine Signaturen. Sieh nach, was dort gespeichert wurde.</translation>
    </message>
    <message>
        <source>A signature cannot be kept for the address “%1”.</source>
        <translation>Für die Adresse „%1“ kann keine Signatur aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The signature of %1 is too long. Shorten it.</source>
        <translation>Die Signatur von %1 ist zu lang. Kürze sie.</translation>
    </message>
</context>
<context>
    <name>StartOptions</name>
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
        <source>There is no option %1.</source>
        <translation>Eine Option %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>--demo makes a throw-away profile of its own, so it goes without --profile.</source>
        <translation>--demo legt ein eigenes Wegwerfprofil an und verträgt sich daher nicht mit --profile.</translation>
    </message>
    <message>
        <source>“%1” is neither an option, a mailto: link nor a file.</source>
        <translation>„%1“ ist weder eine Option noch ein mailto:-Link noch eine Datei.</translation>
    </message>
    <message>
        <source>usage: kittiwake [options] [mailto:LINK | FILE …]

  --compose          write a new message; FILEs are attached to it
  --profile DIR      configuration, cache and log in DIR
  --demo             made-up mail on a private server and a throw-away profile
  --offline          start without any traffic
  --theme NAME       light, dark or system, for this run
  --screenshot FILE  wait for the unified inbox, save a picture, quit
  --version, --help
</source>
        <translation>Aufruf: kittiwake [Optionen] [mailto:LINK | DATEI …]

  --compose          eine neue Nachricht schreiben; DATEIen werden angehängt
  --profile DIR      Einstellungen, Speicher und Protokoll in DIR
  --demo             erfundene Post auf einem eigenen Server und ein Wegwerfprofil
  --offline          ohne jeden Verkehr beginnen
  --theme NAME       light, dark oder system, für diesen Lauf
  --screenshot FILE  auf den gemeinsamen Posteingang warten, ein Bild speichern, enden
  --version, --help
</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>A template needs a name. Enter one.</source>
        <translation>Eine Vorlage braucht einen Namen. Gib einen ein.</translation>
    </message>
    <message>
        <source>The template&apos;s name is too long. Choose a shorter one.</source>
        <translation>Der Name der Vorlage ist zu lang. Wähle einen kürzeren.</translation>
    </message>
    <message>
        <source>There is no template “%1” any more.</source>
        <translation>Die Vorlage „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The template “%1” cannot be read (%2).</source>
        <translation>Die Vorlage „%1“ kann nicht gelesen werden (%2).</translation>
    </message>
    <message>
        <source>The template “%1” is damaged and cannot be used. Remove it and make it anew.</source>
        <translation>Die Vorlage „%1“ ist beschädigt und nicht zu gebrauchen. Lösche sie und lege sie neu an.</translation>
    </message>
    <message>
        <source>The template “%1” is too large. Take attachments out of it.</source>
        <translation>Die Vorlage „%1“ ist zu groß. Nimm Anhänge heraus.</translation>
    </message>
    <message>
        <source>The template “%1” cannot be written (%2). Check permissions and free space.</source>
        <translation>Die Vorlage „%1“ kann nicht geschrieben werden (%2). Prüfe Rechte und freien Platz.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The template “%1” cannot be removed (%2).</source>
        <translation>Die Vorlage „%1“ kann nicht gelöscht werden (%2).</translation>
    </message>
    <message>
        <source>There is a template “%1” already. Choose another name.</source>
        <translation>Es gibt schon eine Vorlage „%1“. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>The template “%1” cannot be renamed (%2).</source>
        <translation>Die Vorlage „%1“ kann nicht umbenannt werden (%2).</translation>
    </message>
</context>
<context>
    <name>kw::AccountCommands</name>
    <message>
        <source>Remove Account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Keep on This Computer</source>
        <translation>Auf diesem Computer behalten</translation>
    </message>
    <message>
        <source>Download All Its Messages</source>
        <translation>Alle Nachrichten darin herunterladen</translation>
    </message>
    <message>
        <source>Go On with This Account</source>
        <translation>Dieses Konto fortsetzen</translation>
    </message>
    <message>
        <source>Pause This Account</source>
        <translation>Dieses Konto anhalten</translation>
    </message>
    <message>
        <source>Show Only Subscribed Folders</source>
        <translation>Nur abonnierte Ordner zeigen</translation>
    </message>
    <message>
        <source>Remove This Account…</source>
        <translation>Dieses Konto entfernen …</translation>
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
        <source>Account Settings</source>
        <translation>Kontoeinstellungen</translation>
    </message>
    <message>
        <source>%1 — Account Settings</source>
        <translation>%1 – Kontoeinstellungen</translation>
    </message>
    <message>
        <source>Account settings</source>
        <translation>Kontoeinstellungen</translation>
    </message>
    <message>
        <source>This account signs in through a page in your browser and has no password here.</source>
        <translation>Dieses Konto meldet sich über eine Seite in deinem Browser an und hat hier kein Passwort.</translation>
    </message>
    <message>
        <source>Sign In Again…</source>
        <translation>Neu anmelden …</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Identities</source>
        <translation>&amp;Identitäten</translation>
    </message>
    <message>
        <source>&amp;Folders</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Offline</source>
        <translation>O&amp;ffline</translation>
    </message>
    <message>
        <source>Look at Certificate…</source>
        <translation>Zertifikat ansehen …</translation>
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
        <source>Confirm the unprotected connection, or choose TLS.</source>
        <translation>Bestätige die ungeschützte Verbindung oder wähle TLS.</translation>
    </message>
    <message>
        <source>Colour of the account</source>
        <translation>Farbe des Kontos</translation>
    </message>
    <message>
        <source>none: signs in through %1</source>
        <translation>keines: Anmeldung über %1</translation>
    </message>
</context>
<context>
    <name>kw::AccountNotes</name>
    <message>
        <source>Without protection, everybody between you and the server can read your password and your mail. Choose TLS if the server offers it.</source>
        <translation>Ohne Schutz kann jeder zwischen dir und dem Server dein Passwort und deine Post lesen. Wähle TLS, wenn der Server es anbietet.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meintest du %1?</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 No password was sent. Sign in only if you know why.</source>
        <translation>%1 Es wurde kein Passwort gesendet. Melde dich nur an, wenn du weißt, warum.</translation>
    </message>
    <message>
        <source>%1 is outside %2, and that it is in charge was not told in a protected way. Sign in only if this is your provider.</source>
        <translation>%1 liegt außerhalb von %2, und dass er zuständig ist, wurde nicht auf geschütztem Weg mitgeteilt. Melde dich nur an, wenn das dein Anbieter ist.</translation>
    </message>
    <message>
        <source>Has no page opened in your browser? Open it once more, or copy its address into another browser on this computer.</source>
        <translation>Hat sich in deinem Browser keine Seite geöffnet? Öffne sie noch einmal oder kopiere ihre Adresse in einen anderen Browser auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open Page Again</source>
        <translation>Seite noch einmal öffnen</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>kw::AccountRoom</name>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>Free Space Now</source>
        <translation>Jetzt Platz schaffen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Removes the downloaded texts of this account from this computer; they stay on the server. Drafts and what waits to be sent are kept.</source>
        <translation>Entfernt die heruntergeladenen Texte dieses Kontos von diesem Computer; auf dem Server bleiben sie. Entwürfe und was noch gesendet werden soll, bleiben erhalten.</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>Höchstens:</translation>
    </message>
    <message>
        <source>Room that %1 takes</source>
        <translation>Platz, den %1 braucht</translation>
    </message>
    <message>
        <source>At most for %1</source>
        <translation>Höchstens für %1</translation>
    </message>
    <message>
        <source>Free space now: %1</source>
        <translation>Jetzt Platz schaffen: %1</translation>
    </message>
    <message>
        <source>no limit of its own</source>
        <translation>keine eigene Grenze</translation>
    </message>
    <message>
        <source>%1 of texts (%2 of %3 messages downloaded), and about %4 for the lists.</source>
        <translation>%1 für Texte (%2 von %3 Nachrichten heruntergeladen) und etwa %4 für die Listen.</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>%1 freigemacht.</translation>
    </message>
    <message>
        <source>There was nothing to free.</source>
        <translation>Es gab nichts freizumachen.</translation>
    </message>
</context>
<context>
    <name>kw::AccountWords</name>
    <message>
        <source>%1 — %2</source>
        <comment>account, address</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Remove “%1” from this computer?</source>
        <translation>„%1“ von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>The mail on the server stays.</source>
        <translation>Die Post auf dem Server bleibt.</translation>
    </message>
    <message>
        <source>Its mail on this computer is deleted, together with changes that have not reached the server yet.</source>
        <translation>Seine Post auf diesem Computer wird gelöscht, auch Änderungen, die den Server noch nicht erreicht haben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) have not reached the server and would be lost.</source>
        <translation>
            <numerusform>%Ln Änderung hat den Server noch nicht erreicht und ginge verloren.</numerusform>
            <numerusform>%Ln Änderungen haben den Server noch nicht erreicht und gingen verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) are only on this computer and would be lost.</source>
        <translation>
            <numerusform>%Ln Nachricht ist nur auf diesem Computer und ginge verloren.</numerusform>
            <numerusform>%Ln Nachrichten sind nur auf diesem Computer und gingen verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) deleted by other programs could no longer be restored.</source>
        <translation>
            <numerusform>%Ln von anderen Programmen gelöschte Nachricht ließe sich nicht mehr wiederherstellen.</numerusform>
            <numerusform>%Ln von anderen Programmen gelöschte Nachrichten ließen sich nicht mehr wiederherstellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln message(s) and its password are deleted from this computer.</source>
        <translation>
            <numerusform>Seine %Ln Nachricht und sein Passwort werden von diesem Computer gelöscht.</numerusform>
            <numerusform>Seine %Ln Nachrichten und sein Passwort werden von diesem Computer gelöscht.</numerusform>
        </translation>
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
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>&amp;Check…</source>
        <translation>&amp;Prüfen …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Nach oben</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Check this account</source>
        <translation>Dieses Konto prüfen</translation>
    </message>
    <message>
        <source>Pause account</source>
        <translation>Konto anhalten</translation>
    </message>
    <message>
        <source>Move account up</source>
        <translation>Konto nach oben</translation>
    </message>
    <message>
        <source>Move account down</source>
        <translation>Konto nach unten</translation>
    </message>
    <message>
        <source>The order here is that of the folder list. Drag an account, or use Up and Down.</source>
        <translation>Die Reihenfolge hier ist die der Ordnerliste. Zieh ein Konto an seinen Platz oder nimm „Nach oben“ und „Nach unten“.</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with account</source>
        <translation>Konto fortsetzen</translation>
    </message>
</context>
<context>
    <name>kw::AddAccountDialog</name>
    <message>
        <source>Set Up by &amp;Hand</source>
        <translation>Von &amp;Hand einrichten</translation>
    </message>
    <message>
        <source>Add Account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Set up by hand</source>
        <translation>Von Hand einrichten</translation>
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
        <source>Save Anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Use “%1” as User Name</source>
        <translation>„%1“ als Benutzernamen verwenden</translation>
    </message>
    <message>
        <source>Look at Certificate…</source>
        <translation>Zertifikat ansehen …</translation>
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
        <source>Looking for your servers… Your password stays here meanwhile.</source>
        <translation>Deine Server werden gesucht … Dein Passwort bleibt solange hier.</translation>
    </message>
    <message>
        <source>Sign in on the page that opens in your browser, then come back here.</source>
        <translation>Melde dich auf der Seite an, die sich in deinem Browser öffnet, und komm dann hierher zurück.</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>Anmeldung bei %1 …</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>kw::AllowedPictures</name>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Pictures are always shown from</source>
        <translation>Bilder werden immer gezeigt von</translation>
    </message>
    <message>
        <source>Show no more pictures from the selected ones</source>
        <translation>Von den ausgewählten keine Bilder mehr zeigen</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
</context>
<context>
    <name>kw::AnswerBar</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>kw::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>look view list</source>
        <translation>Ansicht Liste Aussehen Darstellung Optik</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>colours colors dark light night mode</source>
        <translation>Farbe Farbschema dunkel hell Nacht Modus Thema Design</translation>
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
        <source>Message below the list</source>
        <translation>Nachricht unter der Liste</translation>
    </message>
    <message>
        <source>Otherwise it is beside the list.</source>
        <translation>Sonst steht sie neben der Liste.</translation>
    </message>
    <message>
        <source>layout panes reader reading pane vertical</source>
        <translation>Anordnung Bereiche Lesebereich Vorschau senkrecht Aufteilung</translation>
    </message>
    <message>
        <source>Message list</source>
        <translation>Nachrichtenliste</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Gezeigt als</translation>
    </message>
    <message>
        <source>layout view columns rows list mode</source>
        <translation>Anordnung Ansicht Spalten Zeilen Liste Darstellung</translation>
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
        <source>Spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>density compact height lines rows</source>
        <translation>Dichte kompakt Höhe Zeilen Abstand</translation>
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
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>font letters list zoom bigger larger smaller</source>
        <translation>Schrift Buchstaben Liste Zoom größer kleiner Textgröße</translation>
    </message>
    <message>
        <source>very small (%1 %)</source>
        <translation>sehr klein (%1 %)</translation>
    </message>
    <message>
        <source>small (%1 %)</source>
        <translation>klein (%1 %)</translation>
    </message>
    <message>
        <source>large (%1 %)</source>
        <translation>groß (%1 %)</translation>
    </message>
    <message>
        <source>larger (%1 %)</source>
        <translation>größer (%1 %)</translation>
    </message>
    <message>
        <source>very large (%1 %)</source>
        <translation>sehr groß (%1 %)</translation>
    </message>
    <message>
        <source>Put messages of one conversation together</source>
        <translation>Nachrichten einer Unterhaltung zusammenfassen</translation>
    </message>
    <message>
        <source>threads threading group answers replies</source>
        <translation>Unterhaltungen Threads gruppieren Antworten Konversation</translation>
    </message>
    <message>
        <source>Group by date</source>
        <translation>Nach Datum gruppieren</translation>
    </message>
    <message>
        <source>today yesterday headings days</source>
        <translation>heute gestern Überschriften Tage</translation>
    </message>
    <message>
        <source>Show the accounts&apos; colours</source>
        <translation>Farben der Konten zeigen</translation>
    </message>
    <message>
        <source>A thin bar before each message, in lists over several accounts.</source>
        <translation>Ein schmaler Balken vor jeder Nachricht, in Listen über mehrere Konten.</translation>
    </message>
    <message>
        <source>colors bar stripe</source>
        <translation>Farbe Balken Streifen</translation>
    </message>
</context>
<context>
    <name>kw::AttachedMail</name>
    <message>
        <source>Attached message</source>
        <translation>Angehängte Nachricht</translation>
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
        <source>Download All</source>
        <translation>Alle herunterladen</translation>
    </message>
    <message>
        <source>Keep all attachments on this computer, to open them offline too</source>
        <translation>Alle Anhänge auf diesem Rechner behalten, um sie auch offline zu öffnen</translation>
    </message>
</context>
<context>
    <name>kw::AttachmentChip</name>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Save %1…</source>
        <translation>%1 speichern …</translation>
    </message>
    <message>
        <source>Download of %1</source>
        <translation>Herunterladen von %1</translation>
    </message>
    <message>
        <source>Stop the download of %1</source>
        <translation>Herunterladen von %1 abbrechen</translation>
    </message>
    <message>
        <source>%1, on the server</source>
        <translation>%1, auf dem Server</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>downloaded</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>kw::AttachmentPreview</name>
    <message>
        <source>Previous attachment</source>
        <translation>Vorheriger Anhang</translation>
    </message>
    <message>
        <source>Next attachment</source>
        <translation>Nächster Anhang</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text of the attachment</source>
        <translation>Text des Anhangs</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit einem anderen Programm öffnen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This kind of file is not shown here. Open it with another program, or save it.</source>
        <translation>Dateien dieser Art werden hier nicht gezeigt. Öffne sie mit einem anderen Programm, oder speichere sie.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>pages</comment>
        <translation>%1 von %2</translation>
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
        <source>“%1” is a program, or starts one. Opening it may run what its sender wrote.</source>
        <translation>„%1“ ist ein Programm oder startet eines. Wer es öffnet, führt vielleicht aus, was der Absender geschrieben hat.</translation>
    </message>
    <message>
        <source>“%1” is a script. Opening it may run what its sender wrote.</source>
        <translation>„%1“ ist ein Skript. Wer es öffnet, führt vielleicht aus, was der Absender geschrieben hat.</translation>
    </message>
    <message>
        <source>“%1” is a document with programs in it (macros). Do not allow them to run.</source>
        <translation>„%1“ ist ein Dokument mit Programmen darin (Makros). Erlaube nicht, dass sie laufen.</translation>
    </message>
    <message>
        <source>“%1” is a web page with whatever its sender put in it. The browser shows it as if it came from this computer.</source>
        <translation>„%1“ ist eine Webseite mit allem, was der Absender hineingeschrieben hat. Der Browser zeigt sie, als käme sie von diesem Rechner.</translation>
    </message>
    <message>
        <source>Its name hides that.</source>
        <translation>Der Name verbirgt das.</translation>
    </message>
</context>
<context>
    <name>kw::AttachmentStrip</name>
    <message>
        <source>“%1” is a folder. Pack it into a file to attach it.</source>
        <translation>„%1“ ist ein Ordner. Packe ihn in eine Datei, um ihn anzuhängen.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln Datei, %1</numerusform>
            <numerusform>%Ln Dateien, %1</numerusform>
        </translation>
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
    <name>kw::CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 wird angesehen …</translation>
    </message>
    <message>
        <source>I have compared the fingerprint</source>
        <translation>Ich habe den Fingerabdruck verglichen</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
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
        <source>%1 shows no certificate</source>
        <translation>%1 zeigt kein Zertifikat</translation>
    </message>
    <message>
        <source>The certificate of %1 is in order</source>
        <translation>Das Zertifikat von %1 ist in Ordnung</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem du vertraut hast</translation>
    </message>
    <message>
        <source>%1 has a new certificate</source>
        <translation>%1 hat ein neues Zertifikat</translation>
    </message>
    <message>
        <source>The certificate of %1 protects nobody</source>
        <translation>Das Zertifikat von %1 schützt niemanden</translation>
    </message>
    <message>
        <source>An authority that this computer knows vouches for it.</source>
        <translation>Eine Zertifizierungsstelle, die dieser Computer kennt, bürgt dafür.</translation>
    </message>
    <message>
        <source>It is the one that you trusted.</source>
        <translation>Es ist das, dem du vertraut hast.</translation>
    </message>
    <message>
        <source>What is wrong:
%1

No password was sent. Go on only if you know that this is your server: compare the fingerprint with what its owner tells you by another way.</source>
        <translation>Was nicht stimmt:
%1

Es wurde kein Passwort gesendet. Mach nur weiter, wenn du weißt, dass das dein Server ist: Vergleiche den Fingerabdruck mit dem, den dir sein Betreiber auf anderem Weg nennt.</translation>
    </message>
    <message>
        <source>Someone may be listening. Ask your provider whether the certificate was changed, and compare the fingerprints, before you trust the new one. No password was sent.

What is wrong:
%1</source>
        <translation>Vielleicht hört jemand mit. Frag deinen Anbieter, ob das Zertifikat gewechselt wurde, und vergleiche die Fingerabdrücke, bevor du dem neuen vertraust. Es wurde kein Passwort gesendet.

Was nicht stimmt:
%1</translation>
    </message>
    <message>
        <source>You had trusted a certificate of this server yourself. Now it shows one that an authority vouches for (%1). That is usual when a server is set up properly. No password was sent yet.</source>
        <translation>Du hattest einem Zertifikat dieses Servers selbst vertraut. Jetzt zeigt er eines, für das eine Zertifizierungsstelle bürgt (%1). Das ist üblich, wenn ein Server richtig eingerichtet wird. Es wurde noch kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>What is wrong:
%1

It cannot be trusted, not even for this server: whoever runs it has to replace the certificate. No password was sent.</source>
        <translation>Was nicht stimmt:
%1

Ihm kann nicht vertraut werden, auch nicht nur für diesen Server: Wer ihn betreibt, muss das Zertifikat ersetzen. Es wurde kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Jetzt gezeigt</translation>
    </message>
    <message>
        <source>Trusted until now</source>
        <translation>Bisher vertraut</translation>
    </message>
    <message>
        <source>This is my server</source>
        <translation>Das ist mein Server</translation>
    </message>
    <message>
        <source>Accept the New Certificate</source>
        <translation>Neues Zertifikat annehmen</translation>
    </message>
    <message>
        <source>I know this server and have compared the fingerprint</source>
        <translation>Ich kenne diesen Server und habe den Fingerabdruck verglichen</translation>
    </message>
    <message>
        <source>Trust This Certificate for %1 Only</source>
        <translation>Diesem Zertifikat nur für %1 vertrauen</translation>
    </message>
</context>
<context>
    <name>kw::CertificateFacts</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Belongs to:</source>
        <translation>Gehört zu:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>server, organisation</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>For servers:</source>
        <translation>Für Server:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>von sich selbst</translation>
    </message>
    <message>
        <source>Valid:</source>
        <translation>Gültig:</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>two dates</comment>
        <translation>vom %1 bis %2</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Schlüssel:</translation>
    </message>
    <message>
        <source>Fingerprint
(SHA-256):</source>
        <translation>Fingerabdruck
(SHA-256):</translation>
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
        <translation>hier zurückgenommen, der Server erfährt es, sobald du online bist</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waiting until you go online</source>
        <translation>wartet, bis du online bist</translation>
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
    <message>
        <source>Stored “%1” in the folder of sent mail</source>
        <translation>„%1“ bei der gesendeten Post abgelegt</translation>
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
        <translation>Hier steht, was du mit deinen Nachrichten tust: was noch wartet, was erledigt ist und was ein Server abgelehnt hat.</translation>
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
        <translation>Die Server wissen alles, was du getan hast.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>C&amp;lean Up…</source>
        <translation>A&amp;ufräumen …</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Find what takes the room on the server</source>
        <translation>Finden, was auf dem Server den Platz braucht</translation>
    </message>
</context>
<context>
    <name>kw::CleanupDeeds</name>
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
        <source>You can undo this for a few seconds.</source>
        <translation>Einige Sekunden lang lässt es sich rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln message(s), %1, for good?</source>
        <translation>
            <numerusform>%Ln Nachricht, %1, endgültig löschen?</numerusform>
            <numerusform>%Ln Nachrichten, %1, endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Empty Trash…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
    <message>
        <source>%1. The room on the server is free when the Trash is emptied.</source>
        <translation>%1. Der Platz auf dem Server wird frei, wenn der Papierkorb geleert ist.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what was done</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>kw::CleanupKinds</name>
    <message>
        <source>What to look for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>Largest messages</source>
        <translation>Größte Nachrichten</translation>
    </message>
    <message>
        <source>Largest senders</source>
        <translation>Größte Absender</translation>
    </message>
    <message>
        <source>Old newsletters</source>
        <translation>Alte Newsletter</translation>
    </message>
    <message>
        <source>Big attachments</source>
        <translation>Große Anhänge</translation>
    </message>
    <message>
        <source>Trash and Junk</source>
        <translation>Papierkorb und Spam</translation>
    </message>
    <message>
        <source>All messages by size, Trash and Junk left out.</source>
        <translation>Alle Nachrichten nach Größe, ohne Papierkorb und Spam.</translation>
    </message>
    <message>
        <source>Who sent you the most. Press Enter to see the messages of one.</source>
        <translation>Wer dir am meisten geschickt hat. Die Eingabetaste zeigt die Nachrichten eines Absenders.</translation>
    </message>
    <message>
        <source>Lists and senders who write to many at once. Some say so in a message that was downloaded; of the others it is guessed from their address, and that you never answered.</source>
        <translation>Listen und Absender, die an viele zugleich schreiben. Manche sagen es in einer Nachricht, die heruntergeladen wurde; bei den anderen wird es aus ihrer Adresse geschlossen und daraus, dass du nie geantwortet hast.</translation>
    </message>
    <message>
        <source>Messages of more than 1 MB. Whether they have attachments is known of those whose text is on this computer.</source>
        <translation>Nachrichten über 1 MB. Ob sie Anhänge haben, ist bei denen bekannt, deren Text auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>Deleted mail and junk count towards the room you have until they are emptied.</source>
        <translation>Gelöschtes und Spam zählen zu deinem Platz, bis sie geleert werden.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1</source>
        <translation>
            <numerusform>%Ln Nachricht, %1</numerusform>
            <numerusform>%Ln Nachrichten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>list, what is in it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kw::CleanupModel</name>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation>(kein Absender)</translation>
    </message>
    <message>
        <source>%1 &lt;%2&gt;</source>
        <comment>name, address</comment>
        <translation>%1 &lt;%2&gt;</translation>
    </message>
    <message>
        <source>says so itself</source>
        <translation>sagt es selbst</translation>
    </message>
    <message>
        <source>looks like one</source>
        <translation>sieht so aus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>yes; not downloaded</source>
        <translation>ja; nicht heruntergeladen</translation>
    </message>
    <message>
        <source>likely; not downloaded</source>
        <translation>wahrscheinlich; nicht heruntergeladen</translation>
    </message>
    <message>
        <source>all %1</source>
        <comment>messages never opened</comment>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1, from %2, %3, %4, in %5</source>
        <comment>a message as one sentence: subject, sender, size, date, folder</comment>
        <translation>%1, von %2, %3, %4, in %5</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln message(s), %2</source>
        <comment>folder, size</comment>
        <translation>
            <numerusform>%1: %Ln Nachricht, %2</numerusform>
            <numerusform>%1: %Ln Nachrichten, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln message(s), %2, %3 never opened, newest %4</source>
        <translation>
            <numerusform>%1: %Ln Nachricht, %2, %3 nie geöffnet, neueste %4</numerusform>
            <numerusform>%1: %Ln Nachrichten, %2, %3 nie geöffnet, neueste %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Never opened</source>
        <translation>Nie geöffnet</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>A newsletter?</source>
        <translation>Ein Newsletter?</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>kw::CleanupWindow</name>
    <message>
        <source>Clean Up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Looking through %1 messages…</source>
        <translation>%1 Nachrichten werden durchgesehen …</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>Nothing to clean up here</source>
        <translation>Hier gibt es nichts aufzuräumen</translation>
    </message>
    <message>
        <source>Its messages are gone.</source>
        <translation>Seine Nachrichten sind weg.</translation>
    </message>
    <message>
        <source>Look into another list on the left.</source>
        <translation>Sieh links in eine andere Liste.</translation>
    </message>
    <message>
        <source>Show More (%1 of %2)</source>
        <translation>Mehr zeigen (%1 von %2)</translation>
    </message>
    <message>
        <source>This is of what is listed so far: %1 of %2 messages.</source>
        <translation>Das gilt für das, was bisher in der Liste steht: %1 von %2 Nachrichten.</translation>
    </message>
    <message>
        <source>%1 used (%2 %)</source>
        <translation>%1 belegt (%2 %)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, how full</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1 selected</source>
        <translation>
            <numerusform>%Ln Nachricht, %1 ausgewählt</numerusform>
            <numerusform>%Ln Nachrichten, %1 ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Show in &amp;List</source>
        <translation>In der L&amp;iste zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Messages</source>
        <translation>&amp;Nachrichten zeigen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>L&amp;öschen</translation>
    </message>
    <message>
        <source>&amp;Delete for Good…</source>
        <translation>&amp;Endgültig löschen …</translation>
    </message>
    <message>
        <source>&amp;Empty…</source>
        <translation>&amp;Leeren …</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>How old</source>
        <translation>Wie alt</translation>
    </message>
    <message>
        <source>of any age</source>
        <translation>jeden Alters</translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln month(s)</source>
        <translation>
            <numerusform>älter als %Ln Monat</numerusform>
            <numerusform>älter als %Ln Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What was found, largest first</source>
        <translation>Was gefunden wurde, das Größte zuerst</translation>
    </message>
    <message>
        <source>Looking through your mail…</source>
        <translation>Deine Post wird durchgesehen …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <translation>Was möchtest du tun?</translation>
    </message>
    <message>
        <source>Search all mail for “%1”</source>
        <translation>Alle Nachrichten nach „%1“ durchsuchen</translation>
    </message>
</context>
<context>
    <name>kw::Compose</name>
    <message>
        <source>%1 wrote:</source>
        <translation>%1 schrieb:</translation>
    </message>
    <message>
        <source>On %1 at %2, %3 wrote:</source>
        <extracomment>%1: a date, %2: a time, %3: a name</extracomment>
        <translation>Am %1 um %2 schrieb %3:</translation>
    </message>
    <message>
        <source>Subject:</source>
        <translation>Betreff:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Datum:</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>Von:</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>An:</translation>
    </message>
    <message>
        <source>Cc:</source>
        <translation>Cc:</translation>
    </message>
    <message>
        <source>Forwarded message</source>
        <translation>Weitergeleitete Nachricht</translation>
    </message>
    <message>
        <source>The saved draft cannot be read.</source>
        <translation>Der gespeicherte Entwurf kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The message has no sender.</source>
        <translation>Die Nachricht hat keinen Absender.</translation>
    </message>
    <message>
        <source>“%1” is not an address that mail can be sent to.</source>
        <translation>„%1“ ist keine Adresse, an die Mail gesendet werden kann.</translation>
    </message>
    <message>
        <source>The message has no recipient.</source>
        <translation>Die Nachricht hat keinen Empfänger.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>This message cannot be sent on unchanged. Forward it as an attachment instead.</source>
        <translation>Diese Nachricht kann nicht unverändert weitergeschickt werden. Leite sie stattdessen als Anhang weiter.</translation>
    </message>
    <message>
        <source>This invitation cannot be answered: its calendar is damaged. Write to the organizer instead.</source>
        <translation>Diese Einladung kann nicht beantwortet werden: Ihr Kalender ist beschädigt. Schreib stattdessen dem Veranstalter.</translation>
    </message>
    <message>
        <source>This message has no invitation to be answered.</source>
        <translation>Diese Nachricht enthält keine Einladung, die man beantworten könnte.</translation>
    </message>
    <message>
        <source>None of your addresses is invited. If it is another address of yours, add it to your account.</source>
        <translation>Keine deiner Adressen ist eingeladen. Wenn es eine andere Adresse von dir ist, trage sie bei deinem Konto ein.</translation>
    </message>
    <message>
        <source>You have sent this invitation yourself.</source>
        <translation>Diese Einladung hast du selbst verschickt.</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>Zugesagt: %1</translation>
    </message>
    <message>
        <source>Tentative: %1</source>
        <translation>Vielleicht: %1</translation>
    </message>
    <message>
        <source>Declined: %1</source>
        <translation>Abgesagt: %1</translation>
    </message>
    <message>
        <source>%1 has accepted this invitation.</source>
        <translation>%1 hat diese Einladung angenommen.</translation>
    </message>
    <message>
        <source>%1 has tentatively accepted this invitation.</source>
        <translation>%1 hat diese Einladung unter Vorbehalt angenommen.</translation>
    </message>
    <message>
        <source>%1 has declined this invitation.</source>
        <translation>%1 hat diese Einladung abgelehnt.</translation>
    </message>
    <message>
        <source>Line %1 of the message is no header field. Put an empty line between the header and the text.</source>
        <translation>Zeile %1 der Nachricht ist kein Kopffeld. Setze eine leere Zeile zwischen Kopf und Text.</translation>
    </message>
    <message>
        <source>There is no message.</source>
        <translation>Da ist keine Nachricht.</translation>
    </message>
    <message>
        <source>The message has a NUL octet in it and cannot be sent as mail. Attach such data as a file.</source>
        <translation>Die Nachricht enthält ein Nullbyte und kann nicht als Mail gesendet werden. Hänge solche Daten als Datei an.</translation>
    </message>
    <message>
        <source>A line of the message ends with CR alone. Lines must end with LF or CRLF.</source>
        <translation>Eine Zeile der Nachricht endet nur mit CR. Zeilen müssen mit LF oder CRLF enden.</translation>
    </message>
    <message>
        <source>This message was sent on before, so its header does not say who should get it now. Name the recipients.</source>
        <translation>Diese Nachricht wurde schon einmal weitergeleitet; ihr Kopf sagt nicht, wer sie nun bekommen soll. Nenne die Empfänger.</translation>
    </message>
    <message>
        <source>A line of the message is longer than 998 octets. Mail cannot have such lines; encode that part.</source>
        <translation>Eine Zeile der Nachricht ist länger als 998 Byte. Das ist in Mails nicht möglich; kodiere diesen Teil.</translation>
    </message>
    <message>
        <source>The sending server takes no 8-bit messages. Encode the message as quoted-printable or base64.</source>
        <translation>Der sendende Server nimmt keine 8-Bit-Nachrichten. Kodiere die Nachricht als quoted-printable oder base64.</translation>
    </message>
    <message>
        <source>The text is neither ASCII nor UTF-8, and no Content-Type says what it is.</source>
        <translation>Der Text ist weder ASCII noch UTF-8, und kein Content-Type sagt, was er ist.</translation>
    </message>
    <message>
        <source>A line of the message&apos;s header is longer than 998 octets. Mail cannot have such lines; fold it.</source>
        <translation>Eine Zeile im Kopf der Nachricht ist länger als 998 Byte. Das ist in Mails nicht möglich; brich sie um.</translation>
    </message>
    <message>
        <source>The message&apos;s header is neither ASCII nor UTF-8.</source>
        <translation>Der Kopf der Nachricht ist weder ASCII noch UTF-8.</translation>
    </message>
    <message>
        <source>The message has more than one From field.</source>
        <translation>Die Nachricht hat mehr als ein From-Feld.</translation>
    </message>
    <message>
        <source>The message to %1 was displayed.</source>
        <translation>Die Nachricht an %1 wurde angezeigt.</translation>
    </message>
    <message>
        <source>That does not mean that it was read or understood.</source>
        <translation>Das heißt nicht, dass sie gelesen oder verstanden wurde.</translation>
    </message>
    <message>
        <source>No receipt can be sent for this message.</source>
        <translation>Für diese Nachricht kann keine Bestätigung gesendet werden.</translation>
    </message>
    <message>
        <source>Displayed</source>
        <extracomment>The subject of a receipt; %1: that of the message</extracomment>
        <translation>Angezeigt</translation>
    </message>
    <message>
        <source>Displayed: %1</source>
        <translation>Angezeigt: %1</translation>
    </message>
</context>
<context>
    <name>kw::ComposeEditor</name>
    <message>
        <source>Message text</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>kw::ComposerActions</name>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>Si&amp;gnatur</translation>
    </message>
    <message>
        <source>Te&amp;mplates</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>&amp;Attach…</source>
        <translation>&amp;Anhängen …</translation>
    </message>
    <message>
        <source>&amp;Rich Text</source>
        <translation>&amp;Formatierung</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>Ver&amp;werfen …</translation>
    </message>
    <message>
        <source>&amp;Close and Keep</source>
        <translation>Schließen und &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Paste Without Formatting</source>
        <translation>Ohne Formatierung &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Earlier Versions…</source>
        <translation>Frühere &amp;Fassungen …</translation>
    </message>
    <message>
        <source>Ask for a &amp;Read Receipt</source>
        <translation>Um &amp;Lesebestätigung bitten</translation>
    </message>
    <message>
        <source>The recipient is asked to confirm that they have read it; they may refuse.</source>
        <translation>Wer die Nachricht bekommt, wird gebeten, das Lesen zu bestätigen, und kann das ablehnen.</translation>
    </message>
    <message>
        <source>Ask for a &amp;Delivery Report</source>
        <translation>Um &amp;Zustellbericht bitten</translation>
    </message>
    <message>
        <source>The servers tell when it has been delivered, as far as they can.</source>
        <translation>Die Server melden, wenn sie zugestellt ist, soweit sie können.</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Signieren</translation>
    </message>
    <message>
        <source>The recipient can see that it comes from you, unchanged.</source>
        <translation>Wer sie bekommt, sieht, dass sie unverändert von dir kommt.</translation>
    </message>
    <message>
        <source>E&amp;ncrypt</source>
        <translation>&amp;Verschlüsseln</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Only the recipients can read it. While you write, its copy on the server is encrypted with your own key.</source>
        <translation>Nur die Empfänger können sie lesen. Während du schreibst, ist ihre Kopie auf dem Server mit deinem eigenen Schlüssel verschlüsselt.</translation>
    </message>
</context>
<context>
    <name>kw::ComposerHead</name>
    <message>
        <source>Recipients and subject</source>
        <translation>Empfänger und Betreff</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>&amp;Cc</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>&amp;Bcc</translation>
    </message>
    <message>
        <source>Reply-T&amp;o</source>
        <translation>A&amp;ntwort an</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>B&amp;etreff</translation>
    </message>
    <message>
        <source>More recipients</source>
        <translation>Weitere Empfänger</translation>
    </message>
    <message>
        <source>Add %1</source>
        <comment>Cc, Bcc or Reply-To</comment>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>kw::ComposerWindow</name>
    <message>
        <source>Attach Files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Insert Picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.webp *.bmp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.gif *.webp *.bmp)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Open Anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>New Message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>The message is passed on as it came. Only say to whom.</source>
        <translation>Die Nachricht wird weitergegeben, wie sie kam. Sag nur, an wen.</translation>
    </message>
    <message>
        <source>The formatting is gone.</source>
        <translation>Die Formatierung ist weg.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>State of the message</source>
        <translation>Zustand der Nachricht</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <comment>at what time</comment>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Discard this message? It is then nowhere, not even among the drafts.</source>
        <translation>Diese Nachricht verwerfen? Dann ist sie nirgends mehr, auch nicht bei den Entwürfen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep Writing</source>
        <translation>Weiterschreiben</translation>
    </message>
</context>
<context>
    <name>kw::ComposingPage</name>
    <message>
        <source>Composing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>compose write writing reply forward signature sending outgoing</source>
        <translation>verfassen schreiben Antwort weiterleiten Signatur senden Versand ausgehend</translation>
    </message>
    <message>
        <source>Writing mail</source>
        <translation>Nachrichten schreiben</translation>
    </message>
    <message>
        <source>identity identities alias sender from</source>
        <translation>Identität Identitäten Alias Absender von</translation>
    </message>
    <message>
        <source>Go to Accounts</source>
        <translation>Zu den Konten</translation>
    </message>
    <message>
        <source>Names and signatures</source>
        <translation>Namen und Signaturen</translation>
    </message>
    <message>
        <source>The names and addresses you write from, and their signatures, belong to each account.</source>
        <translation>Die Namen und Adressen, unter denen du schreibst, und ihre Signaturen gehören zum jeweiligen Konto.</translation>
    </message>
    <message>
        <source>identity identities alias sender from signature</source>
        <translation>Identität Identitäten Alias Absender Von Signatur</translation>
    </message>
    <message>
        <source>Write with formatting</source>
        <translation>Mit Formatierung schreiben</translation>
    </message>
    <message>
        <source>Otherwise messages begin as plain text. Each message can be switched over.</source>
        <translation>Sonst beginnen Nachrichten als reiner Text. Jede Nachricht lässt sich umschalten.</translation>
    </message>
    <message>
        <source>html rich plain text bold</source>
        <translation>html rein Text fett Formatierung</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Write the answer</source>
        <translation>Antworten schreiben</translation>
    </message>
    <message>
        <source>reply quote top bottom posting</source>
        <translation>Antwort Zitat oben unten</translation>
    </message>
    <message>
        <source>above the quote</source>
        <translation>über dem Zitat</translation>
    </message>
    <message>
        <source>below the quote</source>
        <translation>unter dem Zitat</translation>
    </message>
    <message>
        <source>Signature in answers</source>
        <translation>Signatur in Antworten</translation>
    </message>
    <message>
        <source>quote reply end</source>
        <translation>Zitat Antwort Ende</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>Underline misspelt words</source>
        <translation>Falsch geschriebene Wörter unterstreichen</translation>
    </message>
    <message>
        <source>spell check checker dictionary language</source>
        <translation>Rechtschreibung Prüfung Wörterbuch Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>By itself, each paragraph is checked in the language it is written in.</source>
        <translation>Von selbst: Jeder Absatz wird in der Sprache geprüft, in der er geschrieben ist.</translation>
    </message>
    <message>
        <source>spell check dictionary</source>
        <translation>Rechtschreibung Wörterbuch</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>There is no dictionary for it on this computer.</source>
        <translation>Auf diesem Rechner gibt es kein Wörterbuch dafür.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sending can be undone</source>
        <translation>Senden lässt sich zurücknehmen</translation>
    </message>
    <message>
        <source>For so long a message waits here before it leaves.</source>
        <translation>So lange wartet eine Nachricht hier, bevor sie hinausgeht.</translation>
    </message>
    <message>
        <source>delay recall undo send seconds</source>
        <translation>Verzögerung zurückholen rückgängig senden Sekunden</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
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
        <source>for 20 seconds</source>
        <translation>20 Sekunden lang</translation>
    </message>
    <message>
        <source>for 30 seconds</source>
        <translation>30 Sekunden lang</translation>
    </message>
    <message>
        <source>for 60 seconds</source>
        <translation>60 Sekunden lang</translation>
    </message>
    <message>
        <source>Ask about a forgotten attachment</source>
        <translation>Nach einem vergessenen Anhang fragen</translation>
    </message>
    <message>
        <source>When the text speaks of one and none is there.</source>
        <translation>Wenn der Text von einem spricht und keiner da ist.</translation>
    </message>
    <message>
        <source>attachment reminder file forgot</source>
        <translation>Anhang Erinnerung Datei vergessen</translation>
    </message>
    <message>
        <source>Ask before sending to many</source>
        <translation>Fragen, bevor es an viele geht</translation>
    </message>
    <message>
        <source>recipients everybody reply all confirm</source>
        <translation>Empfänger alle allen antworten bestätigen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>more than 5</source>
        <translation>mehr als 5</translation>
    </message>
    <message>
        <source>more than 10</source>
        <translation>mehr als 10</translation>
    </message>
    <message>
        <source>more than 20</source>
        <translation>mehr als 20</translation>
    </message>
    <message>
        <source>more than 50</source>
        <translation>mehr als 50</translation>
    </message>
    <message>
        <source>Do not tell recipients my time zone</source>
        <translation>Empfängern meine Zeitzone nicht verraten</translation>
    </message>
    <message>
        <source>The date of a message then stands in universal time.</source>
        <translation>Das Datum einer Nachricht steht dann in Weltzeit.</translation>
    </message>
    <message>
        <source>privacy utc date timezone</source>
        <translation>Privatsphäre UTC Datum Zeitzone</translation>
    </message>
    <message>
        <source>Ask for a confirmation of reading</source>
        <translation>Um Lesebestätigung bitten</translation>
    </message>
    <message>
        <source>Recipients may refuse; many programs never answer.</source>
        <translation>Empfänger können ablehnen; viele Programme antworten nie.</translation>
    </message>
    <message>
        <source>read receipt return notification mdn</source>
        <translation>Lesebestätigung Empfangsbestätigung MDN</translation>
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
    <name>kw::Discovery</name>
    <message>
        <source>This provider signs people in through a web page that Kittiwake does not know.</source>
        <translation>Dieser Anbieter lässt die Anmeldung über eine Webseite zu, die Kittiwake nicht kennt.</translation>
    </message>
    <message>
        <source>There is a page, but it holds no settings for mail.</source>
        <translation>Es gibt eine Seite, aber sie enthält keine Einstellungen für Mail.</translation>
    </message>
    <message>
        <source>Kittiwake&apos;s list</source>
        <translation>Liste von Kittiwake</translation>
    </message>
    <message>
        <source>Your provider&apos;s own page</source>
        <translation>Eigene Seite deines Anbieters</translation>
    </message>
    <message>
        <source>Mozilla&apos;s list of providers</source>
        <translation>Mozillas Liste der Anbieter</translation>
    </message>
    <message>
        <source>DNS records of the domain</source>
        <translation>DNS-Einträge der Domain</translation>
    </message>
    <message>
        <source>Who receives the domain&apos;s mail</source>
        <translation>Wer die Post der Domain empfängt</translation>
    </message>
    <message>
        <source>Usual server names</source>
        <translation>Übliche Servernamen</translation>
    </message>
    <message>
        <source>“%1” is not a complete mail address.</source>
        <translation>„%1“ ist keine vollständige E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Die Antwort blieb zu lange aus.</translation>
    </message>
    <message>
        <source>Nothing was found about %1: nobody names its servers, and none answers under the usual names. Check the address for typing errors and your network, or type the servers that your provider names.</source>
        <translation>Über %1 wurde nichts gefunden: Niemand nennt die Server, und unter den üblichen Namen antwortet keiner. Prüfe die Adresse auf Tippfehler und dein Netz, oder gib die Server ein, die dein Anbieter nennt.</translation>
    </message>
    <message>
        <source>DNS knows nothing about it.</source>
        <translation>Das DNS weiß nichts darüber.</translation>
    </message>
    <message>
        <source>DNS gave no usable answer.</source>
        <translation>Das DNS gab keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>DNS gave no answer in time.</source>
        <translation>Das DNS hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Not asked: “%1” is no name on the Internet.</source>
        <translation>Nicht gefragt: „%1“ ist kein Name im Internet.</translation>
    </message>
    <message>
        <source>%1 names only POP servers, which Kittiwake does not use.</source>
        <translation>%1 nennt nur POP-Server, die Kittiwake nicht benutzt.</translation>
    </message>
    <message>
        <source>%1 has a page, but it names no usable mail server.</source>
        <translation>%1 hat eine Seite, aber sie nennt keinen brauchbaren Mailserver.</translation>
    </message>
    <message>
        <source>%1 is not in it.</source>
        <translation>%1 steht nicht darin.</translation>
    </message>
    <message>
        <source>from Kittiwake&apos;s list</source>
        <translation>aus der Liste von Kittiwake</translation>
    </message>
    <message>
        <source>from your provider&apos;s own page (%1)</source>
        <translation>von der eigenen Seite deines Anbieters (%1)</translation>
    </message>
    <message>
        <source>from a page that came unprotected (%1)</source>
        <translation>von einer Seite, die ungeschützt kam (%1)</translation>
    </message>
    <message>
        <source>from Mozilla&apos;s list of providers</source>
        <translation>aus Mozillas Liste der Anbieter</translation>
    </message>
    <message>
        <source>%1 says that it offers no mailboxes to mail programs (IMAP).</source>
        <translation>%1 bietet nach eigener Angabe Mailprogrammen keine Postfächer an (IMAP).</translation>
    </message>
    <message>
        <source>%1 announces no servers.</source>
        <translation>%1 gibt keine Server bekannt.</translation>
    </message>
    <message>
        <source>from DNS (SRV records of %1)</source>
        <translation>aus dem DNS (SRV-Einträge von %1)</translation>
    </message>
    <message>
        <source>The page of %1 came unprotected, so it was not used.</source>
        <translation>Die Seite von %1 kam ungeschützt und wurde deshalb nicht verwendet.</translation>
    </message>
    <message>
        <source>from %1 about %2, which receives the mail of %3</source>
        <translation>von %1 über %2, das die Post von %3 empfängt</translation>
    </message>
    <message>
        <source>Nobody receives mail for %1.</source>
        <translation>Niemand empfängt Post für %1.</translation>
    </message>
    <message>
        <source>because %1 receives the mail of %2</source>
        <translation>weil %1 die Post von %2 empfängt</translation>
    </message>
    <message>
        <source>%1 receives the mail, but says nothing more.</source>
        <translation>%1 empfängt die Post, sagt aber nicht mehr dazu.</translation>
    </message>
    <message>
        <source>it is for another server</source>
        <translation>es gehört zu einem anderen Server</translation>
    </message>
    <message>
        <source>it is for “%1”</source>
        <translation>es gehört zu „%1“</translation>
    </message>
    <message>
        <source>it expired on %1</source>
        <translation>es ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>it is signed by itself, not by an authority</source>
        <translation>es ist von sich selbst unterschrieben, nicht von einer Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>Einen Server namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be verified: %2.</source>
        <translation>Das Zertifikat von %1 lässt sich nicht bestätigen: %2.</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source>%1 does not offer an encrypted connection on port %2.</source>
        <translation>%1 bietet auf Port %2 keine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>%1 does not answer on port %2.</source>
        <translation>%1 antwortet auf Port %2 nicht.</translation>
    </message>
    <message>
        <source>What answers at %1 is no mail server.</source>
        <translation>Was bei %1 antwortet, ist kein Mailserver.</translation>
    </message>
    <message>
        <source>What answers at %1 lets nobody sign in.</source>
        <translation>Was bei %1 antwortet, lässt keine Anmeldung zu.</translation>
    </message>
    <message>
        <source>%1 refuses encryption.</source>
        <translation>%1 lehnt Verschlüsselung ab.</translation>
    </message>
    <message>
        <source>What answers at %1 takes no mail now.</source>
        <translation>Was bei %1 antwortet, nimmt gerade keine Post an.</translation>
    </message>
    <message>
        <source>%1 offers no encryption on port %2.</source>
        <translation>%1 bietet auf Port %2 keine Verschlüsselung an.</translation>
    </message>
    <message>
        <source>%1 lets nobody sign in to send mail on port %2.</source>
        <translation>%1 lässt auf Port %2 keine Anmeldung zum Senden zu.</translation>
    </message>
    <message>
        <source>Somebody meddles with the connection to %1: more came than the server may send before encryption begins.</source>
        <translation>Jemand mischt sich in die Verbindung zu %1 ein: Es kam mehr, als der Server vor Beginn der Verschlüsselung senden darf.</translation>
    </message>
    <message>
        <source>tried, and it answered</source>
        <translation>ausprobiert, und er hat geantwortet</translation>
    </message>
    <message>
        <source>No mail server answers under the usual names of %1.</source>
        <translation>Unter den üblichen Namen von %1 antwortet kein Mailserver.</translation>
    </message>
    <message>
        <source>There is no such page at %1.</source>
        <translation>Bei %1 gibt es keine solche Seite.</translation>
    </message>
    <message>
        <source>The page at %1 is far too long for settings.</source>
        <translation>Die Seite bei %1 ist viel zu lang für Einstellungen.</translation>
    </message>
    <message>
        <source>%1 passes the question on in a way that cannot be trusted.</source>
        <translation>%1 leitet die Frage auf eine Weise weiter, der man nicht trauen kann.</translation>
    </message>
    <message>
        <source>%1 does not offer an encrypted connection for its page.</source>
        <translation>%1 bietet für seine Seite keine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be verified (%2), so its page was not read.</source>
        <translation>Das Zertifikat von %1 lässt sich nicht bestätigen (%2), deshalb wurde die Seite nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached for its page.</source>
        <translation>Die Seite von %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 gave no answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>kw::DiscoverySteps</name>
    <message>
        <source>What is asked for your servers</source>
        <translation>Wer nach deinen Servern gefragt wird</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was asked, the answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: asking</source>
        <comment>what is being asked</comment>
        <translation>%1: wird gefragt</translation>
    </message>
</context>
<context>
    <name>kw::Doctor</name>
    <message>
        <source>Mail on this computer</source>
        <translation>Post auf diesem Computer</translation>
    </message>
    <message>
        <source>No mail of this account is on this computer yet.</source>
        <translation>Von diesem Konto ist noch keine Post auf diesem Computer.</translation>
    </message>
    <message>
        <source>The file with the mail on this computer is damaged.</source>
        <translation>Die Datei mit der Post auf diesem Computer ist beschädigt.</translation>
    </message>
    <message>
        <source>Close Kittiwake and start it again: it rebuilds the file from the server and keeps your unsent changes. Check the disk if this comes back.</source>
        <translation>Schließe Kittiwake und starte es neu: Es baut die Datei vom Server neu auf und behält deine noch nicht gesendeten Änderungen. Prüfe die Platte, wenn das wiederkommt.</translation>
    </message>
    <message>
        <source>There was no time to read the whole file; nothing is wrong in the part that was read.</source>
        <translation>Für die ganze Datei reichte die Zeit nicht; in dem gelesenen Teil ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>The account is paused, so no mail comes in.</source>
        <translation>Das Konto ist angehalten, deshalb kommt keine Post.</translation>
    </message>
    <message>
        <source>Resume it from the account&apos;s menu.</source>
        <translation>Setze es im Menü des Kontos fort.</translation>
    </message>
    <message>
        <source>The inbox was never completely compared with the server.</source>
        <translation>Der Posteingang wurde noch nie vollständig mit dem Server abgeglichen.</translation>
    </message>
    <message>
        <source>Let Kittiwake check for mail while you are online.</source>
        <translation>Lass Kittiwake nach neuer Post sehen, während du online bist.</translation>
    </message>
    <message>
        <source>The inbox was last compared with the server on %1.</source>
        <translation>Der Posteingang wurde zuletzt am %1 mit dem Server abgeglichen.</translation>
    </message>
    <message>
        <source>The file is sound, and the inbox was last compared with the server on %1.</source>
        <translation>Die Datei ist in Ordnung, und der Posteingang wurde zuletzt am %1 mit dem Server abgeglichen.</translation>
    </message>
    <message>
        <source>Your changes</source>
        <translation>Deine Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n of your changes.</source>
        <translation>
            <numerusform>Der Server hat eine deiner Änderungen abgelehnt.</numerusform>
            <numerusform>Der Server hat %n deiner Änderungen abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the list of changes to see why, and try again or dismiss them.</source>
        <translation>Öffne die Liste der Änderungen, um den Grund zu sehen, und versuche sie noch einmal oder verwirf sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait to be told to the server; that happens by itself.</source>
        <translation>
            <numerusform>Eine Änderung muss der Server noch erfahren; das geschieht von selbst.</numerusform>
            <numerusform>%n Änderungen muss der Server noch erfahren; das geschieht von selbst.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has all your changes.</source>
        <translation>Der Server hat alle deine Änderungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>the web server of %1</source>
        <translation>dem Webserver von %1</translation>
    </message>
    <message>
        <source>the greeting of %1</source>
        <translation>der Begrüßung von %1</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>None of the servers told the time, so the clock was not compared.</source>
        <translation>Keiner der Server hat die Zeit genannt, deshalb wurde die Uhr nicht verglichen.</translation>
    </message>
    <message>
        <source>Compared with %1: %2 s apart</source>
        <translation>Verglichen mit %1: %2 s Abstand</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with %1.</source>
        <translation>Die Uhr dieses Computers stimmt mit %1 überein.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of %2.</source>
        <translation>Die Uhr dieses Computers geht %1 vor, verglichen mit %2.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind %2.</source>
        <translation>Die Uhr dieses Computers geht %1 nach, verglichen mit %2.</translation>
    </message>
    <message>
        <source>Let the system set the clock by itself: with a wrong clock, certificates and signing in fail.</source>
        <translation>Lass das System die Uhr von selbst stellen: Mit falscher Uhr scheitern Zertifikate und Anmeldung.</translation>
    </message>
    <message>
        <source>Let the system set the clock by itself; mail is sorted by it.</source>
        <translation>Lass das System die Uhr von selbst stellen; nach ihr wird die Post geordnet.</translation>
    </message>
    <message numerus="yes">
        <source>RSA, %n bits</source>
        <translation>
            <numerusform>RSA, %n Bit</numerusform>
            <numerusform>RSA, %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>The domain&apos;s name server gave no usable answer to this question.</source>
        <translation>Der Nameserver der Domain gab auf diese Frage keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>Nobody answered this question in time.</source>
        <translation>Auf diese Frage hat niemand rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check again later.</source>
        <translation>Prüfe später noch einmal.</translation>
    </message>
    <message>
        <source>Looking up names</source>
        <translation>Namen nachschlagen</translation>
    </message>
    <message>
        <source>This computer&apos;s name server does not answer, so nothing could be found out about the domain.</source>
        <translation>Der Nameserver dieses Computers antwortet nicht, deshalb war über die Domain nichts zu erfahren.</translation>
    </message>
    <message>
        <source>The name server %1 does not answer, so nothing could be found out about the domain.</source>
        <translation>Der Nameserver %1 antwortet nicht, deshalb war über die Domain nichts zu erfahren.</translation>
    </message>
    <message>
        <source>Check the network connection; if other programs work, check the name servers in the network settings.</source>
        <translation>Prüfe die Netzverbindung; wenn andere Programme funktionieren, prüfe die Nameserver in den Netzeinstellungen.</translation>
    </message>
    <message>
        <source>Where its mail is delivered</source>
        <translation>Wohin ihre Post zugestellt wird</translation>
    </message>
    <message>
        <source>%1 says that it takes no mail at all.</source>
        <translation>%1 sagt, dass es gar keine Post annimmt.</translation>
    </message>
    <message>
        <source>Check that the address is spelt correctly; otherwise ask whoever looks after the domain.</source>
        <translation>Prüfe, ob die Adresse richtig geschrieben ist; sonst frag, wer die Domain betreut.</translation>
    </message>
    <message>
        <source>%1 does not say which server takes its mail; senders will try the domain itself.</source>
        <translation>%1 sagt nicht, welcher Server seine Post annimmt; Absender versuchen es bei der Domain selbst.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to add an MX record.</source>
        <translation>Bitte die Betreuer der Domain, einen MX-Eintrag hinzuzufügen.</translation>
    </message>
    <message>
        <source>Mail for %1 cannot be delivered: no server is named for it.</source>
        <translation>Post für %1 lässt sich nicht zustellen: Dafür ist kein Server genannt.</translation>
    </message>
    <message>
        <source>Check that the address is spelt correctly; otherwise ask whoever looks after the domain to add an MX record.</source>
        <translation>Prüfe, ob die Adresse richtig geschrieben ist; sonst bitte die Betreuer der Domain, einen MX-Eintrag hinzuzufügen.</translation>
    </message>
    <message>
        <source>One of the entries that say where mail is delivered is not a server&apos;s name.</source>
        <translation>Einer der Einträge, wohin Post zugestellt wird, ist kein Name eines Servers.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to correct its MX records.</source>
        <translation>Bitte die Betreuer der Domain, ihre MX-Einträge zu berichtigen.</translation>
    </message>
    <message>
        <source>Its mail is delivered to %1.</source>
        <translation>Ihre Post wird an %1 zugestellt.</translation>
    </message>
    <message>
        <source>Servers it announces</source>
        <translation>Server, die sie bekannt gibt</translation>
    </message>
    <message>
        <source>The domain announces no servers, as most do not.</source>
        <translation>Die Domain gibt keine Server bekannt, wie die meisten.</translation>
    </message>
    <message>
        <source>For receiving, the domain announces other servers than this account uses.</source>
        <translation>Für den Empfang gibt die Domain andere Server bekannt, als dieses Konto benutzt.</translation>
    </message>
    <message>
        <source>For sending, the domain announces other servers than this account uses.</source>
        <translation>Für den Versand gibt die Domain andere Server bekannt, als dieses Konto benutzt.</translation>
    </message>
    <message>
        <source>If something does not work, try the announced servers.</source>
        <translation>Wenn etwas nicht funktioniert, versuche die bekannt gegebenen Server.</translation>
    </message>
    <message>
        <source>The domain announces its servers: %1.</source>
        <translation>Die Domain gibt ihre Server bekannt: %1.</translation>
    </message>
    <message>
        <source>The servers of this account are those that the domain announces.</source>
        <translation>Die Server dieses Kontos sind die, die die Domain bekannt gibt.</translation>
    </message>
    <message>
        <source>Who may send for it (SPF)</source>
        <translation>Wer für sie senden darf (SPF)</translation>
    </message>
    <message>
        <source>The domain does not say which servers may send its mail, so your mail is taken for junk more easily.</source>
        <translation>Die Domain sagt nicht, welche Server ihre Post senden dürfen, deshalb gilt deine Post leichter als Spam.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to add an SPF record.</source>
        <translation>Bitte die Betreuer der Domain, einen SPF-Eintrag hinzuzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>The domain has %n SPF records; receivers then count none.</source>
        <translation>
            <numerusform>Die Domain hat %n SPF-Eintrag; dann zählen Empfänger keinen.</numerusform>
            <numerusform>Die Domain hat %n SPF-Einträge; dann zählen Empfänger keinen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to join them into one.</source>
        <translation>Bitte die Betreuer der Domain, sie zu einem zusammenzufassen.</translation>
    </message>
    <message>
        <source>The domain allows the whole world to send mail in its name.</source>
        <translation>Die Domain erlaubt der ganzen Welt, in ihrem Namen Post zu senden.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to end its SPF record with -all or ~all.</source>
        <translation>Bitte die Betreuer der Domain, ihren SPF-Eintrag mit -all oder ~all zu beenden.</translation>
    </message>
    <message>
        <source>The SPF record asks for more than ten look-ups; receivers then count it as broken.</source>
        <translation>Der SPF-Eintrag verlangt mehr als zehn Abfragen; dann gilt er bei Empfängern als kaputt.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to shorten it.</source>
        <translation>Bitte die Betreuer der Domain, ihn zu kürzen.</translation>
    </message>
    <message>
        <source>The domain names its sending servers, and says nothing about all others.</source>
        <translation>Die Domain nennt ihre sendenden Server und sagt nichts über alle anderen.</translation>
    </message>
    <message>
        <source>The domain says which servers may send its mail.</source>
        <translation>Die Domain sagt, welche Server ihre Post senden dürfen.</translation>
    </message>
    <message>
        <source>What becomes of forgeries (DMARC)</source>
        <translation>Was aus Fälschungen wird (DMARC)</translation>
    </message>
    <message>
        <source>The domain does not say what to do with mail that is forged in its name.</source>
        <translation>Die Domain sagt nicht, was mit Post geschehen soll, die in ihrem Namen gefälscht ist.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to add a DMARC record.</source>
        <translation>Bitte die Betreuer der Domain, einen DMARC-Eintrag hinzuzufügen.</translation>
    </message>
    <message>
        <source>Taken over from %1.</source>
        <translation>Übernommen von %1.</translation>
    </message>
    <message>
        <source>The domain has more than one DMARC record; receivers then count none.</source>
        <translation>Die Domain hat mehr als einen DMARC-Eintrag; dann zählen Empfänger keinen.</translation>
    </message>
    <message>
        <source>The DMARC record names no valid policy; receivers ignore it.</source>
        <translation>Der DMARC-Eintrag nennt keine gültige Regel; Empfänger übergehen ihn.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain to correct it.</source>
        <translation>Bitte die Betreuer der Domain, ihn zu berichtigen.</translation>
    </message>
    <message>
        <source>The domain only watches forgeries (policy: none) and lets them through.</source>
        <translation>Die Domain beobachtet Fälschungen nur (Regel: none) und lässt sie durch.</translation>
    </message>
    <message>
        <source>Whoever looks after the domain may want quarantine or reject once all is in order.</source>
        <translation>Wer die Domain betreut, kann quarantine oder reject wählen, sobald alles in Ordnung ist.</translation>
    </message>
    <message>
        <source>Forgeries are to be refused (policy: reject).</source>
        <translation>Fälschungen sollen abgelehnt werden (Regel: reject).</translation>
    </message>
    <message>
        <source>Forgeries are to be treated as junk (policy: quarantine).</source>
        <translation>Fälschungen sollen als Spam gelten (Regel: quarantine).</translation>
    </message>
    <message>
        <source>Keys it signs with (DKIM)</source>
        <translation>Signaturschlüssel (DKIM)</translation>
    </message>
    <message>
        <source>No signing key was found under the usual names. A key&apos;s name cannot be looked up, so there may be one all the same.</source>
        <translation>Unter den üblichen Namen fand sich kein Signaturschlüssel. Der Name eines Schlüssels lässt sich nicht nachschlagen, es kann also trotzdem einen geben.</translation>
    </message>
    <message>
        <source>A signing key was found (%1).</source>
        <translation>Ein Signaturschlüssel wurde gefunden (%1).</translation>
    </message>
    <message>
        <source>A signing key has only %1 bits, which receivers do not accept.</source>
        <translation>Ein Signaturschlüssel hat nur %1 Bit; das nehmen Empfänger nicht an.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain for a key of 2048 bits.</source>
        <translation>Bitte die Betreuer der Domain um einen Schlüssel mit 2048 Bit.</translation>
    </message>
    <message>
        <source>A signing key has only %1 bits; 2048 are usual today.</source>
        <translation>Ein Signaturschlüssel hat nur %1 Bit; üblich sind heute 2048.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the domain for a longer key.</source>
        <translation>Bitte die Betreuer der Domain um einen längeren Schlüssel.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Die Antwort blieb zu lange aus.</translation>
    </message>
    <message>
        <source>The file with the mail on this computer cannot be read.</source>
        <translation>Die Datei mit der Post auf diesem Computer lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The domain announces no server for this, and none has a usual name.</source>
        <translation>Die Domain gibt dafür keinen Server bekannt, und keiner hat einen üblichen Namen.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection is not safe, so no password was sent.</source>
        <translation>Die Verbindung ist nicht sicher, deshalb wurde kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>The server says nothing.</source>
        <translation>Der Server sagt nichts.</translation>
    </message>
    <message>
        <source>Names cannot be looked up at present.</source>
        <translation>Namen lassen sich zurzeit nicht nachschlagen.</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>look at this</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>funktioniert nicht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>The address&apos;s domain</source>
        <translation>Die Domain der Adresse</translation>
    </message>
    <message>
        <source>Receiving mail</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Sending mail</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>with a pinned certificate</source>
        <translation>mit einem hinterlegten Zertifikat</translation>
    </message>
    <message>
        <source>Signs in with a password</source>
        <translation>Meldet sich mit einem Passwort an</translation>
    </message>
    <message>
        <source>Signs in through the browser</source>
        <translation>Meldet sich im Browser an</translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation>Letzte Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Report about %1</source>
        <translation>Bericht über %1</translation>
    </message>
    <message>
        <source>Report about an account, without names and addresses</source>
        <translation>Bericht über ein Konto, ohne Namen und Adressen</translation>
    </message>
    <message>
        <source>Report about a domain, without names and addresses</source>
        <translation>Bericht über eine Domain, ohne Namen und Adressen</translation>
    </message>
    <message>
        <source>%1: connected in %2 ms</source>
        <translation>%1: verbunden in %2 ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, Port %2</translation>
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
        <source>it is signed by itself, not by an authority</source>
        <translation>es ist von sich selbst unterschrieben, nicht von einer Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>its issuer is not known here</source>
        <translation>sein Aussteller ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>%1, %2, agreed in %3 ms</source>
        <translation>%1, %2, vereinbart in %3 ms</translation>
    </message>
    <message>
        <source>Certificate for: %1</source>
        <translation>Zertifikat für: %1</translation>
    </message>
    <message>
        <source>Also for: %1</source>
        <translation>Auch für: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>Gültig bis: %1</translation>
    </message>
    <message numerus="yes">
        <source>Key: %n bits</source>
        <translation>
            <numerusform>Schlüssel: %n Bit</numerusform>
            <numerusform>Schlüssel: %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 fingerprint: %1</source>
        <translation>SHA-256-Fingerabdruck: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates were sent.</source>
        <translation>
            <numerusform>%n Zertifikat wurde gesendet.</numerusform>
            <numerusform>%n Zertifikate wurden gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the port and the security setting of the server.</source>
        <translation>Prüfe den Port und die Einstellung zur Sicherheit für den Server.</translation>
    </message>
    <message>
        <source>Somebody put words in between when encryption was to begin. Nothing was sent.</source>
        <translation>Jemand hat Worte dazwischengeschoben, als die Verschlüsselung beginnen sollte. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Do not use this network, and use TLS from the first word on (port 993 or 465).</source>
        <translation>Benutze dieses Netz nicht, und verwende TLS vom ersten Wort an (Port 993 oder 465).</translation>
    </message>
    <message>
        <source>The server does not offer encryption on this port. Nothing was sent.</source>
        <translation>Der Server bietet auf diesem Port keine Verschlüsselung an. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>No encrypted connection came about with %1. Nothing was sent.</source>
        <translation>Mit %1 kam keine verschlüsselte Verbindung zustande. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source>The server shows another certificate than the one you pinned (%1).</source>
        <translation>Der Server zeigt ein anderes Zertifikat als das von dir hinterlegte (%1).</translation>
    </message>
    <message>
        <source>Somebody may be listening in. Ask whoever runs the server whether the certificate was changed before you accept the new one.</source>
        <translation>Vielleicht hört jemand mit. Frag die Betreiber des Servers, ob das Zertifikat gewechselt wurde, bevor du das neue annimmst.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate cannot be trusted: %1.</source>
        <translation>Dem Zertifikat des Servers kann nicht vertraut werden: %1.</translation>
    </message>
    <message>
        <source>No password is sent there. If this is your own server, compare the fingerprint and accept the certificate; otherwise tell your provider.</source>
        <translation>Dorthin wird kein Passwort gesendet. Wenn das dein eigener Server ist, vergleiche den Fingerabdruck und nimm das Zertifikat an; sonst sag es deinem Anbieter.</translation>
    </message>
    <message>
        <source>The certificate expires soon, on %1.</source>
        <translation>Das Zertifikat läuft bald ab, am %1.</translation>
    </message>
    <message>
        <source>Servers usually renew it in time; if it is yours, do it now.</source>
        <translation>Server erneuern es meist rechtzeitig; wenn es deiner ist, tu es jetzt.</translation>
    </message>
    <message>
        <source>The certificate is another one than you pinned, and a known authority vouches for it.</source>
        <translation>Das Zertifikat ist ein anderes als das von dir hinterlegte, und eine bekannte Zertifizierungsstelle bürgt dafür.</translation>
    </message>
    <message>
        <source>If the server now has a proper certificate, remove the pinned one.</source>
        <translation>Wenn der Server nun ein ordentliches Zertifikat hat, entferne das hinterlegte.</translation>
    </message>
    <message>
        <source>Encrypted, with the certificate that you pinned (valid until %1).</source>
        <translation>Verschlüsselt, mit dem Zertifikat, das du hinterlegt hast (gültig bis %1).</translation>
    </message>
    <message>
        <source>Encrypted, with a certificate that is valid until %1.</source>
        <translation>Verschlüsselt, mit einem Zertifikat, das bis %1 gilt.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Check the server&apos;s name and port, and the network connection.</source>
        <translation>Prüfe Namen und Port des Servers und die Netzverbindung.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Er sagt: %1</translation>
    </message>
    <message>
        <source>There is no server called %1.</source>
        <translation>Einen Server namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The address of %1 could not be found out.</source>
        <translation>Die Adresse von %1 war nicht zu ermitteln.</translation>
    </message>
    <message>
        <source>Nobody answers at %1.</source>
        <translation>Bei %1 antwortet niemand.</translation>
    </message>
    <message>
        <source>%1 answers, and turns everybody away at present.</source>
        <translation>%1 antwortet und weist zurzeit alle ab.</translation>
    </message>
    <message>
        <source>Try again later; if it stays so, ask your provider.</source>
        <translation>Versuche es später noch einmal; wenn es so bleibt, frag deinen Anbieter.</translation>
    </message>
    <message>
        <source>%1 can be reached.</source>
        <translation>%1 ist erreichbar.</translation>
    </message>
    <message>
        <source>%1 accepts the connection and then says nothing.</source>
        <translation>%1 nimmt die Verbindung an und sagt dann nichts.</translation>
    </message>
    <message>
        <source>What answers at %1 is no mail server of this kind.</source>
        <translation>Was bei %1 antwortet, ist kein Mailserver dieser Art.</translation>
    </message>
    <message>
        <source>%1 can be reached, but not at all of its addresses.</source>
        <translation>%1 ist erreichbar, aber nicht unter allen seinen Adressen.</translation>
    </message>
    <message>
        <source>Connecting may take long at times. If only addresses with colons fail, the network&apos;s IPv6 does not work.</source>
        <translation>Das Verbinden kann manchmal lange dauern. Wenn nur Adressen mit Doppelpunkten scheitern, funktioniert das IPv6 des Netzes nicht.</translation>
    </message>
    <message>
        <source>%1 answers within %2 ms.</source>
        <translation>%1 antwortet innerhalb von %2 ms.</translation>
    </message>
    <message>
        <source>Not encrypted; the server is on this computer.</source>
        <translation>Nicht verschlüsselt; der Server ist auf diesem Computer.</translation>
    </message>
    <message>
        <source>Not encrypted: whoever is on the way can read your password and your mail.</source>
        <translation>Nicht verschlüsselt: Jeder auf dem Weg kann dein Passwort und deine Post lesen.</translation>
    </message>
    <message>
        <source>Choose TLS in the account&apos;s settings.</source>
        <translation>Wähle in den Kontoeinstellungen TLS.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no way there</source>
        <translation>kein Weg dorthin</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Signing in did not work.</source>
        <translation>Die Anmeldung hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>The server did not tell which folders there are.</source>
        <translation>Der Server hat nicht gesagt, welche Ordner es gibt.</translation>
    </message>
    <message>
        <source>Check again later; if it stays so, ask your provider.</source>
        <translation>Prüfe später noch einmal; wenn es so bleibt, frag deinen Anbieter.</translation>
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
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>What the server can do</source>
        <translation>Was der Server kann</translation>
    </message>
    <message>
        <source>Noticing new mail</source>
        <translation>Neue Post bemerken</translation>
    </message>
    <message>
        <source>Special folders</source>
        <translation>Besondere Ordner</translation>
    </message>
    <message>
        <source>Room on the server</source>
        <translation>Platz auf dem Server</translation>
    </message>
    <message>
        <source>Signing in works, and took %1 ms.</source>
        <translation>Die Anmeldung funktioniert und dauerte %1 ms.</translation>
    </message>
    <message>
        <source>Signing in works.</source>
        <translation>Die Anmeldung funktioniert.</translation>
    </message>
    <message>
        <source>The server or the network is slow at present; check again later.</source>
        <translation>Der Server oder das Netz ist zurzeit langsam; prüfe später noch einmal.</translation>
    </message>
    <message>
        <source>Sign in again in the browser.</source>
        <translation>Melde dich im Browser neu an.</translation>
    </message>
    <message>
        <source>Enter the password again. Some providers want a password made for mail programs (“app password”).</source>
        <translation>Gib das Passwort neu ein. Manche Anbieter verlangen ein Passwort eigens für Mailprogramme („App-Passwort“).</translation>
    </message>
    <message>
        <source>See what is said about encryption.</source>
        <translation>Sieh nach, was zur Verschlüsselung steht.</translation>
    </message>
    <message>
        <source>Correct the account&apos;s settings.</source>
        <translation>Berichtige die Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>New mail is noticed at once (IDLE).</source>
        <translation>Neue Post wird sofort bemerkt (IDLE).</translation>
    </message>
    <message>
        <source>New mail is noticed only when Kittiwake looks (no IDLE).</source>
        <translation>Neue Post wird erst bemerkt, wenn Kittiwake nachsieht (kein IDLE).</translation>
    </message>
    <message>
        <source>Changes made elsewhere come in one answer (QRESYNC).</source>
        <translation>Änderungen von anderswo kommen in einer Antwort (QRESYNC).</translation>
    </message>
    <message>
        <source>Changed marks come in one answer (CONDSTORE).</source>
        <translation>Geänderte Markierungen kommen in einer Antwort (CONDSTORE).</translation>
    </message>
    <message>
        <source>Changes made elsewhere must be looked for message by message (no CONDSTORE).</source>
        <translation>Änderungen von anderswo müssen Nachricht für Nachricht gesucht werden (kein CONDSTORE).</translation>
    </message>
    <message>
        <source>Moving mail is one safe step (MOVE).</source>
        <translation>Verschieben ist ein einziger sicherer Schritt (MOVE).</translation>
    </message>
    <message>
        <source>Moving mail is copying and deleting (no MOVE).</source>
        <translation>Verschieben ist Kopieren und Löschen (kein MOVE).</translation>
    </message>
    <message>
        <source>The server tells where moved mail went (UIDPLUS).</source>
        <translation>Der Server sagt, wohin verschobene Post kam (UIDPLUS).</translation>
    </message>
    <message>
        <source>Moved mail must be looked for (no UIDPLUS).</source>
        <translation>Verschobene Post muss gesucht werden (kein UIDPLUS).</translation>
    </message>
    <message>
        <source>The server says which folder is for what (SPECIAL-USE).</source>
        <translation>Der Server sagt, welcher Ordner wofür da ist (SPECIAL-USE).</translation>
    </message>
    <message>
        <source>Folders are recognised by their names (no SPECIAL-USE).</source>
        <translation>Ordner werden an ihren Namen erkannt (kein SPECIAL-USE).</translation>
    </message>
    <message>
        <source>The server tells how full it is (QUOTA).</source>
        <translation>Der Server sagt, wie voll er ist (QUOTA).</translation>
    </message>
    <message>
        <source>The server does not tell how full it is (no QUOTA).</source>
        <translation>Der Server sagt nicht, wie voll er ist (kein QUOTA).</translation>
    </message>
    <message>
        <source>The server can do all that Kittiwake needs.</source>
        <translation>Der Server kann alles, was Kittiwake braucht.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; let Kittiwake check often enough.</source>
        <translation>Es ist nichts zu tun; lass Kittiwake nur oft genug nachsehen.</translation>
    </message>
    <message>
        <source>One small question (how many messages are in the inbox) took %1 ms.</source>
        <translation>Eine kleine Frage (wie viele Nachrichten im Posteingang sind) dauerte %1 ms.</translation>
    </message>
    <message>
        <source>Beginning to wait for news and ending it took %1 ms (IDLE, DONE). Nothing was changed in the mailbox, so the time until real news come was not measured.</source>
        <translation>Das Warten auf Neues zu beginnen und zu beenden dauerte %1 ms (IDLE, DONE). Im Postfach wurde nichts geändert; wie lange echte Neuigkeiten brauchen, wurde also nicht gemessen.</translation>
    </message>
    <message>
        <source>The server did not answer when it was asked to tell of new mail.</source>
        <translation>Der Server hat nicht geantwortet, als er neue Post melden sollte.</translation>
    </message>
    <message>
        <source>New mail will be noticed late. Check again later; if it stays so, ask your provider.</source>
        <translation>Neue Post wird spät bemerkt. Prüfe später noch einmal; wenn es so bleibt, frag deinen Anbieter.</translation>
    </message>
    <message>
        <source>The server does not tell of new mail; Kittiwake looks now and then.</source>
        <translation>Der Server meldet neue Post nicht; Kittiwake sieht ab und zu nach.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The server is slow: it took %1 ms to answer.</source>
        <translation>Der Server ist langsam: Er brauchte %1 ms für eine Antwort.</translation>
    </message>
    <message>
        <source>New mail may come late. Check again later.</source>
        <translation>Neue Post kommt vielleicht spät. Prüfe später noch einmal.</translation>
    </message>
    <message>
        <source>The server tells of new mail by itself and answers within %1 ms.</source>
        <translation>Der Server meldet neue Post von selbst und antwortet innerhalb von %1 ms.</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keiner</translation>
    </message>
    <message>
        <source>%1: “%2”, as the server says</source>
        <translation>%1: „%2“, laut Server</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>%1 as well, it seems: %2</source>
        <translation>Wohl auch %1: %2</translation>
    </message>
    <message>
        <source>There is a folder for sent mail, drafts, the archive, junk and the trash.</source>
        <translation>Für Gesendetes, Entwürfe, Archiv, Spam und Papierkorb gibt es je einen Ordner.</translation>
    </message>
    <message>
        <source>The server shows no inbox.</source>
        <translation>Der Server zeigt keinen Posteingang.</translation>
    </message>
    <message>
        <source>Ask your provider.</source>
        <translation>Frag deinen Anbieter.</translation>
    </message>
    <message>
        <source>More than one folder seems to be for: %1.</source>
        <translation>Offenbar gibt es mehr als einen Ordner für: %1.</translation>
    </message>
    <message>
        <source>Choose which one is meant in the account&apos;s settings, so that all your programs use the same.</source>
        <translation>Wähle in den Kontoeinstellungen, welcher gemeint ist, damit alle deine Programme denselben benutzen.</translation>
    </message>
    <message>
        <source>There is no folder for: %1.</source>
        <translation>Es gibt keinen Ordner für: %1.</translation>
    </message>
    <message>
        <source>Choose one in the account&apos;s settings, or make one; Kittiwake makes those that it needs when it needs them.</source>
        <translation>Wähle einen in den Kontoeinstellungen oder lege einen an; was Kittiwake braucht, legt es bei Bedarf selbst an.</translation>
    </message>
    <message>
        <source>The server did not tell how full it is.</source>
        <translation>Der Server hat nicht gesagt, wie voll er ist.</translation>
    </message>
    <message>
        <source>The server sets no limit.</source>
        <translation>Der Server setzt keine Grenze.</translation>
    </message>
    <message>
        <source>%1 of %2 are used (%3 %).</source>
        <translation>%1 von %2 sind belegt (%3 %).</translation>
    </message>
    <message>
        <source>%1 of %2 messages (%3 %).</source>
        <translation>%1 von %2 Nachrichten (%3 %).</translation>
    </message>
    <message>
        <source>Soon no more mail will be accepted for you. Delete large or old mail, or ask for more room.</source>
        <translation>Bald wird für dich keine Post mehr angenommen. Lösche große oder alte Post oder bitte um mehr Platz.</translation>
    </message>
    <message>
        <source>Delete large or old mail before the mailbox is full.</source>
        <translation>Lösche große oder alte Post, bevor das Postfach voll ist.</translation>
    </message>
    <message>
        <source>No password is sent there. Whoever runs the server has to replace the certificate.</source>
        <translation>Dorthin wird kein Passwort geschickt. Wer den Server betreibt, muss das Zertifikat ersetzen.</translation>
    </message>
</context>
<context>
    <name>kw::DoctorDialog</name>
    <message>
        <source>Enter &amp;Password…</source>
        <translation>&amp;Passwort eingeben …</translation>
    </message>
    <message>
        <source>&amp;Sign In Again…</source>
        <translation>Neu &amp;anmelden …</translation>
    </message>
    <message>
        <source>&amp;Edit Servers…</source>
        <translation>&amp;Server bearbeiten …</translation>
    </message>
    <message>
        <source>Clean &amp;Up…</source>
        <translation>A&amp;ufräumen …</translation>
    </message>
    <message>
        <source>Show &amp;Certificate…</source>
        <translation>&amp;Zertifikat zeigen …</translation>
    </message>
    <message>
        <source>Choose &amp;Folders…</source>
        <translation>&amp;Ordner wählen …</translation>
    </message>
    <message>
        <source>Show &amp;Changes…</source>
        <translation>Änd&amp;erungen zeigen …</translation>
    </message>
    <message>
        <source>Check an account</source>
        <translation>Ein Konto prüfen</translation>
    </message>
    <message>
        <source>Check an Account</source>
        <translation>Konto prüfen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Account to be checked</source>
        <translation>Zu prüfendes Konto</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Details of the finding</source>
        <translation>Einzelheiten des Befunds</translation>
    </message>
    <message>
        <source>What to Do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Copy &amp;Report…</source>
        <translation>&amp;Bericht kopieren …</translation>
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
        <source>Check of %1</source>
        <translation>Prüfung von %1</translation>
    </message>
    <message numerus="yes">
        <source>Checking… %n to go.</source>
        <translation>
            <numerusform>Wird geprüft … noch %n.</numerusform>
            <numerusform>Wird geprüft … noch %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>There is no account to be checked yet.</source>
        <translation>Es gibt noch kein Konto zu prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n things do not work.</source>
        <translation>
            <numerusform>%n Sache funktioniert nicht.</numerusform>
            <numerusform>%n Sachen funktionieren nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; you should look at %n things.</source>
        <translation>
            <numerusform>Es funktioniert; %n Sache solltest du dir ansehen.</numerusform>
            <numerusform>Es funktioniert; %n Sachen solltest du dir ansehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles ist gut.</translation>
    </message>
    <message>
        <source>There is nothing more to say about this.</source>
        <translation>Dazu gibt es nichts weiter zu sagen.</translation>
    </message>
    <message>
        <source>Choose a line to see more about it.</source>
        <translation>Wähle eine Zeile, um mehr darüber zu erfahren.</translation>
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
    <name>kw::DownloadPage</name>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>disk space cache size offline</source>
        <translation>Platte Platz Zwischenspeicher Cache Größe offline</translation>
    </message>
    <message>
        <source>Downloaded ahead</source>
        <translation>Vorab heruntergeladen</translation>
    </message>
    <message>
        <source>Download whole messages</source>
        <translation>Ganze Nachrichten herunterladen</translation>
    </message>
    <message>
        <source>What is downloaded can be read offline, and opens at once.</source>
        <translation>Was heruntergeladen ist, lässt sich offline lesen und öffnet sich sofort.</translation>
    </message>
    <message>
        <source>prefetch offline bodies ahead sync</source>
        <translation>vorab laden offline Texte Abgleich Sync</translation>
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
        <source>Not larger than</source>
        <translation>Nicht größer als</translation>
    </message>
    <message>
        <source>largest size limit attachments prefetch</source>
        <translation>größte Größe Grenze Limit Anhänge vorab</translation>
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
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Room for messages</source>
        <translation>Platz für Nachrichten</translation>
    </message>
    <message>
        <source>Beyond that, the messages not read for longest are removed from this computer; they stay on the server.</source>
        <translation>Darüber hinaus werden die am längsten nicht gelesenen Nachrichten von diesem Computer entfernt; auf dem Server bleiben sie.</translation>
    </message>
    <message>
        <source>budget cache limit disk space size clean</source>
        <translation>Budget Cache Grenze Limit Platte Platz Größe aufräumen</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Each account</source>
        <translation>Einzelne Konten</translation>
    </message>
    <message>
        <source>space room disk cache limit full free quota size</source>
        <translation>Platz Raum Speicher Festplatte Cache Grenze voll frei Kontingent Größe</translation>
    </message>
    <message>
        <source>Large attachments come with a message up to</source>
        <translation>Große Anhänge kommen mit bei Nachrichten bis</translation>
    </message>
    <message>
        <source>Those of larger messages are downloaded when they are opened or saved.</source>
        <translation>Die größerer Nachrichten werden heruntergeladen, wenn du sie öffnest oder sicherst.</translation>
    </message>
    <message>
        <source>attachments on demand size limit whole opened</source>
        <translation>Anhänge bei Bedarf Größe Grenze ganz geöffnet</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>jeder Größe</translation>
    </message>
    <message>
        <source>Learn copies, lists and attachments of all messages</source>
        <translation>Kopien, Listen und Anhänge aller Nachrichten erfassen</translation>
    </message>
    <message>
        <source>For searching. It is fetched when there is nothing else to do, and not over a metered network.</source>
        <translation>Für die Suche. Geholt wird es, wenn sonst nichts zu tun ist, und nicht über ein getaktetes Netz.</translation>
    </message>
    <message>
        <source>search header cc list attachment idle enrich</source>
        <translation>suche suchen kopf kopfzeilen cc kopie liste anhang leerlauf ergänzen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Find what attachments say</source>
        <translation>Inhalt von Anhängen finden</translation>
    </message>
    <message>
        <source>The words of PDF and office files, where a tool that reads them is installed. Their names are always found.</source>
        <translation>Die Wörter in PDF- und Office-Dateien, wenn ein Programm installiert ist, das sie liest. Ihre Namen werden immer gefunden.</translation>
    </message>
    <message>
        <source>search index full text pdf documents office attachments content</source>
        <translation>suche suchen index volltext pdf dokumente office anhänge inhalt</translation>
    </message>
</context>
<context>
    <name>kw::DraftChip</name>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>kw::DraftSending</name>
    <message>
        <source>Attach…</source>
        <translation>Anhängen …</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Only to %1</source>
        <translation>Nur an %1</translation>
    </message>
    <message>
        <source>Send Anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Encrypt Anyway</source>
        <translation>Trotzdem verschlüsseln</translation>
    </message>
    <message>
        <source>Send Without Signature</source>
        <translation>Ohne Signatur senden</translation>
    </message>
    <message>
        <source>Send Without Encryption</source>
        <translation>Unverschlüsselt senden</translation>
    </message>
    <message>
        <source>Send Neither Signed Nor Encrypted</source>
        <translation>Weder signiert noch verschlüsselt senden</translation>
    </message>
</context>
<context>
    <name>kw::FactCards</name>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Invitation from %1</source>
        <translation>Einladung von %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Answer to an invitation</source>
        <translation>Antwort auf eine Einladung</translation>
    </message>
    <message>
        <source>Another time is proposed</source>
        <translation>Eine andere Zeit wird vorgeschlagen</translation>
    </message>
    <message>
        <source>Asks for the invitation once more</source>
        <translation>Bittet noch einmal um die Einladung</translation>
    </message>
    <message>
        <source>Another date of an event</source>
        <translation>Ein weiterer Termin</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from day to day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from time to time</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>(%1 there)</source>
        <translation>(dort %1)</translation>
    </message>
    <message>
        <source>%1: comes</source>
        <translation>%1: kommt</translation>
    </message>
    <message>
        <source>%1: comes perhaps</source>
        <translation>%1: kommt vielleicht</translation>
    </message>
    <message>
        <source>%1: does not come</source>
        <translation>%1: kommt nicht</translation>
    </message>
    <message>
        <source>%1: sends somebody else</source>
        <translation>%1: schickt jemand anderen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What the message brings</source>
        <translation>Was die Nachricht mitbringt</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (wenn möglich)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
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
    <message>
        <source>They are not in the Trash afterwards, and this cannot be undone.</source>
        <translation>Danach sind sie nicht im Papierkorb, und es lässt sich nicht rückgängig machen.</translation>
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
    <name>kw::FindingsModel</name>
    <message>
        <source>%1: %2</source>
        <comment>title, state</comment>
        <translation>%1: %2</translation>
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
        <translation>Die Demo hat zwei erfundene Konten mit ein paar Hundert Nachrichten, nur auf diesem Computer. Alles ist wieder weg, wenn du ihr Fenster schließt.</translation>
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
    <message>
        <source>Folders of other people, and of groups you belong to.</source>
        <translation>Ordner anderer Leute und von Gruppen, zu denen du gehörst.</translation>
    </message>
    <message>
        <source>“%1” is not kept on this computer; its mail is on the server only.</source>
        <translation>„%1“ wird nicht auf diesem Computer behalten; seine Post ist nur auf dem Server.</translation>
    </message>
    <message numerus="yes">
        <source>Mail older than %Ln day(s) is on the server only.</source>
        <translation>
            <numerusform>Post, die älter als %Ln Tag ist, liegt nur auf dem Server.</numerusform>
            <numerusform>Post, die älter als %Ln Tage ist, liegt nur auf dem Server.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not kept here</source>
        <translation>%1, nicht hier behalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) wait to be sent, or need you.</source>
        <translation>
            <numerusform>%Ln Nachricht wartet darauf, gesendet zu werden, oder braucht dich.</numerusform>
            <numerusform>%Ln Nachrichten warten darauf, gesendet zu werden, oder brauchen dich.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many and more</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1: being counted</source>
        <translation>%1: wird gezählt</translation>
    </message>
    <message>
        <source>more than %1 unread</source>
        <translation>mehr als %1 ungelesen</translation>
    </message>
    <message>
        <source>more than %1 messages</source>
        <translation>mehr als %1 Nachrichten</translation>
    </message>
    <message>
        <source>%1, saved search</source>
        <translation>%1, gespeicherte Suche</translation>
    </message>
</context>
<context>
    <name>kw::FolderName</name>
    <message>
        <source>A name must not contain line breaks or other invisible characters.</source>
        <translation>Ein Name darf keine Zeilenumbrüche oder andere unsichtbare Zeichen enthalten.</translation>
    </message>
    <message>
        <source>A name must not contain “%1”: on this server it stands between a folder and the folders in it.</source>
        <translation>Ein Name darf „%1“ nicht enthalten: Auf diesem Server trennt es einen Ordner von den Ordnern darin.</translation>
    </message>
    <message>
        <source>A name must not contain “%1”.</source>
        <translation>Ein Name darf „%1“ nicht enthalten.</translation>
    </message>
    <message>
        <source>“%1” is the inbox on every server.</source>
        <translation>„%1“ ist auf jedem Server der Posteingang.</translation>
    </message>
    <message>
        <source>There is a folder “%1” here already.</source>
        <translation>Hier gibt es schon einen Ordner „%1“.</translation>
    </message>
    <message>
        <source>A folder needs a name.</source>
        <translation>Ein Ordner braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name must not begin or end with a space.</source>
        <translation>Ein Name darf nicht mit einem Leerzeichen beginnen oder enden.</translation>
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
    <message>
        <source>Check This Account…</source>
        <translation>Dieses Konto prüfen …</translation>
    </message>
</context>
<context>
    <name>kw::FolderSettingsPage</name>
    <message>
        <source>Show only &amp;subscribed folders in the folder list</source>
        <translation>In der Ordnerliste nur a&amp;bonnierte Ordner zeigen</translation>
    </message>
    <message>
        <source>The folders show here once the account has been reached.</source>
        <translation>Die Ordner stehen hier, sobald das Konto einmal erreicht wurde.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Show only subscribed folders in the folder list</source>
        <translation>In der Ordnerliste nur abonnierte Ordner zeigen</translation>
    </message>
    <message>
        <source>What the special folders are and how Kittiwake knows. Choose another one where it is wrong.</source>
        <translation>Welche die besonderen Ordner sind und woher Kittiwake es weiß. Wähle einen anderen, wo es nicht stimmt.</translation>
    </message>
</context>
<context>
    <name>kw::FolderTicks</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Keep here</source>
        <translation>Hier behalten</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>Its mail is listed on this computer.</source>
        <translation>Seine Post steht auf diesem Computer in der Liste.</translation>
    </message>
    <message>
        <source>The text of every message is downloaded.</source>
        <translation>Der Text jeder Nachricht wird heruntergeladen.</translation>
    </message>
    <message>
        <source>The server notes which folders you want to see in mail programs.</source>
        <translation>Der Server merkt sich, welche Ordner du in Mailprogrammen sehen möchtest.</translation>
    </message>
    <message>
        <source>Shared with you</source>
        <translation>Mit dir geteilt</translation>
    </message>
</context>
<context>
    <name>kw::FolderTree</name>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>Shared with you</source>
        <translation>Mit dir geteilt</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
</context>
<context>
    <name>kw::Formatting</name>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>&amp;Unterstrichen</translation>
    </message>
    <message>
        <source>&amp;Strike Through</source>
        <translation>&amp;Durchgestrichen</translation>
    </message>
    <message>
        <source>B&amp;ulleted List</source>
        <translation>&amp;Aufzählung</translation>
    </message>
    <message>
        <source>&amp;Numbered List</source>
        <translation>&amp;Nummerierte Liste</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>U&amp;nquote</source>
        <translation>Zitat auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation>&amp;Link …</translation>
    </message>
    <message>
        <source>Insert &amp;Picture…</source>
        <translation>&amp;Bild einfügen …</translation>
    </message>
    <message>
        <source>&amp;Clear Formatting</source>
        <translation>Formatierung &amp;entfernen</translation>
    </message>
    <message>
        <source>Text Colo&amp;ur</source>
        <translation>Sch&amp;riftfarbe</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Text Si&amp;ze</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Small</source>
        <translation>&amp;Klein</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Large</source>
        <translation>&amp;Groß</translation>
    </message>
    <message>
        <source>&amp;Huge</source>
        <translation>&amp;Riesig</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Schriftfarbe</translation>
    </message>
    <message>
        <source>As Usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Address of the page, empty for no link:</source>
        <translation>Adresse der Seite, leer für keinen Link:</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Formatierung</translation>
    </message>
</context>
<context>
    <name>kw::FoundServers</name>
    <message>
        <source>%1 — %2</source>
        <comment>server, where the answer comes from</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, port %2, encrypted</source>
        <translation>%1, Port %2, verschlüsselt</translation>
    </message>
    <message>
        <source>%1, port %2, encrypted (STARTTLS)</source>
        <translation>%1, Port %2, verschlüsselt (STARTTLS)</translation>
    </message>
    <message>
        <source>%1, port %2, not encrypted</source>
        <translation>%1, Port %2, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>&amp;Other answers:</source>
        <translation>Andere Antw&amp;orten:</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Send my password and my mail unprotected; anyone on the way can read them</source>
        <translation>Mein Passwort und meine Post ungeschützt senden; jeder auf dem Weg kann sie lesen</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Andere Antworten</translation>
    </message>
    <message>
        <source>Edit servers</source>
        <translation>Server bearbeiten</translation>
    </message>
    <message>
        <source>Reading:</source>
        <translation>Empfang:</translation>
    </message>
    <message>
        <source>Sending:</source>
        <translation>Versand:</translation>
    </message>
    <message>
        <source>none was found; this account could not send</source>
        <translation>keiner gefunden; dieses Konto könnte nicht senden</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Auch: %1</translation>
    </message>
    <message>
        <source>Confirm the unprotected connection, or choose TLS.</source>
        <translation>Bestätige die ungeschützte Verbindung oder wähle TLS.</translation>
    </message>
</context>
<context>
    <name>kw::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>basics common</source>
        <translation>Grundlagen allgemein</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Counts from the next start of Kittiwake on.</source>
        <translation>Gilt ab dem nächsten Start von Kittiwake.</translation>
    </message>
    <message>
        <source>translation German Deutsch English</source>
        <translation>Übersetzung Deutsch German Englisch English</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie der Desktop</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>start open launch begin startup</source>
        <translation>Start starten öffnen beginnen Anfang</translation>
    </message>
    <message>
        <source>what was open last</source>
        <translation>was zuletzt offen war</translation>
    </message>
    <message>
        <source>the inbox of all accounts</source>
        <translation>den Posteingang aller Konten</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Otherwise Kittiwake starts offline, until you go online yourself.</source>
        <translation>Sonst startet Kittiwake offline, bis du selbst online gehst.</translation>
    </message>
    <message>
        <source>offline network connect startup launch</source>
        <translation>offline Netz Netzwerk verbinden Start</translation>
    </message>
    <message>
        <source>All settings as a file</source>
        <translation>Alle Einstellungen als Datei</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>Einstellungen als Datei</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Anderer Computer</translation>
    </message>
    <message>
        <source>Look, keys, tags and accounts, without any password. Before anything is taken from a file, you see what would change.</source>
        <translation>Aussehen, Tasten, Schlagwörter und Konten, ohne jedes Passwort. Bevor etwas aus einer Datei übernommen wird, siehst du, was sich ändern würde.</translation>
    </message>
    <message>
        <source>export import backup copy move save load transfer file</source>
        <translation>Export Import Sicherung Backup kopieren umziehen speichern laden übertragen Datei</translation>
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
    <message>
        <source>✓ Comes from %1 (signature checked here)</source>
        <translation>✓ Kommt von %1 (Signatur hier geprüft)</translation>
    </message>
    <message>
        <source>✓ Comes from %1</source>
        <translation>✓ Kommt von %1</translation>
    </message>
    <message>
        <source>Passed on by %1</source>
        <translation>Weitergereicht von %1</translation>
    </message>
    <message>
        <source>First message from this address</source>
        <translation>Erste Nachricht von dieser Adresse</translation>
    </message>
    <message>
        <source>%1 · first message from this address</source>
        <translation>%1 · erste Nachricht von dieser Adresse</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 sagt: %2</translation>
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
    <message>
        <source>Quoted text</source>
        <translation>Zitierter Text</translation>
    </message>
</context>
<context>
    <name>kw::IdentitiesPage</name>
    <message>
        <source>A&amp;dd</source>
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
        <source>Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Your addresses</source>
        <translation>Deine Adressen</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>Deine Adresse</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Diese Adresse entfernen</translation>
    </message>
    <message>
        <source>Move this address up</source>
        <translation>Diese Adresse nach oben</translation>
    </message>
    <message>
        <source>Move this address down</source>
        <translation>Diese Adresse nach unten</translation>
    </message>
    <message>
        <source>Mail to any of these addresses is mail to you.</source>
        <translation>Post an jede dieser Adressen ist Post an dich.</translation>
    </message>
    <message>
        <source>Your &amp;name:</source>
        <translation>Dein Na&amp;me:</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>An identity has no address yet.</source>
        <translation>Eine Identität hat noch keine Adresse.</translation>
    </message>
    <message>
        <source>“%1” is not a complete mail address.</source>
        <translation>„%1“ ist keine vollständige E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>name, address</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>%1 (this account)</source>
        <translation>%1 (dieses Konto)</translation>
    </message>
    <message>
        <source>as people should see it</source>
        <translation>wie andere ihn sehen sollen</translation>
    </message>
    <message>
        <source>The account&apos;s own address is on the page “Account”.</source>
        <translation>Die eigene Adresse des Kontos steht auf der Seite „Konto“.</translation>
    </message>
</context>
<context>
    <name>kw::IdentityBox</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>kw::Imap</name>
    <message>
        <source>The message is no longer on the server.</source>
        <translation>Die Nachricht ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>%1 (port %2) cannot be reached. Check the server&apos;s name and your network; Kittiwake tries again by itself.</source>
        <translation>%1 (Port %2) ist nicht erreichbar. Prüfe den Namen des Servers und dein Netz; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 does not let us in at the moment: &quot;%2&quot;. Kittiwake tries again by itself.</source>
        <translation>%1 lässt uns im Augenblick nicht hinein: „%2“. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Couldn&apos;t sign in to %1 as %2: the server says &quot;%3&quot;. Check the user name and the password.</source>
        <translation>Die Anmeldung bei %1 als %2 ist fehlgeschlagen: Der Server sagt „%3“. Prüfe Benutzernamen und Passwort.</translation>
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
        <source>%1 answered the sign-in with something that makes no sense. Is it a mail server (IMAP)?</source>
        <translation>%1 hat auf die Anmeldung etwas geantwortet, das keinen Sinn ergibt. Ist es ein Mailserver (IMAP)?</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be opened, because of the special characters in its name. Rename it with the server&apos;s own means.</source>
        <translation>Der Ordner „%1“ kann wegen der besonderen Zeichen in seinem Namen nicht geöffnet werden. Benenne ihn mit den Mitteln des Servers um.</translation>
    </message>
    <message>
        <source>A folder name must not be empty or have a quotation mark without its second.</source>
        <translation>Ein Ordnername darf nicht leer sein und kein Anführungszeichen ohne sein zweites enthalten.</translation>
    </message>
    <message>
        <source>“%1” cannot be a tag on a server: only letters without accents, digits and some signs can.</source>
        <translation>„%1“ kann auf einem Server kein Schlagwort sein: Das können nur Buchstaben ohne Akzente, Ziffern und einige Zeichen.</translation>
    </message>
    <message>
        <source>The server cannot be asked which messages are recent.</source>
        <translation>Der Server lässt sich nicht fragen, welche Nachrichten neu sind.</translation>
    </message>
    <message>
        <source>The server does not tell how full it is.</source>
        <translation>Der Server sagt nicht, wie voll er ist.</translation>
    </message>
    <message>
        <source>%1 did not accept the sign-in from the browser for %2. Sign in again.</source>
        <translation>%1 hat die Anmeldung aus dem Browser für %2 nicht angenommen. Melde dich neu an.</translation>
    </message>
    <message>
        <source>%1 did not accept the sign-in from the browser for %2: it says &quot;%3&quot;. Sign in again.</source>
        <translation>%1 hat die Anmeldung aus dem Browser für %2 nicht angenommen und sagt: „%3“. Melde dich neu an.</translation>
    </message>
    <message>
        <source>%1 does not accept a password on this connection. Choose an encrypted connection (TLS), or ask your provider how to sign in.</source>
        <translation>%1 nimmt auf dieser Verbindung kein Passwort an. Wähle eine verschlüsselte Verbindung (TLS) oder frag deinen Anbieter, wie man sich anmeldet.</translation>
    </message>
    <message>
        <source>%1 does not take a sign-in from the browser. Use a password for this account.</source>
        <translation>%1 nimmt keine Anmeldung aus dem Browser an. Verwende für dieses Konto ein Passwort.</translation>
    </message>
    <message>
        <source>Signing in to %1 through the browser needs an encrypted connection. Choose TLS or STARTTLS in the account&apos;s settings.</source>
        <translation>Die Anmeldung bei %1 im Browser braucht eine verschlüsselte Verbindung. Wähle in den Kontoeinstellungen TLS oder STARTTLS.</translation>
    </message>
    <message>
        <source>The mailbox on %1 is full: &quot;%2&quot;. Clean up, then try again.</source>
        <translation>Das Postfach auf %1 ist voll: „%2“. Räume auf und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s answer about recent messages cannot be read.</source>
        <translation>Die Antwort des Servers zu neuen Nachrichten ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no room left on this computer for what was to be downloaded.</source>
        <translation>Auf diesem Rechner ist kein Platz mehr für das, was heruntergeladen werden sollte.</translation>
    </message>
    <message>
        <source>The server does not tell what the message consists of.</source>
        <translation>Der Server sagt nicht, woraus die Nachricht besteht.</translation>
    </message>
</context>
<context>
    <name>kw::ImportDialog</name>
    <message>
        <source>Import Settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>All that this file holds is here already.</source>
        <translation>Alles, was diese Datei enthält, ist schon hier.</translation>
    </message>
    <message>
        <source>Choose what is taken from the file. Everything else stays as it is.</source>
        <translation>Wähle, was aus der Datei übernommen wird. Alles andere bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Not taken from the file:</source>
        <translation>Nicht aus der Datei übernommen:</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiteres</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags: their names, colours and order</source>
        <translation>Schlagwörter: ihre Namen, Farben und Reihenfolge</translation>
    </message>
    <message>
        <source>Keyboard: the keys of all actions</source>
        <translation>Tastatur: die Tasten aller Aktionen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s)</source>
        <translation>
            <numerusform>%Ln Einstellung</numerusform>
            <numerusform>%Ln Einstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>account, address</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Account %1: here already, the same</source>
        <translation>Konto %1: schon hier, genauso</translation>
    </message>
    <message>
        <source>New account %1</source>
        <translation>Neues Konto %1</translation>
    </message>
    <message>
        <source>Account %1: here already, and different</source>
        <translation>Konto %1: schon hier, und anders</translation>
    </message>
    <message>
        <source>Signs in at %1 as %2</source>
        <translation>Meldet sich bei %1 als %2 an</translation>
    </message>
    <message>
        <source>Signatures of %1</source>
        <translation>Signaturen von %1</translation>
    </message>
    <message>
        <source>Saved searches: %1</source>
        <translation>Gespeicherte Suchen: %1</translation>
    </message>
</context>
<context>
    <name>kw::IndexCare</name>
    <message>
        <source>Rebuild</source>
        <translation>Neu aufbauen</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Messages indexed</source>
        <translation>Nachrichten im Index</translation>
    </message>
    <message>
        <source>Rebuild the search index</source>
        <translation>Suchindex neu aufbauen</translation>
    </message>
    <message>
        <source>Makes the index anew from the mail on this computer; no mail is touched.</source>
        <translation>Legt den Index aus der Post auf diesem Computer neu an; die Post selbst bleibt unberührt.</translation>
    </message>
    <message>
        <source>All %1 are indexed, %2 of them with their text.</source>
        <comment>so many messages, a number</comment>
        <translation>Alles ist im Index: %1, davon %2 mit Text.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 messages are indexed.</source>
        <translation>%1 von %2 Nachrichten sind im Index.</translation>
    </message>
    <message>
        <source>The index takes %1 on this computer.</source>
        <translation>Der Index braucht %1 auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>kw::InlinePictures</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
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
    <name>kw::InvitationReply</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Answer to the invitation</source>
        <translation>Antwort auf die Einladung</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Die Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>Accept the invitation</source>
        <translation>Die Einladung annehmen</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Say that you may come</source>
        <translation>Sagen, dass du vielleicht kommst</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Decline the invitation</source>
        <translation>Die Einladung ablehnen</translation>
    </message>
    <message>
        <source>You accepted. The organizer is told.</source>
        <translation>Du hast zugesagt. Der Veranstalter erfährt es.</translation>
    </message>
    <message>
        <source>You may come. The organizer is told.</source>
        <translation>Du kommst vielleicht. Der Veranstalter erfährt es.</translation>
    </message>
    <message>
        <source>You declined. The organizer is told.</source>
        <translation>Du hast abgesagt. Der Veranstalter erfährt es.</translation>
    </message>
</context>
<context>
    <name>kw::KeyringCall</name>
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
    <message>
        <source>There is no keyring to keep passwords in (%1). Choose where Kittiwake keeps them, or install gnome-keyring or KWallet and sign in to the desktop again, or set passwordCommand in accounts.ini.</source>
        <translation>Es gibt keinen Schlüsselbund für Passwörter (%1). Wähle, wo Kittiwake sie aufhebt, oder installiere gnome-keyring oder KWallet und melde dich neu am Desktop an, oder setze passwordCommand in accounts.ini.</translation>
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
    <message>
        <source>Take It from There</source>
        <translation>Dort wegnehmen</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
</context>
<context>
    <name>kw::Letters</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and a time.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Will be sent at %1</source>
        <translation>Wird um %1 gesendet</translation>
    </message>
    <message>
        <source>Will be tried again at %1</source>
        <translation>Wird um %1 noch einmal versucht</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wartet darauf, gesendet zu werden</translation>
    </message>
    <message>
        <source>Waits until you go online</source>
        <translation>Wartet, bis du online gehst</translation>
    </message>
    <message>
        <source>Is being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>May have been sent, or not</source>
        <translation>Wurde vielleicht gesendet, vielleicht nicht</translation>
    </message>
    <message>
        <source>Sent; its copy is being stored</source>
        <translation>Gesendet; die Kopie wird abgelegt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sent, but not to everybody</source>
        <translation>Gesendet, aber nicht an alle</translation>
    </message>
    <message>
        <source>Was not sent</source>
        <translation>Wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Draft, on this computer only</source>
        <translation>Entwurf, nur auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>kw::LinkGuard</name>
    <message>
        <source>This link says %1, but goes to %2.</source>
        <translation>Dieser Link nennt %1, führt aber zu %2.</translation>
    </message>
    <message>
        <source>This link goes to %1, a name written with letters that look like others.</source>
        <translation>Dieser Link führt zu %1, einem Namen aus Buchstaben, die anderen gleichen.</translation>
    </message>
    <message>
        <source>This link goes to %1; what stands before the @ only looks like an address.</source>
        <translation>Dieser Link führt zu %1; was vor dem @ steht, sieht nur wie eine Adresse aus.</translation>
    </message>
    <message>
        <source>This link goes to %1, a number instead of a name.</source>
        <translation>Dieser Link führt zu %1, einer Nummer statt einem Namen.</translation>
    </message>
    <message>
        <source>This link goes to %1, and the message is not from whom it claims.</source>
        <translation>Dieser Link führt zu %1, und die Nachricht ist nicht von dem, der sie geschrieben haben soll.</translation>
    </message>
    <message>
        <source>This link goes to %1. You have had no mail from this sender before.</source>
        <translation>Dieser Link führt zu %1. Von diesem Absender hattest du noch keine Post.</translation>
    </message>
    <message>
        <source>Open Anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
    <message>
        <source>Con&amp;versations in this folder</source>
        <translation>&amp;Unterhaltungen in diesem Ordner</translation>
    </message>
</context>
<context>
    <name>kw::ListWords</name>
    <message>
        <source>No message matches the filter.</source>
        <translation>Keine Nachricht passt zum Filter.</translation>
    </message>
    <message>
        <source>None of the messages that were opened has an attachment.</source>
        <translation>Keine der geöffneten Nachrichten hat einen Anhang.</translation>
    </message>
    <message>
        <source>Whether a message that was not opened yet has any is not known.</source>
        <translation>Ob eine noch nicht geöffnete Nachricht einen hat, ist nicht bekannt.</translation>
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
        <source>Not downloaded yet.</source>
        <translation>Noch nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>No messages so far; not everything is downloaded yet.</source>
        <translation>Bisher keine Nachrichten; es ist noch nicht alles heruntergeladen.</translation>
    </message>
    <message>
        <source>more than %1</source>
        <comment>messages found so far</comment>
        <translation>mehr als %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing that was found matches the filter.</source>
        <translation>Nichts vom Gefundenen passt zum Filter.</translation>
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
    <message>
        <source>More Answers</source>
        <translation>Weitere Antworten</translation>
    </message>
</context>
<context>
    <name>kw::MessageListPane</name>
    <message>
        <source>Messages in %1</source>
        <translation>Nachrichten in %1</translation>
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
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
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
    <message>
        <source>%1, in %2</source>
        <comment>a message, its folder</comment>
        <translation>%1, in %2</translation>
    </message>
</context>
<context>
    <name>kw::MessageNotices</name>
    <message>
        <source>Formatted mail cannot be shown here because the web view is not installed. This is its text.</source>
        <translation>Formatierte Nachrichten können hier nicht gezeigt werden, weil die Web-Ansicht nicht installiert ist. Dies ist der Text.</translation>
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
    <message numerus="yes">
        <source>%Ln tracking picture(s) blocked.</source>
        <translation>
            <numerusform>%Ln Zählbild blockiert.</numerusform>
            <numerusform>%Ln Zählbilder blockiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remote part(s) blocked: frames, films or fonts.</source>
        <translation>
            <numerusform>%Ln externer Teil blockiert: Rahmen, Filme oder Schriften.</numerusform>
            <numerusform>%Ln externe Teile blockiert: Rahmen, Filme oder Schriften.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remote picture(s) blocked</source>
        <translation>
            <numerusform>%Ln externes Bild blockiert</numerusform>
            <numerusform>%Ln externe Bilder blockiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tracking picture(s) blocked</source>
        <translation>
            <numerusform>%Ln Zählbild blockiert</numerusform>
            <numerusform>%Ln Zählbilder blockiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two things blocked</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, so the sender does not learn that you read this.</source>
        <translation>%1, damit der Absender nicht erfährt, dass du dies liest.</translation>
    </message>
    <message>
        <source>Show Pictures</source>
        <translation>Bilder zeigen</translation>
    </message>
    <message>
        <source>Your message could not be delivered to %1.</source>
        <translation>Deine Nachricht konnte %1 nicht zugestellt werden.</translation>
    </message>
    <message>
        <source>Your message to %1 is delayed; the server goes on trying until %2.</source>
        <translation>Deine Nachricht an %1 verzögert sich; der Server versucht es weiter bis %2.</translation>
    </message>
    <message>
        <source>Your message to %1 is delayed; the server goes on trying.</source>
        <translation>Deine Nachricht an %1 verzögert sich; der Server versucht es weiter.</translation>
    </message>
    <message>
        <source>Your message has been delivered to %1.</source>
        <translation>Deine Nachricht wurde %1 zugestellt.</translation>
    </message>
    <message>
        <source>Your message to %1 was passed on; nothing more will be reported.</source>
        <translation>Deine Nachricht an %1 wurde weitergereicht; mehr wird nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 says that your message has been opened.</source>
        <translation>%1 sagt, dass deine Nachricht geöffnet wurde.</translation>
    </message>
    <message>
        <source>%1 says that your message was deleted unread.</source>
        <translation>%1 sagt, dass deine Nachricht ungelesen gelöscht wurde.</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>Der Server sagte: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>This message does not come from %1, as it claims, or was changed on its way. Do not trust what it says or asks.</source>
        <translation>Diese Nachricht kommt nicht von %1, wie sie behauptet, oder wurde unterwegs verändert. Vertraue nicht auf das, was sie sagt oder verlangt.</translation>
    </message>
    <message>
        <source>The sender&apos;s domain %1 looks like %2, which you know, but is another one.</source>
        <translation>Die Domain des Absenders, %1, sieht aus wie %2, die du kennst, ist aber eine andere.</translation>
    </message>
    <message>
        <source>The sender calls itself %1, but the message comes from %2.</source>
        <translation>Der Absender nennt sich %1, aber die Nachricht kommt von %2.</translation>
    </message>
    <message>
        <source>An answer would go to %1, not to %2.</source>
        <translation>Eine Antwort ginge an %1, nicht an %2.</translation>
    </message>
    <message>
        <source>You have had no mail from this address before.</source>
        <translation>Von dieser Adresse hattest du noch keine Post.</translation>
    </message>
    <message>
        <source>This message was sent to a list.</source>
        <translation>Diese Nachricht ging an eine Liste.</translation>
    </message>
    <message>
        <source>Unsubscribe…</source>
        <translation>Abbestellen …</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>From all of %1</source>
        <translation>Von allen bei %1</translation>
    </message>
    <message>
        <source>Always Show</source>
        <translation>Immer zeigen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) from the network blocked: an encrypted message loads nothing.</source>
        <translation>
            <numerusform>%Ln Inhalt aus dem Netz blockiert: Eine verschlüsselte Nachricht lädt nichts.</numerusform>
            <numerusform>%Ln Inhalte aus dem Netz blockiert: Eine verschlüsselte Nachricht lädt nichts.</numerusform>
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
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
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
        <source>Original Colors</source>
        <translation>Ursprüngliche Farben</translation>
    </message>
    <message>
        <source>About This Person…</source>
        <translation>Über diese Person …</translation>
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
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Open Anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
</context>
<context>
    <name>kw::Mime</name>
    <message>
        <source>The header of this message is unusually long; only its beginning is shown.</source>
        <translation>Der Kopf dieser Nachricht ist ungewöhnlich lang; nur sein Anfang wird gezeigt.</translation>
    </message>
    <message>
        <source>This message is nested unusually deep; what lies deeper is not shown.</source>
        <translation>Diese Nachricht ist ungewöhnlich tief verschachtelt; was tiefer liegt, wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>This message has unusually many parts; only the first ones are shown.</source>
        <translation>Diese Nachricht hat ungewöhnlich viele Teile; nur die ersten werden gezeigt.</translation>
    </message>
    <message>
        <source>This message is too large or too deeply nested to be shown whole.</source>
        <translation>Diese Nachricht ist zu groß oder zu tief verschachtelt, um ganz gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This message is very long; its end is not shown.</source>
        <translation>Diese Nachricht ist sehr lang; ihr Ende wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>A file in the text of this message is incomplete or damaged.</source>
        <translation>Eine Datei im Text dieser Nachricht ist unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>This attachment is no longer part of the message.</source>
        <translation>Dieser Anhang gehört nicht mehr zur Nachricht.</translation>
    </message>
</context>
<context>
    <name>kw::NameDialog</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
    <message>
        <source>Check…</source>
        <translation>Prüfen …</translation>
    </message>
    <message>
        <source>Sign In Again…</source>
        <translation>Neu anmelden …</translation>
    </message>
    <message>
        <source>Look at Certificate…</source>
        <translation>Zertifikat ansehen …</translation>
    </message>
    <message>
        <source>%1: sign in on the page that is open in your browser.</source>
        <comment>account</comment>
        <translation>%1: Melde dich auf der Seite an, die in deinem Browser offen ist.</translation>
    </message>
    <message>
        <source>%1: no browser could be opened. Copy the address, open it in one on this computer and sign in there.</source>
        <comment>account</comment>
        <translation>%1: Es ließ sich kein Browser öffnen. Kopiere die Adresse, öffne sie in einem Browser auf diesem Computer und melde dich dort an.</translation>
    </message>
    <message>
        <source>Open Page Again</source>
        <translation>Seite noch einmal öffnen</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clean Up…</source>
        <translation>Aufräumen …</translation>
    </message>
</context>
<context>
    <name>kw::OAuth</name>
    <message>
        <source>You can close this page</source>
        <translation>Du kannst diese Seite schließen</translation>
    </message>
    <message>
        <source>Go back to Kittiwake: it shows whether the sign-in went well.</source>
        <translation>Geh zurück zu Kittiwake: Dort steht, ob die Anmeldung geklappt hat.</translation>
    </message>
    <message>
        <source>%1 did not allow it: the sign-in was refused or given up in the browser. Sign in again whenever you like.</source>
        <translation>%1 hat es nicht erlaubt: Die Anmeldung wurde abgelehnt oder im Browser abgebrochen. Melde dich neu an, wann immer du magst.</translation>
    </message>
    <message>
        <source>Nothing came back from the browser. Sign in again, and leave Kittiwake open until the page of %1 is done.</source>
        <translation>Aus dem Browser kam nichts zurück. Melde dich neu an und lass Kittiwake offen, bis die Seite von %1 fertig ist.</translation>
    </message>
    <message>
        <source>The browser&apos;s answer cannot be taken: no port of this computer can be opened. Another program may have it; try again.</source>
        <translation>Die Antwort des Browsers lässt sich nicht entgegennehmen: Auf diesem Computer ließ sich kein Port öffnen. Vielleicht hat ihn ein anderes Programm; versuche es noch einmal.</translation>
    </message>
    <message>
        <source>%1 signed you in, but you did not allow Kittiwake to read and send mail. Sign in again and leave that ticked.</source>
        <translation>%1 hat dich angemeldet, aber du hast Kittiwake nicht erlaubt, Post zu lesen und zu senden. Melde dich neu an und lass das Häkchen dort stehen.</translation>
    </message>
    <message>
        <source>it must be an address that begins with https://, not “%1”.</source>
        <translation>es muss eine Adresse sein, die mit https:// beginnt, nicht „%1“.</translation>
    </message>
    <message>
        <source>it must be 127.0.0.1 or localhost, not “%1”.</source>
        <translation>es muss 127.0.0.1 oder localhost sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>it must be a number from 0 to 65535, not “%1”.</source>
        <translation>es muss eine Zahl von 0 bis 65535 sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>there is no such key; docs/accounts.md lists those that there are.</source>
        <translation>diesen Schlüssel gibt es nicht; welche es gibt, steht in docs/accounts.md.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>file, number, sentence</comment>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1 of [%2] cannot be used: %3</source>
        <comment>key, group, why</comment>
        <translation>%1 von [%2] ist nicht brauchbar: %3</translation>
    </message>
    <message>
        <source>[%1] is no provider that Kittiwake knows, so it needs the lines authorizeUrl= and tokenUrl=.</source>
        <translation>[%1] ist kein Anbieter, den Kittiwake kennt, und braucht deshalb die Zeilen authorizeUrl= und tokenUrl=.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 lässt sich nicht lesen (%2).</translation>
    </message>
    <message>
        <source>Kittiwake is not registered with %1 yet. Ask there for a client id of a desktop program, and put it into %2: %3</source>
        <translation>Kittiwake ist bei %1 noch nicht registriert. Bitte dort um eine Client-ID für ein Desktop-Programm und trage sie in %2 ein: %3</translation>
    </message>
    <message>
        <source>Kittiwake is not registered with %1 yet. Get a client id for a desktop program at %2, and put it into %3: %4</source>
        <translation>Kittiwake ist bei %1 noch nicht registriert. Hol dir bei %2 eine Client-ID für ein Desktop-Programm und trage sie in %3 ein: %4</translation>
    </message>
    <message>
        <source>Kittiwake knows no provider called “%1” to sign in with. Correct oauth= in accounts.ini, or describe the provider in %2.</source>
        <translation>Kittiwake kennt keinen Anbieter „%1“ zum Anmelden. Berichtige oauth= in accounts.ini oder beschreibe den Anbieter in %2.</translation>
    </message>
    <message>
        <source>The mail server does not accept the token that passwordCommand of %1 prints. Run the command in a terminal and sign in again where it asks you to.</source>
        <translation>Der Mailserver nimmt das Token nicht an, das passwordCommand von %1 ausgibt. Führe den Befehl in einem Terminal aus und melde dich dort neu an, wo er danach fragt.</translation>
    </message>
    <message>
        <source>%1 cannot be reached to renew the sign-in. Check your network; Kittiwake tries again by itself.</source>
        <translation>%1 ist nicht erreichbar, um die Anmeldung zu erneuern. Prüfe dein Netz; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 cannot renew the sign-in at the moment. Kittiwake tries again by itself.</source>
        <translation>%1 kann die Anmeldung im Augenblick nicht erneuern. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 answered the sign-in with something that makes no sense. Try again later; if it stays so, check the provider&apos;s addresses in oauth.ini.</source>
        <translation>%1 hat auf die Anmeldung etwas geantwortet, das keinen Sinn ergibt. Versuche es später noch einmal; wenn es so bleibt, prüfe die Adressen des Anbieters in oauth.ini.</translation>
    </message>
    <message>
        <source>%1 does not accept how Kittiwake is registered there (%2). Check clientId and clientSecret in oauth.ini.</source>
        <translation>%1 nimmt nicht an, wie Kittiwake dort registriert ist (%2). Prüfe clientId und clientSecret in oauth.ini.</translation>
    </message>
    <message>
        <source>%1 does not let Kittiwake in any more. Sign in again to get new mail; what is here can be read meanwhile.</source>
        <translation>%1 lässt Kittiwake nicht mehr hinein. Melde dich neu an, um neue Post zu bekommen; was hier ist, kannst du solange lesen.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted, so the sign-in was not renewed. Nothing was sent; try another network.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden, deshalb wurde die Anmeldung nicht erneuert. Es wurde nichts gesendet; versuche es in einem anderen Netz.</translation>
    </message>
    <message>
        <source>You are signed in, but that could not be kept for the next start: %1</source>
        <translation>Du bist angemeldet, aber das ließ sich nicht für den nächsten Start aufheben: %1</translation>
    </message>
    <message>
        <source>Signing in with %1 opens the mailbox to %2, which is no mail server of %1. Correct the account&apos;s servers, or add the server&apos;s domain to mailDomains= in %3.</source>
        <translation>Die Anmeldung bei %1 öffnet das Postfach für %2, und das ist kein Mailserver von %1. Berichtige die Server des Kontos, oder ergänze die Domain des Servers bei mailDomains= in %3.</translation>
    </message>
</context>
<context>
    <name>kw::OfferWords</name>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Read already</source>
        <translation>Schon gelesen</translation>
    </message>
    <message>
        <source>With a star</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>You have answered it</source>
        <translation>Du hast sie beantwortet</translation>
    </message>
    <message>
        <source>You have forwarded it</source>
        <translation>Du hast sie weitergeleitet</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>With an attachment</source>
        <translation>Mit Anhang</translation>
    </message>
    <message>
        <source>With any tag</source>
        <translation>Mit irgendeinem Schlagwort</translation>
    </message>
    <message>
        <source>Sent to one of your addresses</source>
        <translation>An eine deiner Adressen gesendet</translation>
    </message>
    <message>
        <source>Sent by you</source>
        <translation>Von dir gesendet</translation>
    </message>
    <message>
        <source>From somebody you have written to</source>
        <translation>Von jemandem, dem du geschrieben hast</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::OfflinePage</name>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Mail that is listed</source>
        <translation>Nachrichten, die in der Liste stehen</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>of the last month</source>
        <translation>des letzten Monats</translation>
    </message>
    <message>
        <source>of the last 3 months</source>
        <translation>der letzten 3 Monate</translation>
    </message>
    <message>
        <source>of the last year</source>
        <translation>des letzten Jahres</translation>
    </message>
    <message>
        <source>of the last 3 years</source>
        <translation>der letzten 3 Jahre</translation>
    </message>
    <message>
        <source>of the last 10 years</source>
        <translation>der letzten 10 Jahre</translation>
    </message>
    <message>
        <source>Messages that are downloaded ahead</source>
        <translation>Nachrichten, die vorab heruntergeladen werden</translation>
    </message>
    <message>
        <source>as for all accounts</source>
        <translation>wie bei allen Konten</translation>
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
        <source>of all time</source>
        <translation>aller Zeiten</translation>
    </message>
    <message>
        <source>Room for this account&apos;s messages</source>
        <translation>Platz für die Nachrichten dieses Kontos</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>&amp;List mail:</source>
        <translation>Nachrichten &amp;auflisten:</translation>
    </message>
    <message>
        <source>Older mail stays on the server and does not show here, but the newest messages of a folder always do. Searching does not find what is not listed.</source>
        <translation>Ältere Post bleibt auf dem Server und steht hier nicht, die neuesten Nachrichten eines Ordners aber immer. Die Suche findet nur, was in der Liste steht.</translation>
    </message>
    <message>
        <source>&amp;Download whole messages:</source>
        <translation>&amp;Ganze Nachrichten herunterladen:</translation>
    </message>
    <message>
        <source>What is downloaded can be read without the network. Folders ticked “Offline” are downloaded whole, whatever is chosen here.</source>
        <translation>Was heruntergeladen ist, lässt sich ohne Netz lesen. Ordner mit Häkchen bei „Offline“ werden ganz heruntergeladen, gleich was hier gewählt ist.</translation>
    </message>
    <message>
        <source>&amp;Room for messages:</source>
        <translation>&amp;Platz für Nachrichten:</translation>
    </message>
    <message>
        <source>Beyond that, the messages not read for longest are removed from this computer; they stay on the server.</source>
        <translation>Darüber hinaus werden die am längsten nicht gelesenen Nachrichten von diesem Computer entfernt; auf dem Server bleiben sie.</translation>
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
    <name>kw::OrganizingPage</name>
    <message>
        <source>Organising</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>organizing filing move junk folders</source>
        <translation>Ordnen Ablage verschieben Spam Ordner organisieren</translation>
    </message>
    <message>
        <source>Archiving and moving</source>
        <translation>Archivieren und Verschieben</translation>
    </message>
    <message>
        <source>After archiving, deleting or moving</source>
        <translation>Nach dem Archivieren, Löschen oder Verschieben</translation>
    </message>
    <message>
        <source>next previous message move on advance select</source>
        <translation>nächste vorige Nachricht weiter auswählen</translation>
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
        <source>Archive by year</source>
        <translation>Nach Jahren archivieren</translation>
    </message>
    <message>
        <source>Into folders like Archive/2026, by the date of each message.</source>
        <translation>In Ordner wie Archiv/2026, nach dem Datum jeder Nachricht.</translation>
    </message>
    <message>
        <source>folders yearly</source>
        <translation>Ordner jährlich Jahr</translation>
    </message>
    <message>
        <source>Deleting for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Ask before deleting for good</source>
        <translation>Vor dem endgültigen Löschen fragen</translation>
    </message>
    <message>
        <source>Where it cannot be undone, Kittiwake asks all the same.</source>
        <translation>Wo es sich nicht rückgängig machen lässt, fragt Kittiwake trotzdem.</translation>
    </message>
    <message>
        <source>confirm confirmation question expunge forever trash</source>
        <translation>bestätigen Bestätigung Frage Rückfrage löschen für immer Papierkorb</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>undo delete expunge grace seconds for good</source>
        <translation>rückgängig zurück löschen Frist Sekunden endgültig</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
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
    <name>kw::Outbox</name>
    <message>
        <source>The account that this message was to be sent from is no longer set up. Open the message and choose another sender.</source>
        <translation>Das Konto, von dem diese Nachricht gesendet werden sollte, ist nicht mehr eingerichtet. Öffne die Nachricht und wähle einen anderen Absender.</translation>
    </message>
    <message>
        <source>The account is paused. Go on with it to send this message.</source>
        <translation>Das Konto ruht. Lass es weiterlaufen, um diese Nachricht zu senden.</translation>
    </message>
    <message>
        <source>No server for sending is set for this account. Enter it in the account&apos;s settings.</source>
        <translation>Für dieses Konto ist kein Server zum Senden eingetragen. Trage ihn in den Einstellungen des Kontos ein.</translation>
    </message>
    <message>
        <source>There is no account to write from. Add one first.</source>
        <translation>Es gibt kein Konto, von dem du schreiben könntest. Füge zuerst eines hinzu.</translation>
    </message>
    <message>
        <source>This message is on its way already.</source>
        <translation>Diese Nachricht ist schon unterwegs.</translation>
    </message>
    <message>
        <source>This draft is no longer there.</source>
        <translation>Diesen Entwurf gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A message with this Message-ID was sent already. Give it another one, or none, to send it again.</source>
        <translation>Eine Nachricht mit dieser Message-ID wurde schon gesendet. Gib ihr eine andere oder keine, um sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>Kittiwake ended while this message was being handed over. It may have been sent, or not.</source>
        <translation>Kittiwake endete, während diese Nachricht übergeben wurde. Sie wurde vielleicht gesendet, vielleicht nicht.</translation>
    </message>
    <message>
        <source>Whom this message was for can no longer be read. Open it as a draft and send it anew.</source>
        <translation>Für wen diese Nachricht war, ist nicht mehr zu lesen. Öffne sie als Entwurf und sende sie neu.</translation>
    </message>
    <message>
        <source>The text of this message can no longer be read. Open it as a draft and send it anew.</source>
        <translation>Der Text dieser Nachricht ist nicht mehr zu lesen. Öffne sie als Entwurf und sende sie neu.</translation>
    </message>
    <message numerus="yes">
        <source>It was tried %n time(s), and the server still does not take it: %1</source>
        <translation>
            <numerusform>Es wurde %n-mal versucht, und der Server nimmt sie noch immer nicht: %1</numerusform>
            <numerusform>Es wurde %n-mal versucht, und der Server nimmt sie noch immer nicht: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This draft is encrypted and could not be opened. Open it where its key is.</source>
        <translation>Dieser Entwurf ist verschlüsselt und ließ sich nicht öffnen. Öffne ihn dort, wo sein Schlüssel ist.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Diese Nachricht ist nicht mehr da.</translation>
    </message>
    <message>
        <source>A receipt for this message was sent already.</source>
        <translation>Für diese Nachricht wurde schon eine Bestätigung gesendet.</translation>
    </message>
</context>
<context>
    <name>kw::OutboxDialog</name>
    <message>
        <source>&amp;Send Now</source>
        <translation>Jetzt &amp;senden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>It &amp;Was Sent</source>
        <translation>Sie &amp;wurde gesendet</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Messages that wait to be sent</source>
        <translation>Nachrichten, die darauf warten, gesendet zu werden</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Is being sent (%1 %)</source>
        <translation>Wird gesendet (%1 %)</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nichts wartet darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>&amp;Send Again</source>
        <translation>Noch einmal &amp;senden</translation>
    </message>
    <message>
        <source>All &amp;Right</source>
        <translation>In &amp;Ordnung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the message “%1”? It will not be sent, and it is kept nowhere else.</source>
        <translation>Die Nachricht „%1“ löschen? Sie wird nicht gesendet und ist sonst nirgends aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>kw::PagePainter</name>
    <message>
        <source>This file cannot be shown here. Open it with another program, or save it.</source>
        <translation>Diese Datei lässt sich hier nicht zeigen. Öffne sie mit einem anderen Programm, oder speichere sie.</translation>
    </message>
</context>
<context>
    <name>kw::PartFetching</name>
    <message>
        <source>Downloading the whole message…</source>
        <translation>Die ganze Nachricht wird heruntergeladen …</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
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
    <name>kw::PasswordRow</name>
    <message>
        <source>Show what is typed</source>
        <translation>Zeigen, was eingegeben wird</translation>
    </message>
</context>
<context>
    <name>kw::PersonCard</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>&amp;All Mail</source>
        <translation>&amp;Alle Nachrichten</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>All mail from and to this person</source>
        <translation>Alle Nachrichten von dieser und an diese Person</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Schaltflächen</translation>
    </message>
    <message>
        <source>Name and address</source>
        <translation>Name und Adresse</translation>
    </message>
    <message>
        <source>Attachments of this person, newest first</source>
        <translation>Anhänge von dieser Person, neueste zuerst</translation>
    </message>
    <message>
        <source>Looking through the mail…</source>
        <translation>Die Post wird durchgesehen …</translation>
    </message>
    <message>
        <source>Also as %1</source>
        <translation>Auch als %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>No mail from or to this person on this computer.</source>
        <translation>Auf diesem Computer ist keine Post von dieser oder an diese Person.</translation>
    </message>
    <message>
        <source>First contact: %1
Last contact: %2</source>
        <translation>Erster Kontakt: %1
Letzter Kontakt: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) from this person</source>
        <translation>
            <numerusform>%Ln Nachricht von dieser Person</numerusform>
            <numerusform>%Ln Nachrichten von dieser Person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) sent to this person</source>
        <translation>
            <numerusform>%Ln Nachricht an diese Person gesendet</numerusform>
            <numerusform>%Ln Nachrichten an diese Person gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps also, under the same name: %1</source>
        <translation>Vielleicht auch, unter demselben Namen: %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>file or subject · date</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kw::PersonFields</name>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
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
        <source>Sign in through the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Sign in another way</source>
        <translation>Anders anmelden</translation>
    </message>
    <message>
        <source>as others see it</source>
        <translation>wie andere ihn sehen</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>du@example.org</translation>
    </message>
    <message>
        <source>Your &amp;name:</source>
        <translation>Dein &amp;Name:</translation>
    </message>
    <message>
        <source>Mail &amp;address:</source>
        <translation>E-Mail-&amp;Adresse:</translation>
    </message>
    <message>
        <source>Sign in:</source>
        <translation>Anmeldung:</translation>
    </message>
    <message>
        <source>Sign In with %1</source>
        <translation>Mit %1 anmelden</translation>
    </message>
    <message>
        <source>Use a password</source>
        <translation>Ein Passwort verwenden</translation>
    </message>
    <message>
        <source>Use the browser</source>
        <translation>Den Browser verwenden</translation>
    </message>
</context>
<context>
    <name>kw::PersonTagsEdit</name>
    <message>
        <source>Tags of this person</source>
        <translation>Schlagwörter dieser Person</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Add a tag, such as family</source>
        <translation>Schlagwort hinzufügen, etwa Familie</translation>
    </message>
    <message>
        <source>Take off the tag %1</source>
        <translation>Schlagwort %1 entfernen</translation>
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
    <message>
        <source>The message could not be printed. Check the printer, then try again.</source>
        <translation>Die Nachricht konnte nicht gedruckt werden. Prüfe den Drucker, und versuche es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>kw::PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>security safety</source>
        <translation>Sicherheit Datenschutz</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>remote images content tracking pixels block javascript</source>
        <translation>Bilder aus dem Netz externe Inhalte Verfolgung Zählpixel Tracking blockieren JavaScript</translation>
    </message>
    <message>
        <source>links phishing warning url web address</source>
        <translation>Links Verweise Phishing Warnung URL Webadresse</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Keep what vanished</source>
        <translation>Verschwundenes aufheben</translation>
    </message>
    <message>
        <source>Messages that another program deletes can be restored for so long, if their text is on this computer.</source>
        <translation>So lange lassen sich Nachrichten wiederherstellen, die ein anderes Programm löscht, wenn ihr Text auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>deleted elsewhere restore recover recently vanished days</source>
        <translation>anderswo gelöscht wiederherstellen zurückholen kürzlich verschwunden Tage</translation>
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
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Says what went wrong, for reports: never a password and no mail. At most 3 MB in %1.</source>
        <translation>Sagt, was schiefging, für Berichte: nie ein Passwort und keine Post. Höchstens 3 MB in %1.</translation>
    </message>
    <message>
        <source>diagnosis debug report problems errors protocol</source>
        <translation>Diagnose Fehlersuche Bericht Probleme Fehler Protokoll Log</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>keyring passphrase secret encrypted file ask wallet safe</source>
        <translation>Schlüsselbund Passphrase Geheimnis verschlüsselt Datei fragen Brieftasche sicher Passwort</translation>
    </message>
    <message>
        <source>Pictures that lie on the web are loaded only where you allow it, tracking pictures and all other parts never, and scripts never run, so senders do not learn that you read their mail.</source>
        <translation>Bilder, die im Web liegen, werden nur geladen, wo du es erlaubst, Zählbilder und alles andere nie, und Skripte laufen nie. So erfahren Absender nicht, dass du ihre Post liest.</translation>
    </message>
    <message>
        <source>Where a link really goes is shown at the bottom of the window. Links open in your browser; one that is not what it seems, or comes from somebody new, only after a question.</source>
        <translation>Wohin ein Link wirklich führt, steht unten im Fenster. Links öffnen sich im Browser; einer, der nicht ist, was er scheint, oder von jemand Neuem kommt, erst nach einer Frage.</translation>
    </message>
    <message>
        <source>Always shown</source>
        <translation>Immer zeigen</translation>
    </message>
    <message>
        <source>remote images allowed senders domains trust</source>
        <translation>externe bilder erlaubte absender domains vertrauen</translation>
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
    <message>
        <source>The message cannot be read: %1.</source>
        <translation>Die Nachricht kann nicht gelesen werden: %1.</translation>
    </message>
</context>
<context>
    <name>kw::Providers</name>
    <message>
        <source>This provider wants an app password here, made on its web site, not the password you sign in with there.</source>
        <translation>Dieser Anbieter verlangt hier ein App-Passwort, das man auf seiner Website anlegt, nicht das Passwort, mit dem man sich dort anmeldet.</translation>
    </message>
    <message>
        <source>This provider signs people in through its web site only.</source>
        <translation>Dieser Anbieter lässt nur die Anmeldung über seine Website zu.</translation>
    </message>
    <message>
        <source>Access for mail programs must be switched on once in this provider&apos;s web settings.</source>
        <translation>Der Zugang für Mailprogramme muss bei diesem Anbieter einmal in den Web-Einstellungen eingeschaltet werden.</translation>
    </message>
    <message>
        <source>This provider wants the separate password for mail programs here, set on its web site, not the password you sign in with there.</source>
        <translation>Dieser Anbieter verlangt hier das eigene Passwort für Mailprogramme, das man auf seiner Website festlegt, nicht das Passwort, mit dem man sich dort anmeldet.</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only through its own program, Bridge. Install it, then type here what it shows: its servers are on this computer.</source>
        <translation>%1 lässt Mailprogramme nur über sein eigenes Programm Bridge hinein. Installiere es und gib dann hier ein, was es anzeigt: Seine Server sind auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1 lets no other mail programs in, so Kittiwake cannot be used with it.</source>
        <translation>%1 lässt keine anderen Mailprogramme hinein, deshalb geht es mit Kittiwake nicht.</translation>
    </message>
</context>
<context>
    <name>kw::Query</name>
    <message>
        <source>Who sent it: a name or an address, or “me”.</source>
        <translation>Wer sie gesendet hat: ein Name, eine Adresse oder „me“ (du selbst).</translation>
    </message>
    <message>
        <source>Whom it was sent to, copies included: a name or an address, or “me”.</source>
        <translation>An wen sie ging, auch als Kopie: ein Name, eine Adresse oder „me“ (du selbst).</translation>
    </message>
    <message>
        <source>Who got a copy.</source>
        <translation>Wer eine Kopie bekam.</translation>
    </message>
    <message>
        <source>Words of the subject.</source>
        <translation>Wörter im Betreff.</translation>
    </message>
    <message>
        <source>Words of the text.</source>
        <translation>Wörter im Text.</translation>
    </message>
    <message>
        <source>The name of an attachment.</source>
        <translation>Der Name eines Anhangs.</translation>
    </message>
    <message>
        <source>It has an attachment, a tag or a star.</source>
        <translation>Sie hat einen Anhang (attachment), ein Schlagwort (tag) oder einen Stern (star).</translation>
    </message>
    <message>
        <source>How it stands: unread, read, starred, answered, forwarded, draft, tagged, or from somebody you know.</source>
        <translation>Wie es um sie steht: unread (ungelesen), read (gelesen), starred (mit Stern), answered (beantwortet), forwarded (weitergeleitet), draft (Entwurf), tagged (mit Schlagwort) oder known (von jemandem, den du kennst).</translation>
    </message>
    <message>
        <source>The folder it is in: its name, its path, or inbox, sent, trash and so on.</source>
        <translation>Der Ordner, in dem sie liegt: sein Name, sein Pfad oder inbox, sent, trash und so weiter.</translation>
    </message>
    <message>
        <source>The account it belongs to.</source>
        <translation>Das Konto, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>A tag it carries.</source>
        <translation>Ein Schlagwort, das sie trägt.</translation>
    </message>
    <message>
        <source>The mailing list it came through.</source>
        <translation>Die Mailingliste, über die sie kam.</translation>
    </message>
    <message>
        <source>From this day, month or year on.</source>
        <translation>Ab diesem Tag, Monat oder Jahr.</translation>
    </message>
    <message>
        <source>Before this day, month or year.</source>
        <translation>Vor diesem Tag, Monat oder Jahr.</translation>
    </message>
    <message>
        <source>Within this day, month or year.</source>
        <translation>An diesem Tag, in diesem Monat oder Jahr.</translation>
    </message>
    <message>
        <source>At most so old: h for hours, d for days, w for weeks, m for months, y for years.</source>
        <translation>Höchstens so alt: h für Stunden, d für Tage, w für Wochen, m für Monate, y für Jahre.</translation>
    </message>
    <message>
        <source>Older than so many days, weeks, months or years.</source>
        <translation>Älter als so viele Tage, Wochen, Monate oder Jahre.</translation>
    </message>
    <message>
        <source>More octets than this: k, M and G may follow the number.</source>
        <translation>Mehr Byte als so viele: Nach der Zahl kann k, M oder G stehen.</translation>
    </message>
    <message>
        <source>Fewer octets than this: k, M and G may follow the number.</source>
        <translation>Weniger Byte als so viele: Nach der Zahl kann k, M oder G stehen.</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing.</source>
        <translation>Diese Klammer schließt nichts.</translation>
    </message>
    <message>
        <source>Something to look for has to stand before and after this.</source>
        <translation>Davor und danach muss etwas stehen, das gesucht wird.</translation>
    </message>
    <message>
        <source>Something has to follow that is not to be found.</source>
        <translation>Danach muss etwas stehen, das nicht gefunden werden soll.</translation>
    </message>
    <message>
        <source>Something has to follow “%1:” at once.</source>
        <translation>Direkt nach „%1:“ muss etwas stehen.</translation>
    </message>
    <message>
        <source>There are too many parentheses within one another; from here on they do not count.</source>
        <translation>Zu viele Klammern stehen ineinander; ab hier zählen sie nicht.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The second quotation mark is missing.</source>
        <translation>Das zweite Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>There is too much to look for at once; from here on it does not count.</source>
        <translation>Das ist zu viel auf einmal; ab hier zählt es nicht.</translation>
    </message>
    <message>
        <source>This is too long; what stands here does not count.</source>
        <translation>Das ist zu lang; was hier steht, zählt nicht.</translation>
    </message>
    <message>
        <source>Copies to you are found with “to:me”, which is what was looked for.</source>
        <translation>Kopien an dich findet „to:me“; danach wurde gesucht.</translation>
    </message>
    <message>
        <source>There are no letters or digits to look for after “%1:”.</source>
        <translation>Nach „%1:“ stehen keine Buchstaben oder Ziffern, die sich suchen lassen.</translation>
    </message>
    <message>
        <source>“%1:” can be followed by: %2.</source>
        <translation>Nach „%1:“ kann stehen: %2.</translation>
    </message>
    <message>
        <source>“%1” is no date. Write 2024-05-03, 2024-05, 2024, yesterday or last-week.</source>
        <translation>„%1“ ist kein Datum. Schreibe 2024-05-03, 2024-05, 2024, yesterday oder last-week.</translation>
    </message>
    <message>
        <source>“%1” is no age. Write a number and h, d, w, m or y: 3d is three days.</source>
        <translation>„%1“ ist kein Alter. Schreibe eine Zahl und h, d, w, m oder y: 3d sind drei Tage.</translation>
    </message>
    <message>
        <source>“%1” is no size. Write a number and k, M or G: 5M is five megabytes.</source>
        <translation>„%1“ ist keine Größe. Schreibe eine Zahl und k, M oder G: 5M sind fünf Megabyte.</translation>
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
    <message>
        <source>Filter this list by sender, recipients or subject</source>
        <translation>Diese Liste nach Absender, Empfängern oder Betreff filtern</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>To me</source>
        <translation>An mich</translation>
    </message>
    <message>
        <source>Show only messages with my address in To or Cc</source>
        <translation>Nur Nachrichten mit meiner Adresse in An oder Cc zeigen</translation>
    </message>
    <message>
        <source>People I know</source>
        <translation>Von Bekannten</translation>
    </message>
    <message>
        <source>Show only messages from people I have written to</source>
        <translation>Nur Nachrichten von Leuten zeigen, denen ich geschrieben habe</translation>
    </message>
    <message>
        <source>Keep filter</source>
        <translation>Filter behalten</translation>
    </message>
    <message>
        <source>Keep this filter when another list is shown</source>
        <translation>Diesen Filter behalten, wenn eine andere Liste gezeigt wird</translation>
    </message>
</context>
<context>
    <name>kw::QuotaMeter</name>
    <message>
        <source>Room on the server</source>
        <translation>Platz auf dem Server</translation>
    </message>
    <message>
        <source>%1: %2 used (%3 %). Clean up</source>
        <comment>account, used of limit, percent</comment>
        <translation>%1: %2 belegt (%3 %). Aufräumen</translation>
    </message>
    <message>
        <source>Click to clean up</source>
        <translation>Zum Aufräumen klicken</translation>
    </message>
</context>
<context>
    <name>kw::QuotaNews</name>
    <message>
        <source>Clean Up… (%1)</source>
        <translation>Aufräumen … (%1)</translation>
    </message>
    <message>
        <source>Clean Up…</source>
        <translation>Aufräumen …</translation>
    </message>
</context>
<context>
    <name>kw::QuotaWords</name>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>%1/%2 messages</source>
        <translation>%1/%2 Nachrichten</translation>
    </message>
    <message>
        <source>%1 of %2 messages</source>
        <translation>%1 von %2 Nachrichten</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <comment>used, limit, unit</comment>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>%1 is full: %2. It may not receive mail any more.</source>
        <translation>%1 ist voll: %2. Vielleicht kommt keine Post mehr an.</translation>
    </message>
    <message>
        <source>%1 is %2 % full: %3.</source>
        <translation>%1 ist zu %2 % voll: %3.</translation>
    </message>
    <message>
        <source>%1 used (%2 %)</source>
        <translation>%1 belegt (%2 %)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is counted, how full</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server does not tell how full it is.</source>
        <translation>Der Server sagt nicht, wie voll er ist.</translation>
    </message>
    <message>
        <source>as the server said: %1</source>
        <comment>a time</comment>
        <translation>laut Server: %1</translation>
    </message>
</context>
<context>
    <name>kw::ReaderPane</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
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
    <message>
        <source>Opening the message…</source>
        <translation>Nachricht wird geöffnet …</translation>
    </message>
    <message>
        <source>Downloading the message…</source>
        <translation>Nachricht wird heruntergeladen …</translation>
    </message>
    <message>
        <source>This message is not on this computer yet</source>
        <translation>Diese Nachricht ist noch nicht auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>kw::ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>reader message view</source>
        <translation>Lesebereich Nachricht Ansicht</translation>
    </message>
    <message>
        <source>While you read</source>
        <translation>Beim Lesen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>seen unread delay seconds</source>
        <translation>gesehen ungelesen Verzögerung Sekunden</translation>
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
        <source>Text of messages</source>
        <translation>Text der Nachrichten</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>The keys for larger and smaller change it until the next start only.</source>
        <translation>Die Tasten für größer und kleiner ändern sie nur bis zum nächsten Start.</translation>
    </message>
    <message>
        <source>zoom font letters bigger larger smaller</source>
        <translation>Zoom Schrift Buchstaben größer kleiner Textgröße</translation>
    </message>
    <message>
        <source>usual (100 %)</source>
        <translation>üblich (100 %)</translation>
    </message>
    <message>
        <source>Plain text instead of formatted mail</source>
        <translation>Reiner Text statt formatierter Post</translation>
    </message>
    <message>
        <source>The menu of a message shows it formatted all the same.</source>
        <translation>Das Menü einer Nachricht zeigt sie trotzdem formatiert.</translation>
    </message>
    <message>
        <source>html format formatting</source>
        <translation>HTML Format Formatierung</translation>
    </message>
    <message>
        <source>Plain text in fixed-width letters</source>
        <translation>Reinen Text in fester Zeichenbreite</translation>
    </message>
    <message>
        <source>monospace font typewriter code</source>
        <translation>Festbreite Monospace Schrift Schreibmaschine Code</translation>
    </message>
</context>
<context>
    <name>kw::ReceiptNotice</name>
    <message>
        <source>The message came from another address; the receipt would go to %1.</source>
        <translation>Die Nachricht kam von einer anderen Adresse; die Bestätigung ginge an %1.</translation>
    </message>
    <message>
        <source>Which address the message came from is not known.</source>
        <translation>Von welcher Adresse die Nachricht kam, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses would be told.</source>
        <translation>
            <numerusform>%Ln Adresse würde es erfahren.</numerusform>
            <numerusform>%Ln Adressen würden es erfahren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The message is not addressed to you.</source>
        <translation>Die Nachricht ist nicht an dich gerichtet.</translation>
    </message>
    <message>
        <source>It would tell that you could open the message.</source>
        <translation>Sie verriete, dass du die Nachricht öffnen konntest.</translation>
    </message>
    <message>
        <source>%1 asks to be told that you have read this.</source>
        <translation>%1 möchte erfahren, dass du das gelesen hast.</translation>
    </message>
    <message>
        <source>Send Receipt</source>
        <translation>Bestätigung senden</translation>
    </message>
    <message>
        <source>Do Not</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>kw::RecipientChip</name>
    <message>
        <source>“%1” is no complete mail address. Press F2 to correct it.</source>
        <translation>„%1“ ist keine vollständige Mailadresse. Mit F2 kannst du sie berichtigen.</translation>
    </message>
</context>
<context>
    <name>kw::RecipientCompletion</name>
    <message>
        <source>Suggested recipients</source>
        <translation>Vorgeschlagene Empfänger</translation>
    </message>
</context>
<context>
    <name>kw::RecipientRow</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>kw::Reminders</name>
    <message>
        <source>The text says “%1”, but nothing is attached.</source>
        <translation>Der Text sagt „%1“, aber nichts ist angehängt.</translation>
    </message>
    <message>
        <source>The message has no subject.</source>
        <translation>Die Nachricht hat keinen Betreff.</translation>
    </message>
    <message>
        <source>Say whom the message is for.</source>
        <translation>Sag, für wen die Nachricht ist.</translation>
    </message>
    <message numerus="yes">
        <source>It goes to %Ln people, who all see each other&apos;s addresses unless they are in Bcc.</source>
        <translation>
            <numerusform>Sie geht an %Ln Person.</numerusform>
            <numerusform>Sie geht an %Ln Leute, die alle die Adressen der anderen sehen, wenn sie nicht unter Bcc stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes to everybody on the mailing list %1.</source>
        <translation>Sie geht an alle auf der Mailingliste %1.</translation>
    </message>
    <message>
        <source>The original was sent to %1; you are answering from another address.</source>
        <translation>Das Original ging an %1; du antwortest von einer anderen Adresse.</translation>
    </message>
    <message>
        <source>“%1” is not an address that mail can be sent to. Correct it or take it out.</source>
        <translation>„%1“ ist keine Adresse, an die man Mail senden kann. Berichtige sie oder nimm sie heraus.</translation>
    </message>
    <message>
        <source>With %1 the message is larger than the server takes.</source>
        <translation>Mit %1 ist die Nachricht größer, als der Server sie nimmt.</translation>
    </message>
</context>
<context>
    <name>kw::ReportDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>This is all that is copied. Addresses, names, servers of your own, folders, subjects and passwords have been left out.</source>
        <translation>Das ist alles, was kopiert wird. Adressen, Namen, eigene Server, Ordner, Betreffe und Passwörter sind weggelassen.</translation>
    </message>
    <message>
        <source>Report, as it is copied</source>
        <translation>Bericht, wie er kopiert wird</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
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
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>kw::RevisionsDialog</name>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>Earlier Versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>When it was saved</source>
        <translation>Wann sie gespeichert wurde</translation>
    </message>
    <message>
        <source>What it was then</source>
        <translation>Wie sie da war</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Nothing was saved yet.</source>
        <translation>Noch wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Betreff: %1</translation>
    </message>
</context>
<context>
    <name>kw::RolesForm</name>
    <message>
        <source>Special folders</source>
        <translation>Besondere Ordner</translation>
    </message>
    <message>
        <source>Folder for: %1</source>
        <translation>Ordner für: %1</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Keiner gefunden</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <comment>folder</comment>
        <translation>%1 (gefunden)</translation>
    </message>
    <message>
        <source>your choice; it is not there</source>
        <translation>deine Wahl; es gibt ihn nicht</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>deine Wahl</translation>
    </message>
    <message>
        <source>made when needed</source>
        <translation>wird bei Bedarf angelegt</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>vom Server</translation>
    </message>
    <message>
        <source>from its name</source>
        <translation>nach seinem Namen</translation>
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
    <name>kw::SavedSearchLines</name>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Wähle einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>This is too long to be kept.</source>
        <translation>Das ist zu lang, um es aufzuheben.</translation>
    </message>
    <message>
        <source>This looks for nothing.</source>
        <translation>Damit wird nichts gesucht.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Edit Search…</source>
        <translation>Suche bearbeiten …</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete Search…</source>
        <translation>Suche löschen …</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln saved searches. Delete one first.</source>
        <translation>
            <numerusform>Es gibt %Ln gespeicherte Suche. Lösche sie zuerst.</numerusform>
            <numerusform>Es gibt %Ln gespeicherte Suchen. Lösche zuerst eine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save This Search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Name of the search:</source>
        <translation>Name der Suche:</translation>
    </message>
    <message>
        <source>Rename Search</source>
        <translation>Suche umbenennen</translation>
    </message>
    <message>
        <source>New name of “%1”:</source>
        <translation>Neuer Name von „%1“:</translation>
    </message>
    <message>
        <source>Edit Search</source>
        <translation>Suche bearbeiten</translation>
    </message>
    <message>
        <source>What “%1” looks for:</source>
        <translation>Was „%1“ sucht:</translation>
    </message>
    <message>
        <source>Delete Search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>Delete the search “%1”?</source>
        <translation>Die Suche „%1“ löschen?</translation>
    </message>
    <message>
        <source>No message is touched by this.</source>
        <translation>Die Nachrichten bleiben unberührt.</translation>
    </message>
</context>
<context>
    <name>kw::SealChoice</name>
    <message>
        <source>Signing and encrypting</source>
        <translation>Signieren und Verschlüsseln</translation>
    </message>
    <message>
        <source>It will be signed and encrypted.</source>
        <translation>Sie wird signiert und verschlüsselt.</translation>
    </message>
    <message>
        <source>It will be signed.</source>
        <translation>Sie wird signiert.</translation>
    </message>
    <message>
        <source>It will be encrypted.</source>
        <translation>Sie wird verschlüsselt.</translation>
    </message>
    <message>
        <source>Looking for the keys…</source>
        <translation>Sucht die Schlüssel …</translation>
    </message>
</context>
<context>
    <name>kw::SealWords</name>
    <message>
        <source>Encrypted with %1, and opened with your key.</source>
        <translation>Mit %1 verschlüsselt und mit deinem Schlüssel geöffnet.</translation>
    </message>
    <message>
        <source>Encrypted with %1 for a key that is not on this computer. Import your secret key, or ask the sender to encrypt for the one you have.</source>
        <translation>Mit %1 für einen Schlüssel verschlüsselt, der nicht auf diesem Rechner ist. Importiere deinen geheimen Schlüssel, oder bitte den Absender, für den zu verschlüsseln, den du hast.</translation>
    </message>
    <message>
        <source>Encrypted with %1. It can be read once you give the passphrase of your key.</source>
        <translation>Mit %1 verschlüsselt. Sie lässt sich lesen, sobald du das Passwort deines Schlüssels angibst.</translation>
    </message>
    <message>
        <source>Sealed with OpenPGP. Install GnuPG (gnupg) to read and check it.</source>
        <translation>Mit OpenPGP gesichert. Installiere GnuPG (gnupg), um sie zu lesen und zu prüfen.</translation>
    </message>
    <message>
        <source>Sealed with S/MIME. Install GnuPG for S/MIME (gpgsm) to read and check it.</source>
        <translation>Mit S/MIME gesichert. Installiere GnuPG für S/MIME (gpgsm), um sie zu lesen und zu prüfen.</translation>
    </message>
    <message>
        <source>Encrypted with %1 in an old way that does not show whether somebody changed it. It is not opened; ask the sender to use a newer program.</source>
        <translation>Mit %1 auf eine alte Art verschlüsselt, die nicht zeigt, ob jemand etwas verändert hat. Sie wird nicht geöffnet; bitte den Absender, ein neueres Programm zu benutzen.</translation>
    </message>
    <message>
        <source>Sealed with %1, but it could not be opened: %2. Ask the sender to send it again.</source>
        <translation>Mit %1 gesichert, ließ sich aber nicht öffnen: %2. Bitte den Absender, sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>Signed by %1 on %2; nothing was changed since.</source>
        <translation>Unterschrieben von %1 am %2; seitdem wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Signed by %1; nothing was changed since.</source>
        <translation>Unterschrieben von %1; seitdem wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The signature is wrong: the message was changed after it was signed.</source>
        <translation>Die Unterschrift ist falsch: Die Nachricht wurde danach verändert.</translation>
    </message>
    <message>
        <source>The signature of %1 is wrong: the message was changed after it was signed.</source>
        <translation>Die Unterschrift von %1 ist falsch: Die Nachricht wurde danach verändert.</translation>
    </message>
    <message>
        <source>Signed with the key %1, which is not on this computer, so the signature cannot be checked.</source>
        <translation>Mit dem Schlüssel %1 unterschrieben, der nicht auf diesem Rechner ist; die Unterschrift lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>Signed with a certificate that is not at hand, so the signature cannot be checked.</source>
        <translation>Mit einem Zertifikat unterschrieben, das nicht vorliegt; die Unterschrift lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>Signed by %1; the signature was valid until %2.</source>
        <translation>Unterschrieben von %1; die Unterschrift galt bis %2.</translation>
    </message>
    <message>
        <source>Signed by %1; nothing was changed since, but the key has expired.</source>
        <translation>Unterschrieben von %1; seitdem wurde nichts verändert, aber der Schlüssel ist abgelaufen.</translation>
    </message>
    <message>
        <source>Signed with a key of %1 that its owner has withdrawn. Somebody else may have it.</source>
        <translation>Mit einem Schlüssel von %1 unterschrieben, der zurückgezogen wurde. Jemand anderes könnte ihn haben.</translation>
    </message>
    <message>
        <source>Signed, but the signature cannot be checked.</source>
        <translation>Unterschrieben, aber die Unterschrift lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>Signed by %1, but the signature cannot be checked.</source>
        <translation>Unterschrieben von %1, aber die Unterschrift lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>You trust that the key %1 belongs to this person.</source>
        <translation>Du vertraust darauf, dass der Schlüssel %1 dieser Person gehört.</translation>
    </message>
    <message>
        <source>%1 vouches that the certificate belongs to this person.</source>
        <translation>%1 bürgt dafür, dass das Zertifikat dieser Person gehört.</translation>
    </message>
    <message>
        <source>That the key %1 belongs to this person is likely, but not certain.</source>
        <translation>Dass der Schlüssel %1 dieser Person gehört, ist wahrscheinlich, aber nicht sicher.</translation>
    </message>
    <message>
        <source>You have said that the key %1 is not to be trusted.</source>
        <translation>Du hast angegeben, dass dem Schlüssel %1 nicht zu trauen ist.</translation>
    </message>
    <message>
        <source>Nobody you trust has confirmed that the key %1 belongs to this person. Anybody can make a key with this name.</source>
        <translation>Niemand, dem du vertraust, hat bestätigt, dass der Schlüssel %1 dieser Person gehört. Jeder kann einen Schlüssel mit diesem Namen anlegen.</translation>
    </message>
    <message>
        <source>The certificate was issued by %1, whom this computer does not trust.</source>
        <translation>Das Zertifikat hat %1 ausgestellt; dieser Stelle vertraut dieser Rechner nicht.</translation>
    </message>
    <message>
        <source>The message says it is from %1, which is not the signer&apos;s address.</source>
        <translation>Die Nachricht gibt an, von %1 zu sein; das ist nicht die Adresse, die unterschrieben hat.</translation>
    </message>
    <message>
        <source>It is not signed: who wrote it is not proved.</source>
        <translation>Sie ist nicht unterschrieben: Wer sie geschrieben hat, ist nicht belegt.</translation>
    </message>
    <message>
        <source>This concerns a part of the message only; what stands before or after it may be from somebody else.</source>
        <translation>Das betrifft nur einen Teil der Nachricht; was davor oder danach steht, kann von jemand anderem sein.</translation>
    </message>
    <message>
        <source>Signed with OpenPGP. Install GnuPG (gnupg) to check who signed it.</source>
        <translation>Mit OpenPGP unterschrieben. Installiere GnuPG (gnupg), um zu prüfen, von wem.</translation>
    </message>
    <message>
        <source>Signed with S/MIME. Install GnuPG for S/MIME (gpgsm) to check who signed it.</source>
        <translation>Mit S/MIME unterschrieben. Installiere GnuPG für S/MIME (gpgsm), um zu prüfen, von wem.</translation>
    </message>
</context>
<context>
    <name>kw::Sealing</name>
    <message>
        <source>Mail cannot be signed or encrypted: the program GnuPG is not installed.</source>
        <translation>Mail kann nicht signiert oder verschlüsselt werden: Das Programm GnuPG ist nicht installiert.</translation>
    </message>
    <message>
        <source>Mail cannot be signed or encrypted with S/MIME: the program gpgsm is not installed.</source>
        <translation>Mail kann nicht mit S/MIME signiert oder verschlüsselt werden: Das Programm gpgsm ist nicht installiert.</translation>
    </message>
    <message>
        <source>The key stayed locked: its passphrase was not given.</source>
        <translation>Der Schlüssel blieb verschlossen: Seine Passphrase wurde nicht eingegeben.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The key stayed locked: the passphrase was wrong.</source>
        <translation>Der Schlüssel blieb verschlossen: Die Passphrase war falsch.</translation>
    </message>
    <message>
        <source>The secret part of the key is not on this computer.</source>
        <translation>Der geheime Teil des Schlüssels ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The key has expired.</source>
        <translation>Der Schlüssel ist abgelaufen.</translation>
    </message>
    <message>
        <source>GnuPG does not trust one of the keys. Confirm whose it is first.</source>
        <translation>GnuPG vertraut einem der Schlüssel nicht. Bestätige zuerst, wem er gehört.</translation>
    </message>
    <message>
        <source>GnuPG did not sign or encrypt the message: %1.</source>
        <extracomment>%1: what GnuPG says</extracomment>
        <translation>GnuPG hat die Nachricht nicht signiert oder verschlüsselt: %1.</translation>
    </message>
    <message>
        <source>A message that is sent on as it came cannot be signed or encrypted. Forward it as an attachment instead.</source>
        <translation>Eine Nachricht, die weitergegeben wird, wie sie kam, kann nicht signiert oder verschlüsselt werden. Leite sie stattdessen als Anhang weiter.</translation>
    </message>
    <message>
        <source>A message encrypted with S/MIME names everybody who can read it, so it cannot have Bcc recipients. Write to them separately.</source>
        <translation>Eine mit S/MIME verschlüsselte Nachricht nennt alle, die sie lesen können; sie kann daher keine Bcc-Empfänger haben. Schreib ihnen getrennt.</translation>
    </message>
    <message>
        <source>This message cannot be signed: parts of it could be changed on their way. Send it unsigned.</source>
        <translation>Diese Nachricht kann nicht signiert werden: Teile von ihr könnten unterwegs verändert werden. Sende sie unsigniert.</translation>
    </message>
    <message>
        <source>You have no key of your own for %1 to sign with.</source>
        <translation>Du hast keinen eigenen Schlüssel für %1, mit dem du signieren könntest.</translation>
    </message>
    <message>
        <source>You have no certificate of your own for %1 to sign with.</source>
        <translation>Du hast kein eigenes Zertifikat für %1, mit dem du signieren könntest.</translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation>Für %1 gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>There is no certificate for %1.</source>
        <translation>Für %1 gibt es kein Zertifikat.</translation>
    </message>
    <message>
        <source>The key for %1 has expired.</source>
        <translation>Der Schlüssel für %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>The key for %1 expired on %2.</source>
        <translation>Der Schlüssel für %1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>Nobody you trust has confirmed that the key for %1 is theirs.</source>
        <translation>Niemand, dem du vertraust, hat bestätigt, dass der Schlüssel für %1 wirklich dieser Person gehört.</translation>
    </message>
    <message>
        <source>You have marked the key for %1 as never to trust.</source>
        <translation>Du hast festgelegt, dass dem Schlüssel für %1 nie vertraut wird.</translation>
    </message>
    <message>
        <source>The key for %1 was revoked.</source>
        <translation>Der Schlüssel für %1 wurde widerrufen.</translation>
    </message>
    <message>
        <source>The key for %1 cannot sign.</source>
        <translation>Der Schlüssel für %1 kann nicht signieren.</translation>
    </message>
    <message>
        <source>The key for %1 cannot encrypt.</source>
        <translation>Der Schlüssel für %1 kann nicht verschlüsseln.</translation>
    </message>
</context>
<context>
    <name>kw::SearchCompletion</name>
    <message>
        <source>Suggestions for the search</source>
        <translation>Vorschläge für die Suche</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a suggestion, what it does</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>kw::SearchEdit</name>
    <message>
        <source>Search all mail</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Words, or operators like from: and has:attachment</source>
        <translation>Wörter oder Operatoren wie from: und has:attachment</translation>
    </message>
    <message>
        <source>Search all mail…</source>
        <translation>Alle Nachrichten durchsuchen …</translation>
    </message>
</context>
<context>
    <name>kw::SearchHead</name>
    <message>
        <source>About this search</source>
        <translation>Über diese Suche</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>This folder</source>
        <translation>Dieser Ordner</translation>
    </message>
    <message>
        <source>This account</source>
        <translation>Dieses Konto</translation>
    </message>
    <message>
        <source>Search all folders of all accounts</source>
        <translation>Alle Ordner aller Konten durchsuchen</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Diese Suche speichern …</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Keep this search as a line among the folders</source>
        <translation>Diese Suche als Zeile bei den Ordnern behalten</translation>
    </message>
    <message>
        <source>Search them on the server</source>
        <translation>Auf dem Server durchsuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop asking the servers</source>
        <translation>Die Server nicht weiter fragen</translation>
    </message>
    <message>
        <source>Folders that have answered</source>
        <translation>Ordner, die geantwortet haben</translation>
    </message>
    <message>
        <source>Search only in %1</source>
        <translation>Nur in %1 suchen</translation>
    </message>
</context>
<context>
    <name>kw::SearchOffers</name>
    <message>
        <source>Mail from this address</source>
        <translation>Post von dieser Adresse</translation>
    </message>
    <message>
        <source>Mail from %1</source>
        <comment>an address</comment>
        <translation>Post von %1</translation>
    </message>
    <message>
        <source>Any of your own addresses</source>
        <translation>Jede deiner eigenen Adressen</translation>
    </message>
    <message>
        <source>Every inbox</source>
        <translation>Jeder Posteingang</translation>
    </message>
    <message>
        <source>Sent mail</source>
        <translation>Gesendete Post</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Archived mail</source>
        <translation>Archivierte Post</translation>
    </message>
    <message>
        <source>Deleted mail</source>
        <translation>Gelöschte Post</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Forget these searches</source>
        <translation>Diese Suchen vergessen</translation>
    </message>
</context>
<context>
    <name>kw::SearchPage</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>find query index full text</source>
        <translation>finden suchen suche anfrage index volltext</translation>
    </message>
    <message>
        <source>What is searched</source>
        <translation>Was durchsucht wird</translation>
    </message>
    <message>
        <source>Messages whose text is not here</source>
        <translation>Nachrichten, deren Text nicht hier ist</translation>
    </message>
    <message>
        <source>Of mail that was never opened only the header is on this computer. Its server can search the rest.</source>
        <translation>Von nie geöffneter Post ist nur der Kopf auf diesem Computer. Den Rest kann ihr Server durchsuchen.</translation>
    </message>
    <message>
        <source>server ask remote online coverage</source>
        <translation>server fragen entfernt online abdeckung</translation>
    </message>
    <message>
        <source>search on the server when I ask for it</source>
        <translation>auf dem Server suchen, wenn ich es verlange</translation>
    </message>
    <message>
        <source>always search on the server too</source>
        <translation>immer auch auf dem Server suchen</translation>
    </message>
    <message>
        <source>Also in quoted text</source>
        <translation>Auch in zitiertem Text</translation>
    </message>
    <message>
        <source>What an answer repeats of the messages before it.</source>
        <translation>Was eine Antwort von den Nachrichten davor wiederholt.</translation>
    </message>
    <message>
        <source>quotes replies answers</source>
        <translation>zitat zitate zitiert antworten</translation>
    </message>
    <message>
        <source>The index</source>
        <translation>Der Index</translation>
    </message>
    <message>
        <source>rebuild size damaged space</source>
        <translation>neu aufbauen größe beschädigt kaputt platz</translation>
    </message>
</context>
<context>
    <name>kw::SearchReach</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>The index is being made: %1 of %2 messages so far.</source>
        <translation>Der Index wird angelegt: bisher %1 von %2 Nachrichten.</translation>
    </message>
    <message>
        <source>There is no index yet, so words cannot be found.</source>
        <translation>Es gibt noch keinen Index, also lassen sich keine Wörter finden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) are not indexed yet.</source>
        <translation>
            <numerusform>%Ln Nachricht ist noch nicht im Index.</numerusform>
            <numerusform>%Ln Nachrichten sind noch nicht im Index.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more folder(s) could not be searched.</source>
        <translation>
            <numerusform>%Ln weiterer Ordner ließ sich nicht durchsuchen.</numerusform>
            <numerusform>%Ln weitere Ordner ließen sich nicht durchsuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be searched: %2</source>
        <comment>a folder, a sentence</comment>
        <translation>„%1“ ließ sich nicht durchsuchen: %2</translation>
    </message>
    <message>
        <source>Asking the servers: %1 of %2 folders have answered.</source>
        <translation>Die Server werden gefragt: %1 von %2 Ordnern haben geantwortet.</translation>
    </message>
    <message>
        <source>Of %1 in %2 only the header is here.</source>
        <comment>so many messages in so many folders</comment>
        <translation>Von %1 in %2 ist nur der Kopf hier.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner</numerusform>
            <numerusform>%Ln Ordnern</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was searched.</source>
        <translation>Alles wurde durchsucht.</translation>
    </message>
    <message>
        <source>Everything was searched, also on the servers.</source>
        <translation>Alles wurde durchsucht, auch auf den Servern.</translation>
    </message>
</context>
<context>
    <name>kw::Searching</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
</context>
<context>
    <name>kw::SecretPrompt</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
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
        <source>Unlock Passwords</source>
        <translation>Passwörter entsperren</translation>
    </message>
    <message>
        <source>Your passwords are in an encrypted file. Enter its passphrase to receive and send mail; what is already here can be read without it.</source>
        <translation>Deine Passwörter liegen in einer verschlüsselten Datei. Gib ihre Passphrase ein, um Post zu empfangen und zu senden; was schon hier ist, lässt sich ohne sie lesen.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Passphrase:</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>Enter the password of %1 on %2. It is kept until Kittiwake ends.</source>
        <translation>Gib das Passwort von %1 auf %2 ein. Es wird bis zum Ende von Kittiwake behalten.</translation>
    </message>
    <message>
        <source>Enter the password of %1 on %2.</source>
        <translation>Gib das Passwort von %1 auf %2 ein.</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kw::Secrets</name>
    <message>
        <source>Your passwords are locked. Enter the passphrase to go on; mail that is here can be read.</source>
        <translation>Deine Passwörter sind gesperrt. Gib die Passphrase ein, damit es weitergeht; Post, die hier ist, lässt sich lesen.</translation>
    </message>
    <message>
        <source>Enter a passphrase. Without one the file would protect nothing.</source>
        <translation>Gib eine Passphrase ein. Ohne sie würde die Datei nichts schützen.</translation>
    </message>
    <message>
        <source>No password is kept for this account. Enter it once.</source>
        <translation>Für dieses Konto ist kein Passwort aufgehoben. Gib es einmal ein.</translation>
    </message>
    <message>
        <source>There is not enough free memory to work with the passphrase (256 MB). Close other programs and try again.</source>
        <translation>Für die Passphrase ist nicht genug Arbeitsspeicher frei (256 MB). Schließe andere Programme und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Free some space, or allow writing there.</source>
        <translation>%1 lässt sich nicht schreiben (%2). Schaffe Platz oder erlaube dort das Schreiben.</translation>
    </message>
    <message>
        <source>The file with your passwords, %1, is damaged and cannot be read. Put back a copy of it, or choose anew where passwords are kept and enter them once more. Your mail is not affected.</source>
        <translation>Die Datei mit deinen Passwörtern, %1, ist beschädigt und nicht lesbar. Leg eine Kopie davon zurück, oder wähle neu, wo Passwörter aufgehoben werden, und gib sie noch einmal ein. Deine Post ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The file with your passwords, %1, cannot be opened (%2).</source>
        <translation>Die Datei mit deinen Passwörtern, %1, lässt sich nicht öffnen (%2).</translation>
    </message>
    <message>
        <source>The file with your passwords, %1, was written by a newer Kittiwake. Use that one.</source>
        <translation>Die Datei mit deinen Passwörtern, %1, stammt von einem neueren Kittiwake. Verwende dieses.</translation>
    </message>
    <message>
        <source>This is not the passphrase of your saved passwords. Try again.</source>
        <translation>Das ist nicht die Passphrase deiner gespeicherten Passwörter. Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The password is asked for at each start. Enter it to go on.</source>
        <translation>Das Passwort wird bei jedem Start abgefragt. Gib es ein, damit es weitergeht.</translation>
    </message>
    <message>
        <source>The choice could not be saved in %1. Free some space, or allow writing there.</source>
        <translation>Die Wahl ließ sich nicht in %1 speichern. Schaffe Platz oder erlaube dort das Schreiben.</translation>
    </message>
</context>
<context>
    <name>kw::SecretsHint</name>
    <message>
        <source>Your passwords are locked. Mail that is here can be read; unlock them to receive and send.</source>
        <translation>Deine Passwörter sind gesperrt. Post, die hier ist, lässt sich lesen; entsperre sie, um zu empfangen und zu senden.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep passwords in. Until you choose another place, Kittiwake forgets them when it ends.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund für Passwörter. Bis du einen anderen Ort wählst, vergisst Kittiwake sie, sobald es endet.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>The file with your passwords is damaged. Put back a copy of it, or choose anew where they are kept and enter them once more.</source>
        <translation>Die Datei mit deinen Passwörtern ist beschädigt. Leg eine Kopie davon zurück, oder wähle neu, wo sie aufgehoben werden, und gib sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Try Again…</source>
        <translation>Noch einmal versuchen …</translation>
    </message>
</context>
<context>
    <name>kw::SecretsPage</name>
    <message>
        <source>In the &amp;keyring of the desktop</source>
        <translation>Im &amp;Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>In an &amp;encrypted file with a passphrase</source>
        <translation>In einer &amp;verschlüsselten Datei mit Passphrase</translation>
    </message>
    <message>
        <source>&amp;Nowhere: ask for them at each start</source>
        <translation>Ni&amp;rgends: bei jedem Start danach fragen</translation>
    </message>
    <message>
        <source>Passphrase &amp;now:</source>
        <translation>&amp;Jetzige Passphrase:</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>Keep passwords in the keyring</source>
        <translation>Passwörter im Schlüsselbund aufheben</translation>
    </message>
    <message>
        <source>Keep passwords in an encrypted file</source>
        <translation>Passwörter in einer verschlüsselten Datei aufheben</translation>
    </message>
    <message>
        <source>Ask for passwords at each start</source>
        <translation>Bei jedem Start nach Passwörtern fragen</translation>
    </message>
    <message>
        <source>Keep them there</source>
        <translation>Dort aufheben</translation>
    </message>
    <message>
        <source>Where shall Kittiwake keep the passwords of your accounts?</source>
        <translation>Wo soll Kittiwake die Passwörter deiner Konten aufheben?</translation>
    </message>
    <message>
        <source>You type the passphrase once at each start. Without it nobody can read the file, and nobody can restore it: not even you.</source>
        <translation>Die Passphrase gibst du bei jedem Start einmal ein. Ohne sie kann niemand die Datei lesen und niemand sie wiederherstellen: auch du nicht.</translation>
    </message>
    <message>
        <source>Nothing is kept on this computer. You type each account&apos;s password once at each start.</source>
        <translation>Auf diesem Computer wird nichts aufgehoben. Du gibst das Passwort jedes Kontos bei jedem Start einmal ein.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Jetzige Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Neue Passphrase noch einmal</translation>
    </message>
    <message>
        <source>New &amp;passphrase:</source>
        <translation>&amp;Neue Passphrase:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>No&amp;ch einmal:</translation>
    </message>
    <message>
        <source>There is none on this computer. Install gnome-keyring or KWallet to have one.</source>
        <translation>Auf diesem Computer gibt es keinen. Installiere gnome-keyring oder KWallet, um einen zu haben.</translation>
    </message>
    <message>
        <source>It is unlocked when you sign in to the desktop.</source>
        <translation>Er wird entsperrt, wenn du dich am Desktop anmeldest.</translation>
    </message>
    <message>
        <source>&amp;Change Passphrase</source>
        <translation>Passphrase än&amp;dern</translation>
    </message>
    <message>
        <source>&amp;Keep Them There</source>
        <translation>Dort auf&amp;heben</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen.</numerusform>
            <numerusform>Mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden stimmen noch nicht überein.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
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
    <message numerus="yes">
        <source>%Ln conversation(s) selected</source>
        <translation>
            <numerusform>%Ln Unterhaltung ausgewählt</numerusform>
            <numerusform>%Ln Unterhaltungen ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::SendLater</name>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>Send Later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>&amp;Send the message at:</source>
        <translation>&amp;Nachricht senden um:</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Send &amp;Later</source>
        <translation>&amp;Später senden</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>In one hour, when that is</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Choose a Time…</source>
        <translation>&amp;Zeit wählen …</translation>
    </message>
    <message>
        <source>In One &amp;Hour</source>
        <translation>In einer &amp;Stunde</translation>
    </message>
    <message>
        <source>&amp;Tonight</source>
        <translation>Heute &amp;Abend</translation>
    </message>
    <message>
        <source>This &amp;Morning</source>
        <translation>Heute &amp;Morgen</translation>
    </message>
    <message>
        <source>Tomorrow M&amp;orning</source>
        <translation>Morgen &amp;früh</translation>
    </message>
    <message>
        <source>Monday Mo&amp;rning</source>
        <translation>Am M&amp;ontagmorgen</translation>
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
    <message>
        <source>none: this account only receives</source>
        <translation>keiner: dieses Konto empfängt nur</translation>
    </message>
</context>
<context>
    <name>kw::SettingRow</name>
    <message>
        <source>%1:</source>
        <comment>a setting&apos;s name</comment>
        <translation>%1:</translation>
    </message>
</context>
<context>
    <name>kw::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Show All Settings</source>
        <translation>Alle Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>address server password identity mailbox login sign in colour order</source>
        <translation>Adresse Server Passwort Identität Postfach Anmeldung Farbe Reihenfolge</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>labels keywords colours colors</source>
        <translation>Etiketten Stichwörter Schlagwörter Farben Tags</translation>
    </message>
    <message>
        <source>No setting is found by “%1”.</source>
        <translation>Zu „%1“ gibt es keine Einstellung.</translation>
    </message>
</context>
<context>
    <name>kw::SettingsPage</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>kw::SettingsTransfer</name>
    <message>
        <source>Settings of Kittiwake (*.%1)</source>
        <translation>Einstellungen von Kittiwake (*.%1)</translation>
    </message>
    <message>
        <source>Export Settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>The settings are in %1.</source>
        <translation>Die Einstellungen sind in %1.</translation>
    </message>
    <message>
        <source>No password is in this file, and no command that gives one.</source>
        <translation>In dieser Datei steht kein Passwort und kein Befehl, der eines liefert.</translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>The settings could not be written to %1 (%2). Choose another place.</source>
        <translation>Die Einstellungen ließen sich nicht nach %1 schreiben (%2). Wähle einen anderen Ort.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) taken over.</source>
        <translation>
            <numerusform>%Ln Konto übernommen.</numerusform>
            <numerusform>%Ln Konten übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Passwords are in no file: each new account asks for its own once.</source>
        <translation>Passwörter stehen in keiner Datei: Jedes neue Konto fragt einmal nach seinem.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
        <translation>%1 wird gebraucht, um sich in Listen und Fenstern zu bewegen. Wähle eine andere Taste.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose another key, or take it away there first.</source>
        <translation>%1 gehört zu „%2“. Wähle eine andere Taste oder nimm sie dort zuerst weg.</translation>
    </message>
</context>
<context>
    <name>kw::ShortcutsPage</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>keyboard keys hotkeys accelerators bindings</source>
        <translation>Tastatur Tasten Kürzel Tastenbelegung Hotkeys Shortcuts</translation>
    </message>
</context>
<context>
    <name>kw::SignatureEdit</name>
    <message>
        <source>&amp;HTML</source>
        <translation>&amp;HTML</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Write the signature in HTML</source>
        <translation>Die Signatur in HTML schreiben</translation>
    </message>
    <message>
        <source>How the signature looks</source>
        <translation>Wie die Signatur aussieht</translation>
    </message>
    <message>
        <source>Stands below what you write from this address</source>
        <translation>Steht unter dem, was du von dieser Adresse schreibst</translation>
    </message>
    <message>
        <source>Si&amp;gnature:</source>
        <translation>Si&amp;gnatur:</translation>
    </message>
</context>
<context>
    <name>kw::Smtp</name>
    <message>
        <source>%1 (port %2) cannot be reached. Check the server&apos;s name and your network; Kittiwake tries again by itself.</source>
        <translation>%1 (Port %2) ist nicht erreichbar. Prüfe den Namen des Servers und dein Netz; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 does not answer. Kittiwake tries again by itself.</source>
        <translation>%1 antwortet nicht. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 closed the connection before we were signed in. Kittiwake tries again by itself.</source>
        <translation>%1 hat die Verbindung vor der Anmeldung beendet. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 does not let us in at the moment: &quot;%2&quot;. Kittiwake tries again by itself.</source>
        <translation>%1 lässt uns im Augenblick nicht hinein: „%2“. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 refused: &quot;%2&quot;.</source>
        <translation>%1 hat abgelehnt: „%2“.</translation>
    </message>
    <message>
        <source>%1 answered with something that makes no sense. Is it a mail server that takes mail to be sent (SMTP)?</source>
        <translation>%1 hat etwas geantwortet, das keinen Sinn ergibt. Ist es ein Mailserver für den Versand (SMTP)?</translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 did not accept the sign-in from the browser for %2. Sign in again.</source>
        <translation>%1 hat die Anmeldung aus dem Browser für %2 nicht angenommen. Melde dich neu an.</translation>
    </message>
    <message>
        <source>%1 did not accept the sign-in from the browser for %2: it says &quot;%3&quot;. Sign in again.</source>
        <translation>%1 hat die Anmeldung aus dem Browser für %2 nicht angenommen und sagt: „%3“. Melde dich neu an.</translation>
    </message>
    <message>
        <source>Couldn&apos;t sign in to %1 as %2: the server says &quot;%3&quot;. Check the user name and the password.</source>
        <translation>Die Anmeldung bei %1 als %2 ist fehlgeschlagen: Der Server sagt „%3“. Prüfe Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>%1 does not take a sign-in from the browser. Use a password for this account.</source>
        <translation>%1 nimmt keine Anmeldung aus dem Browser an. Verwende für dieses Konto ein Passwort.</translation>
    </message>
    <message>
        <source>%1 does not accept a password on this connection. Choose an encrypted connection (TLS).</source>
        <translation>%1 nimmt auf dieser Verbindung kein Passwort an. Wähle eine verschlüsselte Verbindung (TLS).</translation>
    </message>
    <message>
        <source>%1 does not take a password in a way that Kittiwake knows. Ask your provider for an app password, or choose signing in through the browser.</source>
        <translation>%1 nimmt ein Passwort auf keine Art an, die Kittiwake kennt. Bitte deinen Anbieter um ein App-Passwort oder wähle die Anmeldung im Browser.</translation>
    </message>
    <message>
        <source>No connection can be made within this computer. Its firewall must allow connections to 127.0.0.1.</source>
        <translation>Innerhalb dieses Computers lässt sich keine Verbindung herstellen. Seine Firewall muss Verbindungen zu 127.0.0.1 erlauben.</translation>
    </message>
    <message>
        <source>%1 cannot deliver the message to one of the recipients.</source>
        <translation>%1 kann die Nachricht einem der Empfänger nicht zustellen.</translation>
    </message>
    <message>
        <source>%1 does not take this message.</source>
        <translation>%1 nimmt diese Nachricht nicht an.</translation>
    </message>
    <message>
        <source>%1 knows no mailbox %2.</source>
        <translation>%1 kennt kein Postfach %2.</translation>
    </message>
    <message>
        <source>%1 cannot send mail to %2.</source>
        <translation>%1 kann keine Post an %2 senden.</translation>
    </message>
    <message>
        <source>The mailbox %1 is full.</source>
        <translation>Das Postfach %1 ist voll.</translation>
    </message>
    <message>
        <source>The message is too large for %1.</source>
        <translation>Die Nachricht ist für %1 zu groß.</translation>
    </message>
    <message>
        <source>%1 does not let you send with this sender&apos;s address.</source>
        <translation>%1 lässt dich nicht mit dieser Absenderadresse senden.</translation>
    </message>
    <message>
        <source>%1 wants the message to be brought again a little later.</source>
        <translation>%1 möchte die Nachricht etwas später noch einmal bekommen.</translation>
    </message>
    <message>
        <source>%1 takes the message for spam or for dangerous.</source>
        <translation>%1 hält die Nachricht für Spam oder für gefährlich.</translation>
    </message>
    <message>
        <source>%1 does not take the message; its rules forbid it.</source>
        <translation>%1 nimmt die Nachricht nicht an; seine Regeln verbieten es.</translation>
    </message>
    <message>
        <source>%1 sends only for those who have signed in.</source>
        <translation>%1 sendet nur für Angemeldete.</translation>
    </message>
    <message>
        <source>%1 sends only over an encrypted connection.</source>
        <translation>%1 sendet nur über eine verschlüsselte Verbindung.</translation>
    </message>
    <message>
        <source>%1 does not pass mail on to %2.</source>
        <translation>%1 gibt keine Post an %2 weiter.</translation>
    </message>
    <message>
        <source>%1 has got too much mail from you for the moment.</source>
        <translation>%1 hat von dir vorerst zu viel Post bekommen.</translation>
    </message>
    <message>
        <source>There are too many recipients for %1.</source>
        <translation>Für %1 sind es zu viele Empfänger.</translation>
    </message>
    <message>
        <source>%1 cannot take mail at the moment.</source>
        <translation>%1 kann im Augenblick keine Post annehmen.</translation>
    </message>
    <message>
        <source>Check the address for typing mistakes.</source>
        <translation>Prüfe die Adresse auf Tippfehler.</translation>
    </message>
    <message>
        <source>Try again in a few days, or reach the recipient in another way.</source>
        <translation>Versuche es in ein paar Tagen wieder oder erreiche den Empfänger auf anderem Weg.</translation>
    </message>
    <message>
        <source>Send smaller attachments, or a link to them.</source>
        <translation>Sende kleinere Anhänge oder einen Link darauf.</translation>
    </message>
    <message>
        <source>Choose another sender, or ask your provider to allow this address.</source>
        <translation>Wähle einen anderen Absender oder bitte deinen Anbieter, diese Adresse zu erlauben.</translation>
    </message>
    <message>
        <source>Change the text or the attachments, or ask your provider.</source>
        <translation>Ändere den Text oder die Anhänge oder frage deinen Anbieter.</translation>
    </message>
    <message>
        <source>Check user name and password in the account&apos;s settings for sending.</source>
        <translation>Prüfe Benutzernamen und Passwort in den Kontoeinstellungen für das Senden.</translation>
    </message>
    <message>
        <source>Choose TLS in the account&apos;s settings for sending.</source>
        <translation>Wähle TLS in den Kontoeinstellungen für das Senden.</translation>
    </message>
    <message>
        <source>Wait for a few hours before you send it again.</source>
        <translation>Warte ein paar Stunden, bevor du sie noch einmal sendest.</translation>
    </message>
    <message>
        <source>Send it to fewer people at a time.</source>
        <translation>Sende sie an weniger Leute auf einmal.</translation>
    </message>
    <message>
        <source>Ask your provider, or try again later.</source>
        <translation>Frage deinen Anbieter oder versuche es später wieder.</translation>
    </message>
    <message>
        <source>Kittiwake tries again by itself.</source>
        <translation>Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 %2 The server says: &quot;%3&quot;.</source>
        <extracomment>%1: what happened, %2: what to do, %3: the server&apos;s words</extracomment>
        <translation>%1 %2 Der Server sagt: „%3“.</translation>
    </message>
    <message>
        <source>The server does not send the message to %1. The others get it. %2</source>
        <translation>Der Server sendet die Nachricht nicht an %1. Die anderen bekommen sie. %2</translation>
    </message>
    <message>
        <source>The server does not send the message to %1, so it was sent to nobody. %2</source>
        <translation>Der Server sendet die Nachricht nicht an %1, darum wurde sie an niemanden gesendet. %2</translation>
    </message>
    <message>
        <source>The connection to %1 was lost before the message was handed over. It was not sent; Kittiwake tries again by itself.</source>
        <translation>Die Verbindung zu %1 ging verloren, bevor die Nachricht übergeben war. Sie wurde nicht gesendet; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 stopped answering before the message was handed over. It was not sent; Kittiwake tries again by itself.</source>
        <translation>%1 antwortete nicht mehr, bevor die Nachricht übergeben war. Sie wurde nicht gesendet; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 answered with something that makes no sense. The message was not sent; Kittiwake tries again by itself.</source>
        <translation>%1 hat etwas geantwortet, das keinen Sinn ergibt. Die Nachricht wurde nicht gesendet; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The connection was closed before the message was handed over. It was not sent.</source>
        <translation>Die Verbindung wurde geschlossen, bevor die Nachricht übergeben war. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>It may have been sent or not: look for an answer or ask a recipient before you send it again.</source>
        <translation>Sie wurde vielleicht gesendet, vielleicht nicht: Sieh nach einer Antwort oder frage einen Empfänger, bevor du sie noch einmal sendest.</translation>
    </message>
    <message>
        <source>The message was handed over to %1, but the connection was lost before the server confirmed it. %2</source>
        <translation>Die Nachricht wurde an %1 übergeben, aber die Verbindung ging verloren, bevor der Server es bestätigt hat. %2</translation>
    </message>
    <message>
        <source>The message was handed over to %1, but the server has not confirmed it for a long time. %2</source>
        <translation>Die Nachricht wurde an %1 übergeben, aber der Server hat es lange nicht bestätigt. %2</translation>
    </message>
    <message>
        <source>The message was handed over to %1, but its answer makes no sense. %2</source>
        <translation>Die Nachricht wurde an %1 übergeben, aber die Antwort darauf ergibt keinen Sinn. %2</translation>
    </message>
    <message>
        <source>The connection was closed when the message was handed over to %1 and not yet confirmed. %2</source>
        <translation>Die Verbindung wurde geschlossen, als die Nachricht an %1 übergeben, aber noch nicht bestätigt war. %2</translation>
    </message>
    <message>
        <source>%1 has closed the connection. The message was not sent; Kittiwake tries again by itself.</source>
        <translation>%1 hat die Verbindung beendet. Die Nachricht wurde nicht gesendet; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>There is no connection to a server. The message was not sent.</source>
        <translation>Es gibt keine Verbindung zu einem Server. Die Nachricht wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Another message is being sent on this connection.</source>
        <translation>Auf dieser Verbindung wird gerade eine andere Nachricht gesendet.</translation>
    </message>
    <message>
        <source>The message is empty. Nothing was sent.</source>
        <translation>Die Nachricht ist leer. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The message has no recipient. Enter an address.</source>
        <translation>Die Nachricht hat keinen Empfänger. Gib eine Adresse ein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be an address. Correct it; nothing was sent.</source>
        <translation>„%1“ kann keine Adresse sein. Berichtige sie; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The message has %1, and %2 takes %3 at most. Send smaller attachments, or a link to them; nothing was sent.</source>
        <translation>Die Nachricht hat %1, und %2 nimmt höchstens %3 an. Sende kleinere Anhänge oder einen Link darauf; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 cannot send to or from addresses with letters like ä or 中 before the @. Use another address; nothing was sent.</source>
        <translation>%1 kann nicht an oder von Adressen senden, die vor dem @ Buchstaben wie ä oder 中 haben. Verwende eine andere Adresse; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 takes plain ASCII mail only, and this message is not encoded that way. Nothing was sent.</source>
        <translation>%1 nimmt nur reine ASCII-Post an, und diese Nachricht ist nicht so kodiert. Es wurde nichts gesendet.</translation>
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
    <name>kw::Spelling</name>
    <message>
        <source>There is no dictionary on this computer, so spelling is not checked. Install one, for example “hunspell-en-us”.</source>
        <translation>Auf diesem Rechner gibt es kein Wörterbuch; die Rechtschreibung wird nicht geprüft. Installiere eines, zum Beispiel „hunspell-de-de“.</translation>
    </message>
    <message>
        <source>There is no dictionary for %1 on this computer, so spelling is not checked.</source>
        <translation>Auf diesem Rechner gibt es kein Wörterbuch für %1; die Rechtschreibung wird nicht geprüft.</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>&amp;Add to Dictionary</source>
        <translation>Ins &amp;Wörterbuch aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>&amp;Übergehen</translation>
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
    <message>
        <source>No Connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln read mark(s) waiting</source>
        <translation>
            <numerusform>%Ln Gelesen-Markierung wartet</numerusform>
            <numerusform>%Ln Gelesen-Markierungen warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Texts of messages that were opened or downloaded ahead are kept on this computer. Beyond a limit, those not read for longest go first; folders that are to be here whole go last. Everything stays on the server.</source>
        <translation>Texte von Nachrichten, die geöffnet oder vorab heruntergeladen wurden, liegen auf diesem Computer. Über einer Grenze gehen die am längsten nicht gelesenen zuerst; Ordner, die ganz hier sein sollen, gehen zuletzt. Auf dem Server bleibt alles.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>On the disk: %1 of texts, %2 of lists and drafts.</source>
        <translation>Auf der Platte: %1 für Texte, %2 für Listen und Entwürfe.</translation>
    </message>
</context>
<context>
    <name>kw::Store</name>
    <message>
        <source>This profile is in use by another Kittiwake. Close that one first.</source>
        <translation>Dieses Profil wird von einem anderen Kittiwake benutzt. Beende erst jenes.</translation>
    </message>
    <message>
        <source>This change was saved already.</source>
        <translation>Diese Änderung wurde bereits gespeichert.</translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Kittiwake. Nothing was changed; please update this one.</source>
        <translation>Dieses Profil stammt von einer neueren Version von Kittiwake. Es wurde nichts geändert; bitte aktualisiere diese hier.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved in %1. Free some space; Kittiwake goes on by itself.</source>
        <translation>Der Datenträger ist voll: In %1 konnte nichts gespeichert werden. Schaffe Platz; Kittiwake macht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The mail cache in %1 cannot be written: check the permissions of that folder.</source>
        <translation>Der Zwischenspeicher in %1 lässt sich nicht beschreiben: Prüfe die Rechte dieses Ordners.</translation>
    </message>
    <message>
        <source>The mail cache in %1 cannot be opened: check that the folder exists and is yours.</source>
        <translation>Der Zwischenspeicher in %1 lässt sich nicht öffnen: Prüfe, ob es den Ordner gibt und ob er dir gehört.</translation>
    </message>
    <message>
        <source>The mail cache in %1 is in use by another program.</source>
        <translation>Der Zwischenspeicher in %1 wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>The mail cache in %1 is damaged. Restart Kittiwake: it rebuilds the cache from the server.</source>
        <translation>Der Zwischenspeicher in %1 ist beschädigt. Starte Kittiwake neu: Es baut ihn vom Server neu auf.</translation>
    </message>
    <message>
        <source>The mail cache in %1 failed: %2.</source>
        <translation>Fehler im Zwischenspeicher in %1: %2.</translation>
    </message>
    <message>
        <source>Another Kittiwake keeps this profile&apos;s search index up to date.</source>
        <translation>Ein anderes Kittiwake hält den Suchindex dieses Profils aktuell.</translation>
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
        <translation>Diese Nachricht wurde noch nicht heruntergeladen. Gehe online, um sie zu lesen.</translation>
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
        <translation>Der heruntergeladene Text dieser Nachricht kann nicht gelesen werden. Versuche es noch einmal.</translation>
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
        <translation>Der Zwischenspeicher war beschädigt und wird von den Servern neu aufgebaut. Es geht keine Nachricht verloren, aber nicht alle Änderungen, die noch nicht beim Server waren, ließen sich lesen: Sieh nach, was du zuletzt markiert hast.</translation>
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
    <message>
        <source>&quot;%1&quot; is neither an account nor an address nor a domain like example.org.</source>
        <translation>„%1“ ist weder ein Konto noch eine Adresse noch eine Domain wie example.org.</translation>
    </message>
    <message>
        <source>This message was not downloaded yet, and its account is paused. Go on with the account to read it.</source>
        <translation>Diese Nachricht wurde noch nicht heruntergeladen, und ihr Konto ist angehalten. Setze das Konto fort, um sie zu lesen.</translation>
    </message>
    <message>
        <source>The folder “%1”, which you gave a special use, is no longer there. Choose another one in the account&apos;s settings; until then the one that the server or its name tells is used.</source>
        <translation>Den Ordner „%1“, dem du einen besonderen Zweck gegeben hast, gibt es nicht mehr. Wähle in den Kontoeinstellungen einen anderen; bis dahin gilt der, den der Server oder der Name angibt.</translation>
    </message>
    <message>
        <source>The account “%1” is paused. Go on with it (kittiwakectl account resume %1) and try again.</source>
        <translation>Das Konto „%1“ ist angehalten. Setze es fort (kittiwakectl account resume %1) und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>This account is paused; nothing was synced and its changes wait.</source>
        <translation>Dieses Konto ist angehalten; nichts wurde abgeglichen, und seine Änderungen warten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; signs in with a password. For signing in through the browser add a line oauth=PROVIDER to accounts.ini.</source>
        <translation>„%1“ meldet sich mit einem Passwort an. Für die Anmeldung im Browser füge in accounts.ini eine Zeile oauth=ANBIETER hinzu.</translation>
    </message>
    <message>
        <source>Receiving mail works, sending it does not yet: %1</source>
        <comment>sentence</comment>
        <translation>Der Empfang funktioniert, der Versand noch nicht: %1</translation>
    </message>
    <message>
        <source>This connection is not encrypted, so there is no certificate to look at.</source>
        <translation>Diese Verbindung ist nicht verschlüsselt, also gibt es kein Zertifikat anzusehen.</translation>
    </message>
    <message>
        <source>%1 (port %2) cannot be reached. Check the server&apos;s name, the port and your network.</source>
        <translation>%1 (Port %2) ist nicht erreichbar. Prüfe den Namen des Servers, den Port und dein Netz.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 closed the connection before we were signed in.</source>
        <translation>%1 hat die Verbindung beendet, bevor die Anmeldung fertig war.</translation>
    </message>
    <message>
        <source>This folder cannot hold mail.</source>
        <translation>Dieser Ordner kann keine Mails aufnehmen.</translation>
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
        <source>This server has no folders inside folders.</source>
        <translation>Dieser Server kennt keine Ordner in Ordnern.</translation>
    </message>
    <message>
        <source>There is a folder with this name already.</source>
        <translation>Es gibt schon einen Ordner mit diesem Namen.</translation>
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
        <translation>Der Ordner „%1“ wird gerade gelöscht. Versuche es noch einmal, wenn er weg ist.</translation>
    </message>
    <message>
        <source>The folder “%1” has received mail meanwhile, so it stays.</source>
        <translation>Im Ordner „%1“ ist inzwischen Post angekommen, darum bleibt er.</translation>
    </message>
    <message>
        <source>The folder this should go to is no longer there.</source>
        <translation>Den Ordner, in den dies gehen sollte, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The folder “%1” is read-only.</source>
        <translation>Der Ordner „%1“ lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>The text of this message is not on this computer.</source>
        <translation>Der Text dieser Nachricht ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>A tag&apos;s name on the server must be plain letters, digits and signs without spaces.</source>
        <translation>Der Name eines Schlagworts auf dem Server muss aus einfachen Buchstaben, Ziffern und Zeichen ohne Leerzeichen bestehen.</translation>
    </message>
    <message>
        <source>The inbox cannot be deleted.</source>
        <translation>Der Posteingang kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Mail in this folder is on the server only, by the account&apos;s settings. Keep all of the folder here before you delete it.</source>
        <translation>Nachrichten in diesem Ordner liegen nach den Einstellungen des Kontos nur auf dem Server. Behalte den ganzen Ordner hier, bevor du ihn löschst.</translation>
    </message>
    <message>
        <source>This folder has not been listed to its end yet. Try again when it has.</source>
        <translation>Dieser Ordner ist noch nicht bis zum Ende aufgelistet. Versuche es danach noch einmal.</translation>
    </message>
    <message>
        <source>The Trash still holds mail. Empty it first.</source>
        <translation>Im Papierkorb liegen noch Nachrichten. Leere ihn zuerst.</translation>
    </message>
    <message>
        <source>The message is no longer on the server.</source>
        <translation>Die Nachricht ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>What is downloaded cannot be written: %1</source>
        <translation>Was heruntergeladen wird, lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>This message can only be read whole.</source>
        <translation>Diese Nachricht lässt sich nur ganz lesen.</translation>
    </message>
    <message>
        <source>The server sends more than it had said. Try again later.</source>
        <translation>Der Server sendet mehr, als er gesagt hatte. Versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>The search is too complicated for the server. Search for fewer things at once.</source>
        <translation>Die Suche ist für den Server zu kompliziert. Suche weniger auf einmal.</translation>
    </message>
    <message>
        <source>This server cannot be asked for the names of attachments. Only messages whose text is on this computer were searched for them.</source>
        <translation>Dieser Server lässt sich nicht nach Namen von Anhängen fragen. Danach wurden nur Nachrichten durchsucht, deren Text auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>This server can be asked for plain letters (a to z) only; it was not asked for “%1”.</source>
        <translation>Dieser Server lässt sich nur nach einfachen Buchstaben (a bis z) fragen; nach „%1“ wurde er nicht gefragt.</translation>
    </message>
    <message>
        <source>The server did not understand all of the search. Some of what it found may not be meant.</source>
        <translation>Der Server hat nicht die ganze Suche verstanden. Manches, was er gefunden hat, ist vielleicht nicht gemeint.</translation>
    </message>
    <message>
        <source>The server did not understand the search.</source>
        <translation>Der Server hat die Suche nicht verstanden.</translation>
    </message>
    <message>
        <source>The server found more older messages than can be shown at once. Search for something rarer.</source>
        <translation>Der Server hat mehr ältere Nachrichten gefunden, als sich auf einmal zeigen lassen. Suche nach etwas Seltenerem.</translation>
    </message>
    <message>
        <source>Go online to search on the servers.</source>
        <translation>Geh online, um auf den Servern zu suchen.</translation>
    </message>
    <message>
        <source>The mail of this folder is not listed here.</source>
        <translation>Die Post dieses Ordners ist hier nicht aufgelistet.</translation>
    </message>
    <message>
        <source>The account is paused. Go on with it to search on its server.</source>
        <translation>Das Konto ist angehalten. Setze es fort, um auf seinem Server zu suchen.</translation>
    </message>
    <message>
        <source>The account is no longer set up.</source>
        <translation>Das Konto ist nicht mehr eingerichtet.</translation>
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
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>kw::TagFilterButton</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>With or without tags</source>
        <translation>Mit oder ohne Schlagwort</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Show only messages with a tag</source>
        <translation>Nur Nachrichten mit einem Schlagwort zeigen</translation>
    </message>
    <message>
        <source>Showing only messages tagged %1</source>
        <translation>Nur Nachrichten mit dem Schlagwort %1 werden gezeigt</translation>
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
    <name>kw::Tls</name>
    <message>
        <source>%1, %2 bits</source>
        <comment>kind and length of a key</comment>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date</comment>
        <translation>d. MMMM yyyy</translation>
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
        <source>it was withdrawn</source>
        <translation>es wurde zurückgezogen</translation>
    </message>
    <message>
        <source>%1, issued by %2, valid from %3 to %4</source>
        <comment>a fingerprint, who, dates</comment>
        <translation>%1, ausgestellt von %2, gültig vom %3 bis %4</translation>
    </message>
    <message>
        <source>The certificate that you trust for %1 cannot be read any more, so nothing was sent. Look at the one that it shows, or correct the account in accounts.ini. Shown is %2.</source>
        <translation>Das Zertifikat, dem du für %1 vertraust, lässt sich nicht mehr lesen, deshalb wurde nichts gesendet. Sieh dir an, welches der Server zeigt, oder berichtige das Konto in accounts.ini. Gezeigt wird %2.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted. Someone may be listening: ask your provider whether it was changed before you go on. Nothing was sent. Trusted was %2. Shown is %3.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem du vertraut hast. Vielleicht hört jemand mit: Frag deinen Anbieter, ob es gewechselt wurde, bevor du weitermachst. Es wurde nichts gesendet. Vertraut war %2. Gezeigt wird %3.</translation>
    </message>
    <message>
        <source>its key of %1 bits is too short; anybody with enough computers can forge it</source>
        <translation>sein Schlüssel ist mit %1 Bit zu kurz; wer genug Computer hat, kann ihn fälschen</translation>
    </message>
    <message>
        <source>its key is of a kind that is no longer safe (DSA)</source>
        <translation>sein Schlüssel ist von einer Art, die nicht mehr sicher ist (DSA)</translation>
    </message>
    <message>
        <source>it is signed in a way that can be forged (%1)</source>
        <translation>es ist auf eine Weise unterschrieben, die sich fälschen lässt (%1)</translation>
    </message>
    <message>
        <source>it shows none</source>
        <translation>es zeigt keines</translation>
    </message>
    <message>
        <source>it is not the one that you trusted</source>
        <translation>es ist nicht das, dem du vertraut hast</translation>
    </message>
    <message>
        <source>, and </source>
        <comment>between two faults of a certificate</comment>
        <translation>, und </translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2. Nothing was sent. Its SHA-256 fingerprint is %3. If you know that this is your server&apos;s, you can trust it for this server only.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden: %2. Es wurde nichts gesendet. Sein SHA-256-Fingerabdruck ist %3. Wenn du weißt, dass es das deines Servers ist, kannst du ihm nur für diesen Server vertrauen.</translation>
    </message>
    <message>
        <source>%1 has a new certificate, and %2 vouches for it. It takes the place of the one you trusted yourself. Nothing was sent yet; look at it and go on.</source>
        <translation>%1 hat ein neues Zertifikat, und %2 bürgt dafür. Es tritt an die Stelle dessen, dem du selbst vertraut hast. Es wurde noch nichts gesendet; sieh es dir an und mach weiter.</translation>
    </message>
    <message>
        <source>The certificate of %1 protects nobody: %2. Nothing was sent. Whoever runs the server has to replace it.</source>
        <translation>Das Zertifikat von %1 schützt niemanden: %2. Es wurde nichts gesendet. Wer den Server betreibt, muss es ersetzen.</translation>
    </message>
    <message>
        <source>%1 answered with something that makes no sense. Is it a mail server (IMAP)?</source>
        <translation>%1 hat etwas geantwortet, das keinen Sinn ergibt. Ist es ein Mailserver (IMAP)?</translation>
    </message>
    <message>
        <source>%1 does not let us in at the moment: &quot;%2&quot;. Kittiwake tries again by itself.</source>
        <translation>%1 lässt uns im Augenblick nicht hinein: „%2“. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 says that you are signed in already, though nobody has signed in. Nothing was sent; check the server&apos;s name and port.</source>
        <translation>%1 sagt, du seist schon angemeldet, obwohl sich niemand angemeldet hat. Es wurde nichts gesendet; prüfe Namen und Port des Servers.</translation>
    </message>
    <message>
        <source>%1 offers encryption but cannot do it. Nothing was sent; ask your provider, or try another port.</source>
        <translation>%1 bietet Verschlüsselung an, kann sie aber nicht. Es wurde nichts gesendet; frag deinen Anbieter oder versuche einen anderen Port.</translation>
    </message>
    <message>
        <source>Something was put into the connection to %1 before it was encrypted. Someone may be tampering with it: use another network, or ask your provider. Nothing was sent.</source>
        <translation>In die Verbindung zu %1 wurde etwas eingeschleust, bevor sie verschlüsselt war. Vielleicht macht sich jemand daran zu schaffen: Nimm ein anderes Netz oder frag deinen Anbieter. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 says that you are signed in already, on a connection that is not encrypted. Someone may be tampering with it: use another network, or ask your provider. Nothing was sent.</source>
        <translation>%1 sagt auf einer unverschlüsselten Verbindung, du seist schon angemeldet. Vielleicht macht sich jemand daran zu schaffen: Nimm ein anderes Netz oder frag deinen Anbieter. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 does not offer an encrypted connection on port %2, though the account asks for one. Either the server cannot do it there, or someone on the way hides it. Nothing was sent; check the port and the security setting, or use another network.</source>
        <translation>%1 bietet auf Port %2 keine verschlüsselte Verbindung an, obwohl das Konto eine verlangt. Entweder kann es der Server dort nicht, oder jemand auf dem Weg verbirgt es. Es wurde nichts gesendet; prüfe den Port und die Einstellung zur Sicherheit oder nimm ein anderes Netz.</translation>
    </message>
    <message>
        <source>%1 does not offer an encrypted connection on port %2. Nothing was sent; check the port and the security setting.</source>
        <translation>%1 bietet auf Port %2 keine verschlüsselte Verbindung an. Es wurde nichts gesendet; prüfe den Port und die Einstellung zur Sicherheit.</translation>
    </message>
    <message>
        <source>%1 can only encrypt in an old way that can be broken (older than TLS 1.2). Nothing was sent; ask your provider for a newer server, or try another port.</source>
        <translation>%1 kann nur auf eine alte Art verschlüsseln, die sich brechen lässt (älter als TLS 1.2). Es wurde nichts gesendet; bitte deinen Anbieter um einen neueren Server oder versuche einen anderen Port.</translation>
    </message>
    <message>
        <source>%1 (port %2) cannot be reached. Check the server&apos;s name and your network; Kittiwake tries again by itself.</source>
        <translation>%1 (Port %2) ist nicht erreichbar. Prüfe den Namen des Servers und dein Netz; Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 closed the connection before it was encrypted. Kittiwake tries again by itself.</source>
        <translation>%1 hat die Verbindung beendet, bevor sie verschlüsselt war. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 does not answer. Kittiwake tries again by itself.</source>
        <translation>%1 antwortet nicht. Kittiwake versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>No connection can be made within this computer. Its firewall must allow connections to 127.0.0.1.</source>
        <translation>Innerhalb dieses Computers lässt sich keine Verbindung herstellen. Seine Firewall muss Verbindungen zu 127.0.0.1 erlauben.</translation>
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
    <name>kw::Unsubscriber</name>
    <message>
        <source>This list gives no safe address to leave it. Look for a link in the message instead.</source>
        <translation>Diese Liste nennt keine sichere Adresse zum Abbestellen. Suche stattdessen einen Link in der Nachricht.</translation>
    </message>
    <message>
        <source>%1 did not accept it (answer %2). Try again later, or look for a link in the message.</source>
        <translation>%1 hat es nicht angenommen (Antwort %2). Versuche es später noch einmal, oder suche einen Link in der Nachricht.</translation>
    </message>
    <message>
        <source>%1 cannot be reached safely (%2). Check your network, then try again.</source>
        <translation>%1 ist nicht sicher zu erreichen (%2). Prüfe dein Netz, und versuche es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>kw::Unsubscription</name>
    <message>
        <source>Unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>Leave the list of %1? Kittiwake tells %2 so, once, and nothing else of you.</source>
        <translation>Die Liste von %1 abbestellen? Kittiwake sagt es %2, einmal, und sonst nichts über dich.</translation>
    </message>
    <message>
        <source>%1 takes a message for leaving its list. Write it?</source>
        <translation>%1 nimmt eine Nachricht zum Abbestellen entgegen. Schreiben?</translation>
    </message>
    <message>
        <source>Write Message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>%1 has a page for leaving its list, at %2. Open it in the browser? The page may recognise you.</source>
        <translation>%1 hat eine Seite zum Abbestellen, bei %2. Im Browser öffnen? Die Seite erkennt dich vielleicht.</translation>
    </message>
    <message>
        <source>Open Page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Leaving the list of %1…</source>
        <translation>Die Liste von %1 wird abbestellt …</translation>
    </message>
    <message>
        <source>You have left the list of %1. It may take some days until the last message.</source>
        <translation>Du hast die Liste von %1 abbestellt. Bis zur letzten Nachricht kann es einige Tage dauern.</translation>
    </message>
    <message>
        <source>%1 is told that you leave the list. It may take some days until the last message.</source>
        <translation>%1 erfährt, dass du die Liste verlässt. Bis zur letzten Nachricht können einige Tage vergehen.</translation>
    </message>
    <message>
        <source>Leave the list of %1? This message is sent from %2:</source>
        <translation>Die Liste von %1 verlassen? Diese Nachricht wird von %2 gesendet:</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Betreff: %1</translation>
    </message>
    <message>
        <source>Send and Leave</source>
        <translation>Senden und verlassen</translation>
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
        <translation>Wähle eine Zahl von Tagen: So lange lässt sich wiederherstellen, was ein anderes Programm löscht.</translation>
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
    <message>
        <source>Export Settings…</source>
        <translation>Einstellungen exportieren …</translation>
    </message>
    <message>
        <source>Import Settings…</source>
        <translation>Einstellungen importieren …</translation>
    </message>
    <message>
        <source>Clean Up…</source>
        <translation>Aufräumen …</translation>
    </message>
    <message>
        <source>Check an Account…</source>
        <translation>Konto prüfen …</translation>
    </message>
    <message>
        <source>Newer in Conversation</source>
        <translation>Neuere in der Unterhaltung</translation>
    </message>
    <message>
        <source>Older in Conversation</source>
        <translation>Ältere in der Unterhaltung</translation>
    </message>
    <message>
        <source>New Message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reply to All</source>
        <translation>Allen antworten</translation>
    </message>
    <message>
        <source>Reply to the List</source>
        <translation>An die Liste antworten</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Forward as Attachment</source>
        <translation>Als Anhang weiterleiten</translation>
    </message>
    <message>
        <source>Redirect…</source>
        <translation>Umleiten …</translation>
    </message>
    <message>
        <source>Edit as New</source>
        <translation>Als neue bearbeiten</translation>
    </message>
    <message>
        <source>Outbox…</source>
        <translation>Postausgang …</translation>
    </message>
    <message>
        <source>About This Person…</source>
        <translation>Über diese Person …</translation>
    </message>
    <message>
        <source>Search All Mail…</source>
        <translation>Alle Nachrichten durchsuchen …</translation>
    </message>
    <message>
        <source>Back from the Search</source>
        <translation>Zurück von der Suche</translation>
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
    <message>
        <source>Kittiwake is offline.</source>
        <translation>Kittiwake ist offline.</translation>
    </message>
    <message>
        <source>Waiting for the connection…</source>
        <translation>Warten auf die Verbindung …</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Wird heruntergeladen …</translation>
    </message>
    <message>
        <source>The server is out of reach.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The account needs you first.</source>
        <translation>Das Konto braucht erst dich.</translation>
    </message>
    <message>
        <source>The account is paused.</source>
        <translation>Das Konto ist angehalten.</translation>
    </message>
</context>
<context>
    <name>kw::Writing</name>
    <message>
        <source>Sent: %1</source>
        <translation>Gesendet: %1</translation>
    </message>
    <message>
        <source>Kept as a draft</source>
        <translation>Als Entwurf behalten</translation>
    </message>
    <message>
        <source>Kept as a draft: %1</source>
        <translation>Als Entwurf behalten: %1</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Entwurf verworfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>Wird gesendet: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1”: %2. %3</source>
        <translation>„%1“: %2. %3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Another program changed a draft that you wrote here. Both versions are in the folder of drafts; delete the one you do not need.</source>
        <translation>Ein anderes Programm hat einen Entwurf geändert, den du hier geschrieben hast. Beide Fassungen liegen im Entwurfsordner; lösche die, die du nicht brauchst.</translation>
    </message>
</context>
<context>
    <name>kw::WritingAids</name>
    <message>
        <source>Check Spelling</source>
        <translation>Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>Language of the Spelling</source>
        <translation>Sprache der Rechtschreibung</translation>
    </message>
    <message>
        <source>As the Text Is</source>
        <translation>Wie der Text</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>No Signature</source>
        <translation>Keine Signatur</translation>
    </message>
    <message>
        <source>Save as Template…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Delete Template</source>
        <translation>Vorlage löschen</translation>
    </message>
    <message>
        <source>Save as Template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the template:</source>
        <translation>Name der Vorlage:</translation>
    </message>
</context>
</TS>
