<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ConnectionLog</name>
    <message numerus="yes">
        <source>; %Ln drafts were kept</source>
        <translation>
            <numerusform>; %Ln draft was kept</numerusform>
            <numerusform>; %Ln drafts were kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerDraft</name>
    <message numerus="yes">
        <source>%Ln fields without conflict, both are kept: %1</source>
        <translation>
            <numerusform>%Ln field without conflict, both are kept: %1</numerusform>
            <numerusform>%Ln fields without conflict, both are kept: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterConditions</name>
    <message numerus="yes">
        <source>in the last %Ln days</source>
        <translation>
            <numerusform>in the last day</numerusform>
            <numerusform>in the last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longer ago than %Ln days, or never</source>
        <translation>
            <numerusform>longer ago than %Ln day, or never</numerusform>
            <numerusform>longer ago than %Ln days, or never</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longer ago than %Ln days</source>
        <translation>
            <numerusform>longer ago than %Ln day</numerusform>
            <numerusform>longer ago than %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln days, or longer than usual for them</source>
        <translation>
            <numerusform>for %Ln day, or longer than usual for them</numerusform>
            <numerusform>for %Ln days, or longer than usual for them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the next %Ln days</source>
        <translation>
            <numerusform>in the next day</numerusform>
            <numerusform>in the next %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%Ln cells have formulas: their last values are taken</source>
        <translation>
            <numerusform>%Ln cell has a formula: its last value is taken</numerusform>
            <numerusform>%Ln cells have formulas: their last values are taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a ward to be chosen</source>
        <translation>
            <numerusform>%Ln needs a ward to be chosen</numerusform>
            <numerusform>%Ln need a ward to be chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had lost their first 0, restored</source>
        <translation>
            <numerusform>%Ln had lost its first 0, restored</numerusform>
            <numerusform>%Ln had lost their first 0, restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old numbers, brought up to date</source>
        <translation>
            <numerusform>%Ln old number, brought up to date</numerusform>
            <numerusform>%Ln old numbers, brought up to date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergingText</name>
    <message numerus="yes">
        <source>Merge %Ln customers</source>
        <translation>
            <numerusform>Merge %Ln customer</numerusform>
            <numerusform>Merge %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message numerus="yes">
        <source>%Ln changes of care requests</source>
        <translation>
            <numerusform>%Ln change of care requests</numerusform>
            <numerusform>%Ln changes of care requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of customers</source>
        <translation>
            <numerusform>%Ln change of customers</numerusform>
            <numerusform>%Ln changes of customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of talks, appointments and tasks</source>
        <translation>
            <numerusform>%Ln change of talks, appointments and tasks</numerusform>
            <numerusform>%Ln changes of talks, appointments and tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeTime</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::AssignPage</name>
    <message numerus="yes">
        <source>Assign %Ln customers</source>
        <translation>
            <numerusform>Assign %Ln customer</numerusform>
            <numerusform>Assign %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::BatchBar</name>
    <message numerus="yes">
        <source>%1 of %Ln customers</source>
        <translation>
            <numerusform>%1 of %Ln customer</numerusform>
            <numerusform>%1 of %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay as they are: you may not change them.</source>
        <translation>
            <numerusform>%Ln stays as it is: you may not change it.</numerusform>
            <numerusform>%Ln stay as they are: you may not change them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone for %Ln customers</source>
        <translation>
            <numerusform>Undone for %Ln customer</numerusform>
            <numerusform>Undone for %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln stay as they were</source>
        <translation>
            <numerusform>%1; %Ln stays as it was</numerusform>
            <numerusform>%1; %Ln stay as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the tag “%1” to %Ln customers?</source>
        <translation>
            <numerusform>Add the tag “%1” to %Ln customer?</numerusform>
            <numerusform>Add the tag “%1” to %Ln customers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the tag “%1” from %Ln customers?</source>
        <translation>
            <numerusform>Remove the tag “%1” from %Ln customer?</numerusform>
            <numerusform>Remove the tag “%1” from %Ln customers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added the tag “%1” to %Ln customers</source>
        <translation>
            <numerusform>Added the tag “%1” to %Ln customer</numerusform>
            <numerusform>Added the tag “%1” to %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the tag “%1” from %Ln customers</source>
        <translation>
            <numerusform>Removed the tag “%1” from %Ln customer</numerusform>
            <numerusform>Removed the tag “%1” from %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln customers to the bin?</source>
        <translation>
            <numerusform>Move %Ln customer to the bin?</numerusform>
            <numerusform>Move %Ln customers to the bin?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln customers to the bin</source>
        <translation>
            <numerusform>Moved %Ln customer to the bin</numerusform>
            <numerusform>Moved %Ln customers to the bin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::BinPage</name>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln customers</source>
        <translation>
            <numerusform>Restore %Ln customer</numerusform>
            <numerusform>Restore %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarCheck</name>
    <message numerus="yes">
        <source>Calendar of %1, %Ln entries</source>
        <translation>
            <numerusform>Calendar of %1, %Ln entry</numerusform>
            <numerusform>Calendar of %1, %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarPage</name>
    <message numerus="yes">
        <source>%Ln entries saved in %1</source>
        <translation>
            <numerusform>%Ln entry saved in %1</numerusform>
            <numerusform>%Ln entries saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ColumnsPanel</name>
    <message numerus="yes">
        <source>%1 of %Ln columns</source>
        <translation>
            <numerusform>%1 of %Ln column</numerusform>
            <numerusform>%1 of %Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ConflictPanel</name>
    <message numerus="yes">
        <source>%Ln fields differ; choose for each.</source>
        <translation>
            <numerusform>%Ln field differs; choose.</numerusform>
            <numerusform>%Ln fields differ; choose for each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ConnectionBars</name>
    <message numerus="yes">
        <source>You can go on looking and writing; %Ln drafts are on this machine.</source>
        <translation>
            <numerusform>You can go on looking and writing; %Ln draft is on this machine.</numerusform>
            <numerusform>You can go on looking and writing; %Ln drafts are on this machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection, %Ln drafts</source>
        <translation>
            <numerusform>No connection, %Ln draft</numerusform>
            <numerusform>No connection, %Ln drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerForm</name>
    <message numerus="yes">
        <source>%Ln customers may be the same</source>
        <translation>
            <numerusform>%Ln customer may be the same</numerusform>
            <numerusform>%Ln customers may be the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerList</name>
    <message numerus="yes">
        <source>%Ln new customers</source>
        <translation>
            <numerusform>%Ln new customer</numerusform>
            <numerusform>%Ln new customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerModel</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomersPage</name>
    <message numerus="yes">
        <source>Assigned %Ln customers to %1</source>
        <translation>
            <numerusform>Assigned %Ln customer to %1</numerusform>
            <numerusform>Assigned %Ln customers to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln customers to %1?</source>
        <translation>
            <numerusform>Assign %Ln customer to %1?</numerusform>
            <numerusform>Assign %Ln customers to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted into the cells of %Ln customers</source>
        <translation>
            <numerusform>Pasted into the cells of %Ln customer</numerusform>
            <numerusform>Pasted into the cells of %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::FileBar</name>
    <message numerus="yes">
        <source>%Ln rows, titles in row %1</source>
        <translation>
            <numerusform>%Ln row, titles in row %1</numerusform>
            <numerusform>%Ln rows, titles in row %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, no row of titles</source>
        <translation>
            <numerusform>%Ln row, no row of titles</numerusform>
            <numerusform>%Ln rows, no row of titles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::FilesPane</name>
    <message numerus="yes">
        <source>%Ln mails are logged as talks.</source>
        <translation>
            <numerusform>%Ln mail is logged as a talk.</numerusform>
            <numerusform>%Ln mails are logged as talks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::HistoryModel</name>
    <message numerus="yes">
        <source>Changed %Ln fields</source>
        <translation>
            <numerusform>Changed %Ln field</numerusform>
            <numerusform>Changed %Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ImportPage</name>
    <message numerus="yes">
        <source>Checked %1 of %Ln rows</source>
        <translation>
            <numerusform>Checked %1 of %Ln row</numerusform>
            <numerusform>Checked %1 of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %1 of %Ln rows</source>
        <translation>
            <numerusform>Imported %1 of %Ln row</numerusform>
            <numerusform>Imported %1 of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone %1 of %Ln rows</source>
        <translation>
            <numerusform>Undone %1 of %Ln row</numerusform>
            <numerusform>Undone %1 of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds left</source>
        <translation>
            <numerusform>%Ln second left</numerusform>
            <numerusform>%Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>done in %Ln seconds</source>
        <translation>
            <numerusform>done in %Ln second</numerusform>
            <numerusform>done in %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import is undone; %Ln customers were edited since and stay.</source>
        <translation>
            <numerusform>The import is undone; %Ln customer was edited since and stays.</numerusform>
            <numerusform>The import is undone; %Ln customers were edited since and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln rows</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the file: %Ln rows</source>
        <translation>
            <numerusform>Reading the file: %Ln row</numerusform>
            <numerusform>Reading the file: %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln rows to %1</source>
        <translation>
            <numerusform>Saved %Ln row to %1</numerusform>
            <numerusform>Saved %Ln rows to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ListPrinter</name>
    <message numerus="yes">
        <source>%1, %2 · %Ln customers</source>
        <translation>
            <numerusform>%1, %2 · %Ln customer</numerusform>
            <numerusform>%1, %2 · %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln customers are printed.</source>
        <translation>
            <numerusform>Only the first customer is printed.</numerusform>
            <numerusform>Only the first %Ln customers are printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ListTitle</name>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::UnsentFiles</name>
    <message numerus="yes">
        <source>%Ln files have not been sent yet.</source>
        <translation>
            <numerusform>%Ln file has not been sent yet.</numerusform>
            <numerusform>%Ln files have not been sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::MergeTable</name>
    <message numerus="yes">
        <source>%Ln fields are equal or empty on all sides</source>
        <translation>
            <numerusform>%Ln field is equal or empty on all sides</numerusform>
            <numerusform>%Ln fields are equal or empty on all sides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::MergingPage</name>
    <message numerus="yes">
        <source>Merge undone: %Ln customers again</source>
        <translation>
            <numerusform>Merge undone: %Ln customer again</numerusform>
            <numerusform>Merge undone: %Ln customers again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::NoticeView</name>
    <message numerus="yes">
        <source>Again in %Ln minutes</source>
        <translation>
            <numerusform>Again in %Ln minute</numerusform>
            <numerusform>Again in %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::PastePage</name>
    <message numerus="yes">
        <source>%Ln cells change.</source>
        <translation>
            <numerusform>%Ln cell changes.</numerusform>
            <numerusform>%Ln cells change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells change, left as they are: %1.</source>
        <translation>
            <numerusform>%Ln cell changes, left as they are: %1.</numerusform>
            <numerusform>%Ln cells change, left as they are: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines find no row here and are left out.</source>
        <translation>
            <numerusform>%Ln line finds no row here and is left out.</numerusform>
            <numerusform>%Ln lines find no row here and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln cells</source>
        <translation>
            <numerusform>Change %Ln cell</numerusform>
            <numerusform>Change %Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::PlanPage</name>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls; customers left out: %1</source>
        <translation>
            <numerusform>%Ln call; customers left out: %1</numerusform>
            <numerusform>%Ln calls; customers left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln calls</source>
        <translation>
            <numerusform>%1 of %Ln call</numerusform>
            <numerusform>%1 of %Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Plan %Ln calls</source>
        <translation>
            <numerusform>Plan %Ln call</numerusform>
            <numerusform>Plan %Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Planned %Ln calls</source>
        <translation>
            <numerusform>Planned %Ln call</numerusform>
            <numerusform>Planned %Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln calls back</source>
        <translation>
            <numerusform>Took %Ln call back</numerusform>
            <numerusform>Took %Ln calls back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %1 of %Ln customers</source>
        <translation>
            <numerusform>the first %1 of %Ln customer</numerusform>
            <numerusform>the first %1 of %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ReminderToast</name>
    <message numerus="yes">
        <source>Again in %Ln minutes</source>
        <translation>
            <numerusform>Again in %Ln minute</numerusform>
            <numerusform>Again in %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ResultPanel</name>
    <message numerus="yes">
        <source>Save %Ln rows…</source>
        <translation>
            <numerusform>Save %Ln row…</numerusform>
            <numerusform>Save %Ln rows…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::ScanBar</name>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln customers</source>
        <translation>
            <numerusform>%1 of %Ln customer</numerusform>
            <numerusform>%1 of %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new groups</source>
        <translation>
            <numerusform>%Ln new group</numerusform>
            <numerusform>%Ln new groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SettingsPage</name>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SideLists</name>
    <message numerus="yes">
        <source>%1, %Ln years old</source>
        <translation>
            <numerusform>%1, %Ln year old</numerusform>
            <numerusform>%1, %Ln years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln years</source>
        <translation>
            <numerusform>%1, %Ln year</numerusform>
            <numerusform>%1, %Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::StatusLine</name>
    <message numerus="yes">
        <source>%Ln errors to correct</source>
        <translation>
            <numerusform>%Ln error to correct</numerusform>
            <numerusform>%Ln errors to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings, can be saved</source>
        <translation>
            <numerusform>%Ln warning, can be saved</numerusform>
            <numerusform>%Ln warnings, can be saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::TransfersPart</name>
    <message numerus="yes">
        <source>Exporting: %Ln customers so far</source>
        <translation>
            <numerusform>Exporting: %Ln customer so far</numerusform>
            <numerusform>Exporting: %Ln customers so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln customers to %1</source>
        <translation>
            <numerusform>Exported %Ln customer to %1</numerusform>
            <numerusform>Exported %Ln customers to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::UndoView</name>
    <message numerus="yes">
        <source>%Ln go back to %1</source>
        <translation>
            <numerusform>%Ln goes back to %1</numerusform>
            <numerusform>%Ln go back to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came since the merge and stay with %1</source>
        <translation>
            <numerusform>%Ln came since the merge and stays with %1</numerusform>
            <numerusform>%Ln came since the merge and stay with %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were removed since the merge and do not come back</source>
        <translation>
            <numerusform>%Ln was removed since the merge and does not come back</numerusform>
            <numerusform>%Ln were removed since the merge and do not come back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkListsPart</name>
    <message numerus="yes">
        <source>Printed %Ln customers</source>
        <translation>
            <numerusform>Printed %Ln customer</numerusform>
            <numerusform>Printed %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printing: %Ln customers so far</source>
        <translation>
            <numerusform>Printing: %Ln customer so far</numerusform>
            <numerusform>Printing: %Ln customers so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SequenceEditor</name>
    <message numerus="yes">
        <source>%Ln customers on it switch to the new steps</source>
        <translation>
            <numerusform>%Ln customer on it switches to the new steps</numerusform>
            <numerusform>%Ln customers on it switch to the new steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SelectionBar</name>
    <message numerus="yes">
        <source>%Ln customers chosen</source>
        <translation>
            <numerusform>%Ln customer chosen</numerusform>
            <numerusform>%Ln customers chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SequencesPage</name>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers on it</source>
        <translation>
            <numerusform>%Ln customer on it</numerusform>
            <numerusform>%Ln customers on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SequencesPart</name>
    <message numerus="yes">
        <source>%Ln customers were added to the sequence</source>
        <translation>
            <numerusform>%Ln customer was added to the sequence</numerusform>
            <numerusform>%Ln customers were added to the sequence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::EnrolPanel</name>
    <message numerus="yes">
        <source>Add %Ln customers to a sequence</source>
        <translation>
            <numerusform>Add %Ln customer to a sequence</numerusform>
            <numerusform>Add %Ln customers to a sequence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message numerus="yes">
        <source>%Ln single days</source>
        <translation>
            <numerusform>%Ln single day</numerusform>
            <numerusform>%Ln single days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarImportPage</name>
    <message numerus="yes">
        <source>%Ln entries were imported into the calendar</source>
        <translation>
            <numerusform>%Ln entry was imported into the calendar</numerusform>
            <numerusform>%Ln entries were imported into the calendar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines were skipped.</source>
        <translation>
            <numerusform>%Ln line was skipped.</numerusform>
            <numerusform>%Ln lines were skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerReassignment</name>
    <message numerus="yes">
        <source>Assigned %Ln customers of %1 to %2</source>
        <translation>
            <numerusform>Assigned %Ln customer of %1 to %2</numerusform>
            <numerusform>Assigned %Ln customers of %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln customers of %1 to %2?</source>
        <translation>
            <numerusform>Assign %Ln customer of %1 to %2?</numerusform>
            <numerusform>Assign %Ln customers of %1 to %2?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SubscriptionEditor</name>
    <message numerus="yes">
        <source>Since %1 there were %Ln such changes that you see.</source>
        <translation>
            <numerusform>Since %1 there was %Ln such change that you see.</numerusform>
            <numerusform>Since %1 there were %Ln such changes that you see.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkReassignment</name>
    <message numerus="yes">
        <source>%1 of %Ln entries</source>
        <translation>
            <numerusform>%1 of %Ln entry</numerusform>
            <numerusform>%1 of %Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handed %Ln entries over to %1</source>
        <translation>
            <numerusform>Handed %Ln entry over to %1</numerusform>
            <numerusform>Handed %Ln entries over to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %Ln entries of %1 to %2?</source>
        <translation>
            <numerusform>Hand over %Ln entry of %1 to %2?</numerusform>
            <numerusform>Hand over %Ln entries of %1 to %2?</numerusform>
        </translation>
    </message>
</context>
</TS>
