<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>kw::AccountWords</name>
    <message numerus="yes">
        <source>%Ln change(s) have not reached the server and would be lost.</source>
        <translation>
            <numerusform>%Ln change has not reached the server and would be lost.</numerusform>
            <numerusform>%Ln changes have not reached the server and would be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) are only on this computer and would be lost.</source>
        <translation>
            <numerusform>%Ln message is only on this computer and would be lost.</numerusform>
            <numerusform>%Ln messages are only on this computer and would be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) deleted by other programs could no longer be restored.</source>
        <translation>
            <numerusform>%Ln message deleted by other programs could no longer be restored.</numerusform>
            <numerusform>%Ln messages deleted by other programs could no longer be restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln message(s) and its password are deleted from this computer.</source>
        <translation>
            <numerusform>Its %Ln message and its password are deleted from this computer.</numerusform>
            <numerusform>Its %Ln messages and its password are deleted from this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::AttachmentBar</name>
    <message numerus="yes">
        <source>%Ln attachment(s)</source>
        <translation>
            <numerusform>%Ln attachment</numerusform>
            <numerusform>%Ln attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::AttachmentStrip</name>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::CertificateFacts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::ChangeWords</name>
    <message numerus="yes">
        <source>Marked %Ln message(s) as read</source>
        <translation>
            <numerusform>Marked %Ln message as read</numerusform>
            <numerusform>Marked %Ln messages as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as unread</source>
        <translation>
            <numerusform>Marked %Ln message as unread</numerusform>
            <numerusform>Marked %Ln messages as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starred %Ln message(s)</source>
        <translation>
            <numerusform>Starred %Ln message</numerusform>
            <numerusform>Starred %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took the star off %Ln message(s)</source>
        <translation>
            <numerusform>Took the star off %Ln message</numerusform>
            <numerusform>Took the star off %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as answered</source>
        <translation>
            <numerusform>Marked %Ln message as answered</numerusform>
            <numerusform>Marked %Ln messages as answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as not answered</source>
        <translation>
            <numerusform>Marked %Ln message as not answered</numerusform>
            <numerusform>Marked %Ln messages as not answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as forwarded</source>
        <translation>
            <numerusform>Marked %Ln message as forwarded</numerusform>
            <numerusform>Marked %Ln messages as forwarded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as not forwarded</source>
        <translation>
            <numerusform>Marked %Ln message as not forwarded</numerusform>
            <numerusform>Marked %Ln messages as not forwarded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the marks of %Ln message(s)</source>
        <translation>
            <numerusform>Changed the marks of %Ln message</numerusform>
            <numerusform>Changed the marks of %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tagged %Ln message(s) “%1”</source>
        <translation>
            <numerusform>Tagged %Ln message “%1”</numerusform>
            <numerusform>Tagged %Ln messages “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the tag “%1” from %Ln message(s)</source>
        <translation>
            <numerusform>Removed the tag “%1” from %Ln message</numerusform>
            <numerusform>Removed the tag “%1” from %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln message(s) to “%1”</source>
        <translation>
            <numerusform>Moved %Ln message to “%1”</numerusform>
            <numerusform>Moved %Ln messages to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln message(s) to “%1”</source>
        <translation>
            <numerusform>Copied %Ln message to “%1”</numerusform>
            <numerusform>Copied %Ln messages to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived %Ln message(s)</source>
        <translation>
            <numerusform>Archived %Ln message</numerusform>
            <numerusform>Archived %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln message(s)</source>
        <translation>
            <numerusform>Deleted %Ln message</numerusform>
            <numerusform>Deleted %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as junk</source>
        <translation>
            <numerusform>Marked %Ln message as junk</numerusform>
            <numerusform>Marked %Ln messages as junk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln message(s) as not junk</source>
        <translation>
            <numerusform>Marked %Ln message as not junk</numerusform>
            <numerusform>Marked %Ln messages as not junk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln message(s) for good</source>
        <translation>
            <numerusform>Deleted %Ln message for good</numerusform>
            <numerusform>Deleted %Ln messages for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %Ln message(s)</source>
        <translation>
            <numerusform>Restored %Ln message</numerusform>
            <numerusform>Restored %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being sent</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln being sent</numerusform>
            <numerusform>%Ln being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 refused</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln of %1 refused</numerusform>
            <numerusform>%Ln of %1 refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::ChangesDialog</name>
    <message numerus="yes">
        <source>%Ln change(s) refused: look at what is on top.</source>
        <translation>
            <numerusform>%Ln change was refused: it stands on top.</numerusform>
            <numerusform>%Ln changes were refused: they stand on top.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting for the servers.</source>
        <translation>
            <numerusform>%Ln change waits for the server.</numerusform>
            <numerusform>%Ln changes wait for the servers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The servers are still to be told that %Ln message(s) were read.</source>
        <translation>
            <numerusform>The server is still to be told that %Ln message was read.</numerusform>
            <numerusform>The servers are still to be told that %Ln messages were read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::CleanupDeeds</name>
    <message numerus="yes">
        <source>Delete %Ln message(s) for good?</source>
        <translation>
            <numerusform>Delete %Ln message for good?</numerusform>
            <numerusform>Delete %Ln messages for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln message(s), %1, for good?</source>
        <translation>
            <numerusform>Delete %Ln message, %1, for good?</numerusform>
            <numerusform>Delete %Ln messages, %1, for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::CleanupKinds</name>
    <message numerus="yes">
        <source>%Ln message(s), %1</source>
        <translation>
            <numerusform>%Ln message, %1</numerusform>
            <numerusform>%Ln messages, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::CleanupModel</name>
    <message numerus="yes">
        <source>%1: %Ln message(s), %2</source>
        <comment>folder, size</comment>
        <translation>
            <numerusform>%1: %Ln message, %2</numerusform>
            <numerusform>%1: %Ln messages, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln message(s), %2, %3 never opened, newest %4</source>
        <translation>
            <numerusform>%1: %Ln message, %2, %3 never opened, newest %4</numerusform>
            <numerusform>%1: %Ln messages, %2, %3 never opened, newest %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::CleanupWindow</name>
    <message numerus="yes">
        <source>%Ln message(s), %1 selected</source>
        <translation>
            <numerusform>%Ln message, %1 selected</numerusform>
            <numerusform>%Ln messages, %1 selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln month(s)</source>
        <translation>
            <numerusform>older than %Ln month</numerusform>
            <numerusform>older than %Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Doctor</name>
    <message numerus="yes">
        <source>The server refused %n of your changes.</source>
        <translation>
            <numerusform>The server refused one of your changes.</numerusform>
            <numerusform>The server refused %n of your changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait to be told to the server; that happens by itself.</source>
        <translation>
            <numerusform>%n change waits to be told to the server; that happens by itself.</numerusform>
            <numerusform>%n changes wait to be told to the server; that happens by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>RSA, %n bits</source>
        <translation>
            <numerusform>RSA, %n bit</numerusform>
            <numerusform>RSA, %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The domain has %n SPF records; receivers then count none.</source>
        <translation>
            <numerusform>The domain has %n SPF record; receivers then count none.</numerusform>
            <numerusform>The domain has %n SPF records; receivers then count none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key: %n bits</source>
        <translation>
            <numerusform>Key: %n bit</numerusform>
            <numerusform>Key: %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates were sent.</source>
        <translation>
            <numerusform>%n certificate was sent.</numerusform>
            <numerusform>%n certificates were sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::DoctorDialog</name>
    <message numerus="yes">
        <source>Checking… %n to go.</source>
        <translation>
            <numerusform>Checking… %n to go.</numerusform>
            <numerusform>Checking… %n to go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things do not work.</source>
        <translation>
            <numerusform>%n thing does not work.</numerusform>
            <numerusform>%n things do not work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; you should look at %n things.</source>
        <translation>
            <numerusform>It works; you should look at %n thing.</numerusform>
            <numerusform>It works; you should look at %n things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::FactCards</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Filing</name>
    <message numerus="yes">
        <source>Delete %Ln message(s) for good?</source>
        <translation>
            <numerusform>Delete %Ln message for good?</numerusform>
            <numerusform>Delete %Ln messages for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln message(s) to</source>
        <translation>
            <numerusform>Copy %Ln message to</numerusform>
            <numerusform>Copy %Ln messages to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln message(s) to</source>
        <translation>
            <numerusform>Move %Ln message to</numerusform>
            <numerusform>Move %Ln messages to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::FolderCommands</name>
    <message numerus="yes">
        <source>Its %Ln message(s) go to the Trash.</source>
        <translation>
            <numerusform>Its %Ln message goes to the Trash.</numerusform>
            <numerusform>Its %Ln messages go to the Trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln message(s) in “%1” for good?</source>
        <translation>
            <numerusform>Delete %Ln message in “%1” for good?</numerusform>
            <numerusform>Delete %Ln messages in “%1” for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::FolderModel</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mail older than %Ln day(s) is on the server only.</source>
        <translation>
            <numerusform>Mail older than %Ln day is on the server only.</numerusform>
            <numerusform>Mail older than %Ln days is on the server only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) wait to be sent, or need you.</source>
        <translation>
            <numerusform>%Ln message waits to be sent, or needs you.</numerusform>
            <numerusform>%Ln messages wait to be sent, or need you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::HeaderCard</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::ImportDialog</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s)</source>
        <translation>
            <numerusform>%Ln setting</numerusform>
            <numerusform>%Ln settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::IndexCare</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::ListWords</name>
    <message numerus="yes">
        <source>%L1 found</source>
        <translation>
            <numerusform>%L1 found</numerusform>
            <numerusform>%L1 found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::MessageListView</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::MessageNotices</name>
    <message numerus="yes">
        <source>%Ln tracking picture(s) blocked.</source>
        <translation>
            <numerusform>%Ln tracking picture blocked.</numerusform>
            <numerusform>%Ln tracking pictures blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remote part(s) blocked: frames, films or fonts.</source>
        <translation>
            <numerusform>%Ln remote part blocked: frames, films or fonts.</numerusform>
            <numerusform>%Ln remote parts blocked: frames, films or fonts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remote picture(s) blocked</source>
        <translation>
            <numerusform>%Ln remote picture blocked</numerusform>
            <numerusform>%Ln remote pictures blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tracking picture(s) blocked</source>
        <translation>
            <numerusform>%Ln tracking picture blocked</numerusform>
            <numerusform>%Ln tracking pictures blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) from the network blocked: an encrypted message loads nothing.</source>
        <translation>
            <numerusform>%Ln part from the network blocked: an encrypted message loads nothing.</numerusform>
            <numerusform>%Ln parts from the network blocked: an encrypted message loads nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::MessageSaving</name>
    <message numerus="yes">
        <source>%Ln file(s) saved in %1.</source>
        <translation>
            <numerusform>%Ln file saved in %1.</numerusform>
            <numerusform>%Ln files saved in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::OfferWords</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Outbox</name>
    <message numerus="yes">
        <source>It was tried %n time(s), and the server still does not take it: %1</source>
        <translation>
            <numerusform>It was tried once, and the server still does not take it: %1</numerusform>
            <numerusform>It was tried %n times, and the server still does not take it: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::PersonCard</name>
    <message numerus="yes">
        <source>%Ln message(s) from this person</source>
        <translation>
            <numerusform>%Ln message from this person</numerusform>
            <numerusform>%Ln messages from this person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) sent to this person</source>
        <translation>
            <numerusform>%Ln message sent to this person</numerusform>
            <numerusform>%Ln messages sent to this person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::PlainTextView</name>
    <message numerus="yes">
        <source>… %Ln more quoted line(s)</source>
        <translation>
            <numerusform>… %Ln more quoted line</numerusform>
            <numerusform>… %Ln more quoted lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::ReceiptNotice</name>
    <message numerus="yes">
        <source>%Ln addresses would be told.</source>
        <translation>
            <numerusform>%Ln address would be told.</numerusform>
            <numerusform>%Ln addresses would be told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Reminders</name>
    <message numerus="yes">
        <source>It goes to %Ln people, who all see each other&apos;s addresses unless they are in Bcc.</source>
        <translation>
            <numerusform>It goes to %Ln person.</numerusform>
            <numerusform>It goes to %Ln people, who all see each other&apos;s addresses unless they are in Bcc.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::RowWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>conversation of %n message(s)</source>
        <translation>
            <numerusform>conversation of %n message</numerusform>
            <numerusform>conversation of %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::SavedSearchLines</name>
    <message numerus="yes">
        <source>There are %Ln saved searches. Delete one first.</source>
        <translation>
            <numerusform>There is %Ln saved search. Delete it first.</numerusform>
            <numerusform>There are %Ln saved searches. Delete one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::SearchReach</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) are not indexed yet.</source>
        <translation>
            <numerusform>%Ln message is not indexed yet.</numerusform>
            <numerusform>%Ln messages are not indexed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more folder(s) could not be searched.</source>
        <translation>
            <numerusform>%Ln more folder could not be searched.</numerusform>
            <numerusform>%Ln more folders could not be searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::SecretsPage</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::SelectionPage</name>
    <message numerus="yes">
        <source>%Ln message(s) selected</source>
        <translation>
            <numerusform>%Ln message selected</numerusform>
            <numerusform>%Ln messages selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) selected</source>
        <translation>
            <numerusform>%Ln conversation selected</numerusform>
            <numerusform>%Ln conversations selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::SettingsTransfer</name>
    <message numerus="yes">
        <source>%Ln account(s) taken over.</source>
        <translation>
            <numerusform>%Ln account taken over.</numerusform>
            <numerusform>%Ln accounts taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) refused</source>
        <translation>
            <numerusform>%Ln change refused</numerusform>
            <numerusform>%Ln changes refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read mark(s) waiting</source>
        <translation>
            <numerusform>%Ln read mark waiting</numerusform>
            <numerusform>%Ln read marks waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Sync</name>
    <message numerus="yes">
        <source>%n message(s) cannot be brought back: they are gone from the server and their text was not on this computer.</source>
        <translation>
            <numerusform>One message cannot be brought back: it is gone from the server and its text was not on this computer.</numerusform>
            <numerusform>%n messages cannot be brought back: they are gone from the server and their text was not on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) had been moved or deleted by another program before; that was left as it is.</source>
        <translation>
            <numerusform>One message had been moved or deleted by another program before; that was left as it is.</numerusform>
            <numerusform>%n messages had been moved or deleted by another program before; that was left as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::Undoing</name>
    <message numerus="yes">
        <source>%Ln change(s) could not be made and were taken back.</source>
        <translation>
            <numerusform>%Ln change could not be made and was taken back.</numerusform>
            <numerusform>%Ln changes could not be made and were taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::VanishedDialog</name>
    <message numerus="yes">
        <source>Forget %Ln message(s) for good?</source>
        <translation>
            <numerusform>Forget %Ln message for good?</numerusform>
            <numerusform>Forget %Ln messages for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that another program deleted are kept for %Ln day(s), if their text is on this computer.</source>
        <translation>
            <numerusform>Messages that another program deleted are kept for %Ln day, if their text is on this computer.</numerusform>
            <numerusform>Messages that another program deleted are kept for %Ln days, if their text is on this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kw::VanishedModel</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
</TS>
