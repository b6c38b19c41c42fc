<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>LogFile</name>
    <message>
        <source>The log %1 cannot be written (%2); messages go to standard error only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>The directory %1 cannot be made (%2). Check its permissions and the free space, or choose another one with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw</name>
    <message>
        <source>&amp;Check Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number from 1 to 65535, not “%2”. Leave the line out for the usual port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be tls, starttls or none, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearTextConfirmed must be true or false, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is misspelt. Write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be an account&apos;s name in accounts.ini. Leave out brackets, line breaks and blanks at either end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the account “%2” contains a line break or another control character. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB, so it is not an accounts file. Check what was saved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Nothing was changed; check permissions and free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two accounts called “%1”. Give one of them another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of [%2] must be a plain server name such as mail.example.org, not “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] would send the password to %2 in clear text. Set %3Security=tls (or starttls); if you really want clear text, add clearTextConfirmed=true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] has no address. Add a line address=you@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address of [%1] must look like you@example.org, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color of [%1] must look like #3a7bd5, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] has no imapHost. Add a line imapHost=imap.example.org with your provider&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned certificate %1 of [%2] cannot be read (%3). Correct the path in accounts.ini or remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned certificate of [%1] is not in PEM format (-----BEGIN CERTIFICATE-----). Ask your provider for that format or convert it with openssl x509.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kittiwake --help shows how it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme must be light, dark or system, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo makes a throw-away profile of its own, so it goes without --profile.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::AccountDialog</name>
    <message>
        <source>Send my password and my mail unprotected; anyone on the way can read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work, Home…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail &amp;address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown &amp;as:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes from a command in accounts.ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without protection, everybody between you and the server can read your password and your mail. Choose TLS if the server offers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the unprotected connection, or choose TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::AccountsPage</name>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>account, address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”? Its mail on this computer is deleted, together with changes that have not reached the server yet. The mail on the server stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::AttachmentBar</name>
    <message>
        <source>Save All…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>attachments, size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln attachment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::AttachmentSaver</name>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unnamed</source>
        <comment>file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can run as a program or open a page with scripts, so Kittiwake does not open it. Save it first if you trust where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::BannerStack</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::ColorChoice</name>
    <message>
        <source>Colour of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mustard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::ConversationStrip</name>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::DateGroups</name>
    <message>
        <source>Upcoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>heading: month and year, in the notation of QLocale::toString</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier in %1</source>
        <comment>a month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::DemoServer</name>
    <message>
        <source>Couldn&apos;t write the demo&apos;s mail into %1. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::DovecotConfig</name>
    <message>
        <source>Couldn&apos;t prepare the private mail server in %1. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::FindBar</name>
    <message>
        <source>Find in message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::FirstRunPage</name>
    <message>
        <source>Try the &amp;Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two made-up accounts with a few hundred messages, on this computer only. Everything is gone again when you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Kittiwake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All your mail in one calm window, online and offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add Account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts from a &amp;File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to write accounts into a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::FolderModel</name>
    <message>
        <source>%1 — %2</source>
        <comment>folder, account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kittiwake cannot open this folder: its name contains quotes or backslashes that this server&apos;s mail library does not handle. Rename it in another program to use it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds only other folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>folder, messages, unread</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Account %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::FolderPane</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::FolderTree</name>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::HeaderCard</name>
    <message>
        <source>Show all recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to undisclosed recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>me</source>
        <comment>recipient</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>recipients</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the recipients</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::HelpWindows</name>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts from a File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kittiwake reads its accounts from the file below when it starts. A password is never written into it: it comes from the keyring or from a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Kittiwake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kittiwake %1
A desktop mail program for people with a lot of mail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::IniDocument</name>
    <message>
        <source>“%1” stands before the first account. Put the account&apos;s name in square brackets above it, for example [work].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an account&apos;s name. Write it in square brackets on a line of its own, for example [work].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account [%1] is there a second time (first on line %2). Give this one another name or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is not readable text. Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a comment nor of the form key=value. Correct it, or put # in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there a second time (first on line %2). Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::InstanceServer</name>
    <message>
        <source>A second start of Kittiwake cannot be noticed: %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second start of Kittiwake cannot be noticed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::KeyringCall</name>
    <message>
        <source>There is no keyring to keep passwords in (%1). Install gnome-keyring or KWallet and sign in to the desktop again and unlock it, or set passwordCommand in accounts.ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring holds no password for this account. Enter it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, or enter the password again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keyring service answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not answer within two minutes. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::ListMenu</name>
    <message>
        <source>Order and look of the message list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group by date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show con&amp;versations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No&amp;rmal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::MainWindow</name>
    <message>
        <source>Kittiwake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Kittiwake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <comment>unread, title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List and message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::MessageListPane</name>
    <message>
        <source>Messages in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%L1 found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 new</source>
        <comment>messages in all · unread ones</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and look of the list: %1 first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and look of the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::MessageListView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::MessagePage</name>
    <message>
        <source>Earlier messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender and notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln remote image(s) blocked, so the sender does not learn that you read this.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Formatted mail cannot be shown here because the web view is not installed. This is its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is very long; its beginning is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as Plain Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed-Width Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) saved in %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Notices</name>
    <message>
        <source>Enter Password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::PasswordCommand</name>
    <message>
        <source>The password command of %1 cannot be started: /bin/sh is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password command of %1 did not end in time. Run it in a terminal to see what it waits for; it gets no keyboard input from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password command of %1 prints far more than a password. Correct it in accounts.ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password command of %1 failed (exit status %2). Run it in a terminal to see why, or correct it in accounts.ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password command of %1 printed no password. The password must be the first line of its output.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::PlaceholderPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::PlainTextView</name>
    <message>
        <source>Message text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more quoted line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Printing</name>
    <message>
        <source>From:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::Program</name>
    <message>
        <source>The demo needs Dovecot as its private mail server. Install the package dovecot-imapd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kittiwake is already running with this profile but does not answer. End it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kittiwake is already running with this profile; its window was brought to the front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kittiwake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be started. Try kittiwake --demo in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::QuickFilterBar</name>
    <message>
        <source>Quick filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by sender or subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this list by sender or subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only unread messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only starred messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only messages with attachments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::ReaderPane</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been downloaded yet, and Kittiwake is offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message has been moved or deleted elsewhere. It stays here until you leave it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::RowWords</name>
    <message>
        <source>(no recipient)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday time</comment>
        <extracomment>A date of the last days: weekday and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Date formats for a narrow column, in the notation of QLocale::toString</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>conversation of %n message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken sentence</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::SelectionPage</name>
    <message>
        <source>Selected messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>messages in conversations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>sender, subject</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::ServerFields</name>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port for receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port for sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection when receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection when sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name for receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name for sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiving server is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sending server is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the name of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user name for receiving is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user name for sending is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::ServerGuess</name>
    <message>
        <source>This provider wants an app password here, made on its web site, not the password you sign in with there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider signs people in through its web site only, which this version of Kittiwake cannot do yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access for mail programs must be switched on once in this provider&apos;s web settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 3 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put messages of one conversation together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text in fixed-width letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message list:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message below the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download whole messages:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download whole messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only when opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not larger than:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest message downloaded ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for messages:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for messages on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond that, the messages not read for longest are removed from this computer; they stay on the server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::SourceWindow</name>
    <message>
        <source>… %1 more are not shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::StatusStrip</name>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: syncing %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mail is here; changes are sent when you go online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Sync</name>
    <message>
        <source>The folder was renumbered meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” was deleted elsewhere; what was changed in it here is void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server lists no folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(The server does not hand out this message)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is no longer on the server, and its text was not downloaded before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent a different message than the one asked for. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::TableHeader</name>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by date, newest or oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the message list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::WindowActions</name>
    <message>
        <source>Check for New Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Read or Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in Message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message below the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed-Width Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts from a File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Kittiwake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;essage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kw::Words</name>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Junk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked regularly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of reach, as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline, as of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
