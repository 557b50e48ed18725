// size-ok: one table of every text that a key stands for; halves of it would be none.
#include "client/core/texts.h"

#include <QCoreApplication>
#include <QHash>

namespace banhang::client {

namespace {

struct Entry
{
    const char* key;
    const char* text;
};

// Sorted by area, in the order in which people meet them. Places in braces are filled from the arguments of the key.
constexpr Entry kTexts[] = {
    {"connection.lost",
     QT_TRANSLATE_NOOP("Texts", "The server cannot be reached. Check the network cable; what you typed is kept.")},
    {"connection.silent", QT_TRANSLATE_NOOP("Texts", "The server has stopped answering.")},
    {"call.timeout", QT_TRANSLATE_NOOP("Texts", "The server took too long to answer. Try again.")},
    {"call.cancelled", QT_TRANSLATE_NOOP("Texts", "The work was stopped.")},
    {"call.failed", QT_TRANSLATE_NOOP("Texts", "The server answered with something this program does not understand.")},
    {"call.bad_reply",
     QT_TRANSLATE_NOOP("Texts",
                       "The answer of the server could not be read. Server and program may be of different versions.")},
    {"call.fault",
     QT_TRANSLATE_NOOP("Texts", "Something went wrong on the server and was logged there. What you typed is kept.")},
    {"call.invalid", QT_TRANSLATE_NOOP("Texts", "Some fields need to be corrected first.")},
    {"call.denied",
     QT_TRANSLATE_NOOP("Texts", "You do not have the right to do this ({right}). Ask your team leader or IT.")},
    {"call.deadline_missing",
     QT_TRANSLATE_NOOP("Texts", "The program sent the request without a time limit, so the server refused it.")},
    {"call.request_id_invalid",
     QT_TRANSLATE_NOOP("Texts", "The program sent the request without a valid number, so the server refused it.")},
    {"call.request_id_reused",
     QT_TRANSLATE_NOOP(
         "Texts",
         "The program used the number of another request. Close the page and do it again; the draft is kept.")},
    {"call.rights_changing", QT_TRANSLATE_NOOP("Texts", "Rights are being changed right now. Try again in a moment.")},
    {"call.text_has_nul",
     QT_TRANSLATE_NOOP("Texts", "The text holds a character that cannot be stored. Type it instead of pasting it.")},
    {"server.busy", QT_TRANSLATE_NOOP("Texts", "The server is very busy. Try again in a moment.")},
    {"database.unavailable",
     QT_TRANSLATE_NOOP("Texts",
                       "The server cannot reach its database. It tries again by itself; what you typed is kept.")},
    {"database.contention", QT_TRANSLATE_NOOP("Texts", "Several people are writing the same thing. Try again.")},
    {"database.commit_in_doubt",
     QT_TRANSLATE_NOOP("Texts", "It is not certain whether this was saved. Look at the list before doing it again.")},
    {"session.ended", QT_TRANSLATE_NOOP("Texts", "Your session has ended. Sign in again; what you typed is kept.")},
    {"session.missing", QT_TRANSLATE_NOOP("Texts", "Nobody is signed in. Sign in first.")},
    {"session.not_found", QT_TRANSLATE_NOOP("Texts", "This session has already ended.")},
    {"identity.sign_in_refused",
     QT_TRANSLATE_NOOP("Texts", "User name or password is wrong. Mind capital letters and the Vietnamese keyboard.")},
    {"identity.sign_in_delayed", QT_TRANSLATE_NOOP("Texts", "Too many wrong tries. Try again in {seconds} seconds.")},
    {"identity.password_change_required", QT_TRANSLATE_NOOP("Texts", "Change the first password before going on.")},
    {"identity.old_password_wrong", QT_TRANSLATE_NOOP("Texts", "The current password is not correct.")},
    {"password.too_short", QT_TRANSLATE_NOOP("Texts", "At least {min} characters.")},
    {"password.too_long", QT_TRANSLATE_NOOP("Texts", "At most {max} characters.")},
    {"password.like_user_name",
     QT_TRANSLATE_NOOP("Texts", "Do not use the user name: it is the first thing that others try.")},
    {"password.common", QT_TRANSLATE_NOOP("Texts", "Too many people use this password. A short sentence is better.")},
    {"password.unchanged", QT_TRANSLATE_NOOP("Texts", "The new password is the same as the old one.")},
    {"page_token.invalid", QT_TRANSLATE_NOOP("Texts", "The list has changed meanwhile. Refresh it (F5).")},
    {"field.required", QT_TRANSLATE_NOOP("Texts", "Must be filled in.")},
    {"field.too_long", QT_TRANSLATE_NOOP("Texts", "At most {max} characters.")},
    {"text.too_long", QT_TRANSLATE_NOOP("Texts", "At most {max} characters.")},
    {"list.too_large", QT_TRANSLATE_NOOP("Texts", "Too much text: at most {max} kB in this list.")},
    {"contact.too_many_numbers",
     QT_TRANSLATE_NOOP("Texts", "At most {max} different phone numbers and e-mail addresses in all.")},
    {"field.unknown_value",
     QT_TRANSLATE_NOOP("Texts", "The server does not know this choice. Restart the program to get the new version.")},
    {"list.too_long", QT_TRANSLATE_NOOP("Texts", "At most {max} entries.")},
    {"user.not_found", QT_TRANSLATE_NOOP("Texts", "This colleague is not there any more.")},
    {"user.name_taken", QT_TRANSLATE_NOOP("Texts", "This user name is already taken.")},
    {"user.name_form",
     QT_TRANSLATE_NOOP("Texts", "A user name has 2 to 64 small letters, digits, dots, hyphens or underscores.")},
    {"user.inactive", QT_TRANSLATE_NOOP("Texts", "This colleague no longer works here.")},
    {"group.not_found", QT_TRANSLATE_NOOP("Texts", "This group is not there any more.")},
    {"group.name_taken", QT_TRANSLATE_NOOP("Texts", "This group name is already taken.")},
    {"group.grant_form", QT_TRANSLATE_NOOP("Texts", "This is not a right that can be granted.")},
    {"unit.not_found", QT_TRANSLATE_NOOP("Texts", "This unit is not there any more.")},
    {"unit.company_exists", QT_TRANSLATE_NOOP("Texts", "There is already a company at the top.")},
    {"unit.parent_not_allowed", QT_TRANSLATE_NOOP("Texts", "A unit of this kind cannot stand there.")},
    {"view.name_taken", QT_TRANSLATE_NOOP("Texts", "You have another list of this name. Choose another one.")},
    {"view.not_found", QT_TRANSLATE_NOOP("Texts", "This list is not there any more.")},
    {"view.edit_conflict", QT_TRANSLATE_NOOP("Texts", "Somebody else has just changed this list. Open it again.")},
    {"subscription.not_found", QT_TRANSLATE_NOOP("Texts", "This is not followed any more, or not by you.")},
    {"subscription.edit_conflict",
     QT_TRANSLATE_NOOP("Texts", "Somebody else has just changed what is followed here. Open it again.")},
    {"subscription.too_many",
     QT_TRANSLATE_NOOP("Texts",
                       "At most {max} things can be followed at a time. Delete one that is no longer needed.")},
    {"subscription.nothing", QT_TRANSLATE_NOOP("Texts", "Tick what it is to tell of: new ones, changes, or both.")},
    {"subscription.field_unknown", QT_TRANSLATE_NOOP("Texts", "Nobody can be told of this field.")},
    {"subscription.unit_unknown", QT_TRANSLATE_NOOP("Texts", "This department is not there any more.")},
    {"subscription.until_past", QT_TRANSLATE_NOOP("Texts", "Choose a time that is still to come.")},
    {"view.column_wrong", QT_TRANSLATE_NOOP("Texts", "The column {column} cannot be kept in a list.")},
    {"view.list_unknown", QT_TRANSLATE_NOOP("Texts", "The server does not know this kind of list.")},
    {"view.quick_key", QT_TRANSLATE_NOOP("Texts", "Keys of lists go from 1 to 9.")},
    {"period.days", QT_TRANSLATE_NOOP("Texts", "Between 1 and {max} days.")},
    {"customer.too_many_tags", QT_TRANSLATE_NOOP("Texts", "This customer has as many tags as there may be.")},
    {"text.missing", QT_TRANSLATE_NOOP("Texts", "Must be filled in.")},
    {"import.not_found", QT_TRANSLATE_NOOP("Texts", "This import does not exist, or it is a colleague's.")},
    {"import.undone", QT_TRANSLATE_NOOP("Texts", "This import has been undone. Import the file again to start over.")},
    {"import.too_old", QT_TRANSLATE_NOOP("Texts", "An import can be undone for 30 days; this one is older.")},
    {"import.too_many_rows", QT_TRANSLATE_NOOP("Texts", "At most {max} rows go to the server at once.")},
    {"import.row_number", QT_TRANSLATE_NOOP("Texts", "Every row needs a number of its own.")},
    {"import.row_count", QT_TRANSLATE_NOOP("Texts", "The file has no rows, or more than a sheet can hold.")},
    {"import.template_columns",
     QT_TRANSLATE_NOOP("Texts", "A template needs at least one column, and not more than a sheet has.")},
    {"import.kept_edited", QT_TRANSLATE_NOOP("Texts", "Edited since the import.")},
    {"import.kept_denied", QT_TRANSLATE_NOOP("Texts", "You may not delete or change it any more.")},
    {"import.kept_gone", QT_TRANSLATE_NOOP("Texts", "You no longer see it.")},
    {"export.columns", QT_TRANSLATE_NOOP("Texts", "Choose between one and {max} columns.")},
    {"export.too_many_rows",
     QT_TRANSLATE_NOOP("Texts", "A sheet holds {max} rows at most. Filter the list, or export it as CSV.")},
    {"export.no_room", QT_TRANSLATE_NOOP("Texts", "The server has no room for the file right now. Tell IT.")},
    {"file.not_readable", QT_TRANSLATE_NOOP("Texts", "The file {path} cannot be read.")},
    {"file.not_writable",
     QT_TRANSLATE_NOOP("Texts", "The file {path} cannot be written. Is it open in Excel, or the disk full?")},
    {"sheet.unreadable", QT_TRANSLATE_NOOP("Texts", "The file {path} cannot be opened.")},
    {"sheet.empty", QT_TRANSLATE_NOOP("Texts", "There is nothing in this file.")},
    {"sheet.too_large",
     QT_TRANSLATE_NOOP(
         "Texts", "The file is too large, or would become so when it is unpacked. Split it and import the parts.")},
    {"sheet.too_many_rows",
     QT_TRANSLATE_NOOP("Texts", "The file has more than {max} rows. Split it and import the parts.")},
    {"sheet.too_many_cells",
     QT_TRANSLATE_NOOP("Texts", "The sheet has too many cells. Remove columns that are not needed.")},
    {"sheet.damaged", QT_TRANSLATE_NOOP("Texts", "The file is damaged. Open it in Excel and save it again as .xlsx.")},
    {"sheet.encrypted",
     QT_TRANSLATE_NOOP("Texts",
                       "The file is protected by a password. Open it in Excel, take the password off and save it.")},
    {"sheet.old_xls",
     QT_TRANSLATE_NOOP("Texts", "This is an Excel file of before 2007 (.xls). Open it in Excel and save it as .xlsx.")},
    {"sheet.unknown_format", QT_TRANSLATE_NOOP("Texts", "This is neither Excel, LibreOffice nor CSV.")},
    {"sheet.no_such_sheet", QT_TRANSLATE_NOOP("Texts", "There is no sheet “{name}” in the file.")},
    {"sheet.not_csv",
     QT_TRANSLATE_NOOP("Texts",
                       "The text cannot be read as a table from line {line} on: a quotation mark is not closed.")},
    {"sheet.day_unreadable", QT_TRANSLATE_NOOP("Texts", "“{value}” is not a date. Write day/month/year.")},
    {"sheet.birth_year_only",
     QT_TRANSLATE_NOOP(
         "Texts", "An organisation has no year of birth, so “{value}” goes into the note, which everybody who sees the "
                  "customer reads.")},
    {"sheet.phone_words",
     QT_TRANSLATE_NOOP("Texts", "There is no room for all the words beside the phone number, so “{value}” goes into "
                                "the note, which everybody who sees the customer reads.")},
    {"sheet.choice_unknown", QT_TRANSLATE_NOOP("Texts", "“{value}” is not in the list of choices, so it is skipped.")},
    {"sheet.person_unknown",
     QT_TRANSLATE_NOOP("Texts", "Nobody here is called “{value}”, so you will be the owner of this customer.")},
    {"sheet.person_ambiguous",
     QT_TRANSLATE_NOOP("Texts", "Several colleagues are called “{value}”: write the full name.")},
    {"pick_item.key_taken", QT_TRANSLATE_NOOP("Texts", "This key is already in the list.")},
    {"pick_item.not_found", QT_TRANSLATE_NOOP("Texts", "This choice is not there any more.")},
    {"pick_item.unknown", QT_TRANSLATE_NOOP("Texts", "This choice is no longer in the list. Choose another one.")},
    {"pick_item.twice", QT_TRANSLATE_NOOP("Texts", "This choice is there twice.")},
    {"pick_item.list_unknown", QT_TRANSLATE_NOOP("Texts", "There is no such list.")},
    {"pick_item.edit_conflict", QT_TRANSLATE_NOOP("Texts", "Somebody else has just changed this choice.")},
    {"customer.not_found", QT_TRANSLATE_NOOP("Texts", "This customer is not there, or you may not see it.")},
    {"customer.edit_conflict", QT_TRANSLATE_NOOP("Texts", "A colleague has saved other values meanwhile.")},
    {"customer.duplicate_unconfirmed",
     QT_TRANSLATE_NOOP("Texts",
                       "This customer may already exist. See the list on the right, or say why it is saved anyway.")},
    {"customer.public_card_disabled",
     QT_TRANSLATE_NOOP("Texts", "Your company does not show customers of other teams.")},
    {"customer.deleted", QT_TRANSLATE_NOOP("Texts", "This customer is in the bin. Restore it first.")},
    {"customer.in_bin", QT_TRANSLATE_NOOP("Texts", "This customer is in the bin. Restore it first.")},
    {"customer.merged",
     QT_TRANSLATE_NOOP("Texts", "This customer was merged into another one. Undo the merge instead.")},
    {"attachment.not_found", QT_TRANSLATE_NOOP("Texts", "This file is not there, or you may not see it.")},
    {"attachment.too_large",
     QT_TRANSLATE_NOOP("Texts", "The file is larger than the {max_bytes} bytes that the server takes.")},
    {"attachment.damaged",
     QT_TRANSLATE_NOOP("Texts", "The file changed on its way, or while it was being read. Try it again.")},
    {"attachment.upload_lost", QT_TRANSLATE_NOOP("Texts", "Sending was interrupted for too long. Send it again.")},
    {"attachment.known_content", QT_TRANSLATE_NOOP("Texts", "This file is already there, under the name “{name}”.")},
    {"attachment.edit_conflict", QT_TRANSLATE_NOOP("Texts", "A colleague has renamed this file meanwhile.")},
    {"attachment.parent_missing",
     QT_TRANSLATE_NOOP("Texts", "A file belongs to exactly one customer or one entry of its timeline.")},
    {"attachment.offset_outside", QT_TRANSLATE_NOOP("Texts", "The file has no such place.")},
    {"attachment.name_unsafe",
     QT_TRANSLATE_NOOP("Texts",
                       "A file cannot have this name on every machine. Leave out / \\ : * ? \" < > | and dots at "
                       "the end.")},
    {"attachment.kind_refused",
     QT_TRANSLATE_NOOP("Texts", "Files of the kind .{extension} can be run, so they are not taken. Send a PDF, a "
                                "picture or a ZIP.")},
    {"attachment.is_program",
     QT_TRANSLATE_NOOP("Texts", "What is in this file is a program, whatever its name says, so it is not taken.")},
    {"attachment.kind_differs",
     QT_TRANSLATE_NOOP("Texts", "What is in this file is not what its ending .{extension} says. Open it, and save it "
                                "anew under the right kind.")},
    {"attachment.extension_fixed",
     QT_TRANSLATE_NOOP("Texts", "The ending .{extension} stays; only what stands before it can be changed.")},
    {"attachment.no_mail", QT_TRANSLATE_NOOP("Texts", "There is no mail in it.")},
    {"activity.known_message", QT_TRANSLATE_NOOP("Texts", "This mail has already been logged.")},
    {"activity.known_entry", QT_TRANSLATE_NOOP("Texts", "This entry of the calendar file is already here.")},
    {"series.known_entry", QT_TRANSLATE_NOOP("Texts", "This entry of the calendar file is already here.")},
    {"series.no_such_day", QT_TRANSLATE_NOOP("Texts", "The rule does not have this day.")},
    {"calendar_file.none",
     QT_TRANSLATE_NOOP("Texts", "This is not a calendar file. Save the calendar as .ics in the other program.")},
    {"calendar_file.too_large",
     QT_TRANSLATE_NOOP("Texts",
                       "The file holds more than 20 MB or 10,000 entries. Save a shorter time of the calendar.")},
    {"calendar_file.unreadable",
     QT_TRANSLATE_NOOP("Texts", "The file cannot be read. Look whether it is still there and not open elsewhere.")},
    {"care_request.not_found", QT_TRANSLATE_NOOP("Texts", "This care request is not there, or you may not see it.")},
    {"care_request.edit_conflict", QT_TRANSLATE_NOOP("Texts", "A colleague has saved other values meanwhile.")},
    {"care_request.in_bin", QT_TRANSLATE_NOOP("Texts", "This care request is in the bin. Restore it first.")},
    {"care_request.no_such_step",
     QT_TRANSLATE_NOOP("Texts", "It cannot go to this state from the one it is in. Look at it again.")},
    {"care_request.version_unknown",
     QT_TRANSLATE_NOOP("Texts", "It is not known which version was edited. Open it again.")},
    {"care_request.kind_missing", QT_TRANSLATE_NOOP("Texts", "Say of which kind it is.")},
    {"care_request.customer_missing", QT_TRANSLATE_NOOP("Texts", "A care request needs a customer.")},
    {"care_request.channel_missing", QT_TRANSLATE_NOOP("Texts", "Say how it came in.")},
    {"care_request.subject_missing", QT_TRANSLATE_NOOP("Texts", "Say what it is about.")},
    {"care_request.answer_missing", QT_TRANSLATE_NOOP("Texts", "Write down what was answered.")},
    {"care_request.satisfaction_out_of_range", QT_TRANSLATE_NOOP("Texts", "From 1 to {max}.")},
    {"care_settings.twice", QT_TRANSLATE_NOOP("Texts", "This severity stands there twice.")},
    {"care_settings.incomplete", QT_TRANSLATE_NOOP("Texts", "Each severity needs a time.")},
    {"care_settings.promise_out_of_range",
     QT_TRANSLATE_NOOP("Texts", "An answer is promised within {min} to {max} minutes.")},
    {"care_settings.reminder_out_of_range", QT_TRANSLATE_NOOP("Texts", "The reminder comes before the promised time.")},
    {"care_settings.edit_conflict", QT_TRANSLATE_NOOP("Texts", "A colleague has saved other values meanwhile.")},
    {"activity.not_found", QT_TRANSLATE_NOOP("Texts", "This entry is not there, or you may not see it.")},
    {"activity.edit_conflict", QT_TRANSLATE_NOOP("Texts", "A colleague has saved other values meanwhile.")},
    {"activity.in_bin", QT_TRANSLATE_NOOP("Texts", "This entry is in the bin. Restore it first.")},
    {"activity.closed", QT_TRANSLATE_NOOP("Texts", "This entry is closed already. Open it again first.")},
    {"activity.planned", QT_TRANSLATE_NOOP("Texts", "This entry is still planned.")},
    {"activity.version_unknown",
     QT_TRANSLATE_NOOP("Texts", "The program sent this entry without its version. Open it again.")},
    {"activity.kind_missing", QT_TRANSLATE_NOOP("Texts", "Say whether this is a talk, an appointment or a task.")},
    {"activity.title_missing", QT_TRANSLATE_NOOP("Texts", "Say what it is about.")},
    {"activity.channel_missing", QT_TRANSLATE_NOOP("Texts", "Say how the customer is reached.")},
    {"activity.customer_missing", QT_TRANSLATE_NOOP("Texts", "A talk needs a customer.")},
    {"activity.time_missing", QT_TRANSLATE_NOOP("Texts", "Say when.")},
    {"activity.two_times", QT_TRANSLATE_NOOP("Texts", "Either a time or whole days, not both.")},
    {"activity.end_without_start", QT_TRANSLATE_NOOP("Texts", "An end needs a beginning.")},
    {"activity.end_before_start", QT_TRANSLATE_NOOP("Texts", "The end lies before the beginning.")},
    {"activity.too_long", QT_TRANSLATE_NOOP("Texts", "At most {days} days.")},
    {"activity.field_not_of_kind", QT_TRANSLATE_NOOP("Texts", "Entries of this kind do not have this.")},
    {"activity.duration_out_of_range", QT_TRANSLATE_NOOP("Texts", "A talk takes at most a day.")},
    {"activity.lead_out_of_range", QT_TRANSLATE_NOOP("Texts", "Reminders come at most {max} minutes before.")},
    {"activity.reminder_needs_time", QT_TRANSLATE_NOOP("Texts", "A reminder needs a day.")},
    {"activity.next_step_not_planned", QT_TRANSLATE_NOOP("Texts", "The next step has to be planned.")},
    {"activity.next_step_of_planned", QT_TRANSLATE_NOOP("Texts", "A next step comes with what is done.")},
    {"activity.only_talks_begin_done", QT_TRANSLATE_NOOP("Texts", "Only talks are written down after they have been.")},
    {"activity.done_in_future", QT_TRANSLATE_NOOP("Texts", "What is done cannot lie ahead.")},
    {"activity.planned_in_past", QT_TRANSLATE_NOOP("Texts", "This time has passed already.")},
    {"talk_plan.planned_already", QT_TRANSLATE_NOOP("Texts", "Something is already planned.")},
    {"talk_plan.do_not_call", QT_TRANSLATE_NOOP("Texts", "Wants no calls that advertise.")},
    {"talk_plan.no_room", QT_TRANSLATE_NOOP("Texts", "No time left: more days, or a longer window.")},
    {"talk_plan.days", QT_TRANSLATE_NOOP("Texts", "One to {max} days.")},
    {"talk_plan.window", QT_TRANSLATE_NOOP("Texts", "Say from when until when, the end behind the beginning.")},
    {"talk_plan.minutes", QT_TRANSLATE_NOOP("Texts", "{min} to {max} minutes.")},
    {"work_list_settings.leader_days", QT_TRANSLATE_NOOP("Texts", "Not earlier than the owner: at least {days} days.")},
    {"work_list_settings.statuses", QT_TRANSLATE_NOOP("Texts", "Choose at least one status, at most {max}.")},
    {"work_list_settings.edit_conflict",
     QT_TRANSLATE_NOOP("Texts", "A colleague has changed these days meanwhile. Look at them again.")},
    {"series.not_found", QT_TRANSLATE_NOOP("Texts", "This series is not there, or you may not see it.")},
    {"series.edit_conflict", QT_TRANSLATE_NOOP("Texts", "A colleague has changed this series meanwhile.")},
    {"series.over", QT_TRANSLATE_NOOP("Texts", "Nothing of this series is still to come.")},
    {"series.already", QT_TRANSLATE_NOOP("Texts", "This entry is part of a series already.")},
    {"series.no_day", QT_TRANSLATE_NOOP("Texts", "There is no such day in any year.")},
    {"series.interval_wrong", QT_TRANSLATE_NOOP("Texts", "At most every {max}.")},
    {"series.count_wrong", QT_TRANSLATE_NOOP("Texts", "At most {max} times.")},
    {"series.two_ends", QT_TRANSLATE_NOOP("Texts", "It ends after a number of times or on a day, not both.")},
    {"series.ends_before_it_begins", QT_TRANSLATE_NOOP("Texts", "It ends before it begins.")},
    {"series.weekday_wrong", QT_TRANSLATE_NOOP("Texts", "Choose days of the week.")},
    {"series.nth_wrong", QT_TRANSLATE_NOOP("Texts", "Choose the first to the fifth one of the month, or the last.")},
    {"series.month_day_wrong", QT_TRANSLATE_NOOP("Texts", "The day of the month is 1 to {max}.")},
    {"series.lunar_weekday", QT_TRANSLATE_NOOP("Texts", "The lunar calendar goes by days of the month alone.")},
    {"series.lunar_frequency", QT_TRANSLATE_NOOP("Texts", "The lunar calendar goes by months and years alone.")},
    {"series.months_passed_over", QT_TRANSLATE_NOOP("Texts", "Months without a day {day} are skipped.")},
    {"series.fifth_passed_over", QT_TRANSLATE_NOOP("Texts", "Months without a fifth one are skipped.")},
    {"series.first_day_missing", QT_TRANSLATE_NOOP("Texts", "Say on which day it begins.")},
    {"series.first_day_wrong", QT_TRANSLATE_NOOP("Texts", "It begins at most {days} days ago.")},
    {"sequence.not_found", QT_TRANSLATE_NOOP("Texts", "This sequence is not there any more.")},
    {"sequence.name_taken", QT_TRANSLATE_NOOP("Texts", "Another sequence has this name.")},
    {"sequence.edit_conflict",
     QT_TRANSLATE_NOOP("Texts", "A colleague has changed this sequence meanwhile. Open it again to see how.")},
    {"sequence.inactive", QT_TRANSLATE_NOOP("Texts", "This sequence is no longer active.")},
    {"sequence.name_missing", QT_TRANSLATE_NOOP("Texts", "Give the sequence a name.")},
    {"sequence.no_steps", QT_TRANSLATE_NOOP("Texts", "A sequence needs a step.")},
    {"sequence.kind_missing", QT_TRANSLATE_NOOP("Texts", "Say what is to be done.")},
    {"sequence.base_missing", QT_TRANSLATE_NOOP("Texts", "Say from where the days are counted.")},
    {"sequence.group_unknown", QT_TRANSLATE_NOOP("Texts", "This group of people is not there any more.")},
    {"sequence.start_day_wrong", QT_TRANSLATE_NOOP("Texts", "It begins today, or within a year.")},
    {"sequence.already_on", QT_TRANSLATE_NOOP("Texts", "Already on this sequence.")},
    {"sequence.not_on", QT_TRANSLATE_NOOP("Texts", "Not on this sequence.")},
    {"sequence.no_birthday", QT_TRANSLATE_NOOP("Texts", "no birthday known")},
    {"sequence.hidden_birthday", QT_TRANSLATE_NOOP("Texts", "hidden with the birthday")},
    {"number.out_of_range", QT_TRANSLATE_NOOP("Texts", "{min} to {max}.")},
    {"notification.not_found", QT_TRANSLATE_NOOP("Texts", "This notification is not there any more.")},
    {"reminder.not_found", QT_TRANSLATE_NOOP("Texts", "This reminder is not there any more.")},
    {"reminder.settled", QT_TRANSLATE_NOOP("Texts", "This reminder has already been closed.")},
    {"reminder.until", QT_TRANSLATE_NOOP("Texts", "Postpone it by at most 31 days.")},
    {"notification_settings.edit_conflict",
     QT_TRANSLATE_NOOP("Texts", "These settings were changed on another machine. Open the page again.")},
    {"notification_settings.minute", QT_TRANSLATE_NOOP("Texts", "Quiet hours lie between 0:00 and 23:59.")},
    {"notification_settings.leads", QT_TRANSLATE_NOOP("Texts", "At most five lead times, each at most 28 days.")},
    {"notification_settings.email", QT_TRANSLATE_NOOP("Texts", "This is not an e-mail address.")},
    {"notification_settings.email_missing", QT_TRANSLATE_NOOP("Texts", "Mail needs an address.")},
    {"merge.too_few", QT_TRANSLATE_NOOP("Texts", "It takes two customers to merge.")},
    {"merge.too_many", QT_TRANSLATE_NOOP("Texts", "At most {max} customers are merged at once.")},
    {"merge.survivor_missing", QT_TRANSLATE_NOOP("Texts", "Say which of them stays.")},
    {"merge.kinds_differ", QT_TRANSLATE_NOOP("Texts", "A person and an organisation are never one customer.")},
    {"merge.stale",
     QT_TRANSLATE_NOOP("Texts", "A colleague has changed {code} meanwhile. Look at it once more, then do it again.")},
    {"merge.not_found", QT_TRANSLATE_NOOP("Texts", "This merge is not there, or you may not see it.")},
    {"merge.undone", QT_TRANSLATE_NOOP("Texts", "This merge has already been undone.")},
    {"merge.expired", QT_TRANSLATE_NOOP("Texts", "A merge can be undone for 90 days; this one is older.")},
    {"merge.survivor_merged",
     QT_TRANSLATE_NOOP("Texts", "The customer that was kept was merged again later. Undo that merge first.")},
    {"merge.survivor_in_bin",
     QT_TRANSLATE_NOOP("Texts", "The customer that was kept is in the bin. Restore it first.")},
    {"merge.only_value", QT_TRANSLATE_NOOP("Texts", "the others have none")},
    {"merge.of_survivor", QT_TRANSLATE_NOOP("Texts", "different: the kept one's is used")},
    {"merge.fuller_name", QT_TRANSLATE_NOOP("Texts", "with marks and whole words")},
    {"merge.lost_zero", QT_TRANSLATE_NOOP("Texts", "the other one lost its first zero")},
    {"merge.valid_code", QT_TRANSLATE_NOOP("Texts", "the other code is not valid")},
    {"merge.fuller_date", QT_TRANSLATE_NOOP("Texts", "the fuller date")},
    {"merge.earlier_source", QT_TRANSLATE_NOOP("Texts", "the earlier source")},
    {"merge.parent_ring", QT_TRANSLATE_NOOP("Texts", "a customer cannot belong to itself")},
    {"merge.other_owner", QT_TRANSLATE_NOOP("Texts", "other person: please decide")},
    {"merge.keep_all", QT_TRANSLATE_NOOP("Texts", "different: keep all")},
    {"merge.same_entries", QT_TRANSLATE_NOOP("Texts", "the same, written differently")},
    {"merge.too_long_together", QT_TRANSLATE_NOOP("Texts", "too long together: the kept one's is used")},
    {"merge.stricter", QT_TRANSLATE_NOOP("Texts", "always the stricter one")},
    {"scan.running", QT_TRANSLATE_NOOP("Texts", "The check for duplicates is already running.")},
    {"scan.not_running", QT_TRANSLATE_NOOP("Texts", "No check for duplicates is running.")},
    {"scan.not_paused", QT_TRANSLATE_NOOP("Texts", "No check for duplicates is paused.")},
    {"scan.load_impossible", QT_TRANSLATE_NOOP("Texts", "Between 1 and 100 per cent.")},
    {"customer.kind.missing", QT_TRANSLATE_NOOP("Texts", "Say whether this is a person or an organisation.")},
    {"customer.kind.fixed",
     QT_TRANSLATE_NOOP("Texts", "A person does not become an organisation. Make a new customer.")},
    {"customer.name.missing", QT_TRANSLATE_NOOP("Texts", "A customer needs a name.")},
    {"customer.name.no_letters", QT_TRANSLATE_NOOP("Texts", "This is not a name.")},
    {"customer.name.looks_like_organisation",
     QT_TRANSLATE_NOOP("Texts", "This looks like the name of an organisation.")},
    {"customer.name.has_honorific", QT_TRANSLATE_NOOP("Texts", "The form of address has a field of its own.")},
    {"customer.only_individuals", QT_TRANSLATE_NOOP("Texts", "Only persons have this.")},
    {"customer.only_organisations", QT_TRANSLATE_NOOP("Texts", "Only organisations have this.")},
    {"customer.gender.against_honorific",
     QT_TRANSLATE_NOOP("Texts", "Gender and form of address contradict each other.")},
    {"customer.tax_code.birth_year", QT_TRANSLATE_NOOP("Texts", "This number belongs to somebody born in {year}.")},
    {"customer.tax_code.gender", QT_TRANSLATE_NOOP("Texts", "This number is for another gender.")},
    {"customer.tax_code.zero_lost", QT_TRANSLATE_NOOP("Texts", "The leading zero is missing.")},
    {"customer.tax_code.checksum",
     QT_TRANSLATE_NOOP(
         "Texts",
         "The last check digit does not fit; perhaps a typing error. Look at the paper again; it can be saved.")},
    {"customer.tax_code.place", QT_TRANSLATE_NOOP("Texts", "No identity number begins like this.")},
    {"customer.tax_code.length", QT_TRANSLATE_NOOP("Texts", "This number has 10, 12 or 13 digits.")},
    {"customer.tax_code.not_digits", QT_TRANSLATE_NOOP("Texts", "A tax code has digits only.")},
    {"customer.parent.missing", QT_TRANSLATE_NOOP("Texts", "Choose the organisation that this one belongs to.")},
    {"customer.parent.relation_missing", QT_TRANSLATE_NOOP("Texts", "Say how it belongs there: branch or subsidiary.")},
    {"customer.parent.not_found", QT_TRANSLATE_NOOP("Texts", "This organisation is not there, or you may not see it.")},
    {"customer.parent.not_organisation", QT_TRANSLATE_NOOP("Texts", "Only an organisation can have branches.")},
    {"customer.parent.cycle", QT_TRANSLATE_NOOP("Texts", "That one already belongs to this one.")},
    {"contact.name.missing", QT_TRANSLATE_NOOP("Texts", "A contact person needs a name.")},
    {"phone.several", QT_TRANSLATE_NOOP("Texts", "{count} numbers in one field. Give each its own.")},
    {"phone.too_short", QT_TRANSLATE_NOOP("Texts", "Too few digits for a phone number.")},
    {"phone.too_long", QT_TRANSLATE_NOOP("Texts", "Too many digits for a phone number.")},
    {"phone.not_a_number", QT_TRANSLATE_NOOP("Texts", "This is not a phone number.")},
    {"phone.unknown_prefix", QT_TRANSLATE_NOOP("Texts", "No Vietnamese number begins like this.")},
    {"phone.old_mobile_prefix", QT_TRANSLATE_NOOP("Texts", "{before} has been {now} since September 2018.")},
    {"phone.old_area_code", QT_TRANSLATE_NOOP("Texts", "{before} has been {now} since 2017, when area codes changed.")},
    {"phone.zero_lost", QT_TRANSLATE_NOOP("Texts", "The leading zero is missing.")},
    {"phone.ambiguous", QT_TRANSLATE_NOOP("Texts", "Mobile {mobile}, or an old landline of {area}: {landline}?")},
    {"phone.duplicate", QT_TRANSLATE_NOOP("Texts", "{number} is there twice.")},
    {"email.several", QT_TRANSLATE_NOOP("Texts", "{count} addresses in one field. Give each its own.")},
    {"email.syntax", QT_TRANSLATE_NOOP("Texts", "This is not an e-mail address.")},
    {"email.placeholder", QT_TRANSLATE_NOOP("Texts", "This looks like a made-up address.")},
    {"email.typo", QT_TRANSLATE_NOOP("Texts", "Perhaps {suggestion}?")},
    {"email.duplicate", QT_TRANSLATE_NOOP("Texts", "{address} is there twice.")},
    {"date.impossible", QT_TRANSLATE_NOOP("Texts", "There is no such day. Write day/month/year.")},
    {"date.incomplete", QT_TRANSLATE_NOOP("Texts", "Day, month and year are needed.")},
    {"birthday.in_future", QT_TRANSLATE_NOOP("Texts", "This day is still to come.")},
    {"birthday.very_old", QT_TRANSLATE_NOOP("Texts", "That would be {age} years. Is the year right?")},
    {"founded_date.in_future", QT_TRANSLATE_NOOP("Texts", "This day is still to come.")},
    {"address.unknown_unit", QT_TRANSLATE_NOOP("Texts", "The list of units does not know code {code}.")},
    {"address.ward_gone", QT_TRANSLATE_NOOP("Texts", "{before} has been part of {now} since 1/7/2025.")},
    {"address.province_gone", QT_TRANSLATE_NOOP("Texts", "{before} has been part of {now} since 1/7/2025.")},
    {"address.ward_divided",
     QT_TRANSLATE_NOOP("Texts", "{before} was divided on 1/7/2025 among {now}. Choose one, or keep it as written.")},
    {"address.ward_elsewhere", QT_TRANSLATE_NOOP("Texts", "This ward is not in this province.")},
    {"duplicate.same_name", QT_TRANSLATE_NOOP("Texts", "Same name: {theirs}")},
    {"duplicate.other_marks", QT_TRANSLATE_NOOP("Texts", "Same letters, other marks: {theirs}")},
    {"duplicate.reordered_name", QT_TRANSLATE_NOOP("Texts", "Same name in another order: {theirs}")},
    {"duplicate.shortened_name", QT_TRANSLATE_NOOP("Texts", "Same name, words left out: {theirs}")},
    {"duplicate.near_name", QT_TRANSLATE_NOOP("Texts", "Nearly the same name: {theirs}")},
    {"duplicate.one_letter_name", QT_TRANSLATE_NOOP("Texts", "Name one letter apart: {theirs}")},
    {"duplicate.related_name", QT_TRANSLATE_NOOP("Texts", "Part of the name is the same: {theirs}")},
    {"duplicate.other_part", QT_TRANSLATE_NOOP("Texts", "Head office and branch: {theirs}")},
    {"duplicate.other_name", QT_TRANSLATE_NOOP("Texts", "Another name: {theirs}")},
    {"duplicate.same_legal_form", QT_TRANSLATE_NOOP("Texts", "Same legal form")},
    {"duplicate.other_legal_form", QT_TRANSLATE_NOOP("Texts", "Another legal form: {theirs}")},
    {"duplicate.same_phone", QT_TRANSLATE_NOOP("Texts", "Same phone: {mine} = {theirs}")},
    {"duplicate.shared_phone", QT_TRANSLATE_NOOP("Texts", "Same phone, which several customers have: {theirs}")},
    {"duplicate.near_phone", QT_TRANSLATE_NOOP("Texts", "Phone {theirs}, one digit apart")},
    {"duplicate.other_phone", QT_TRANSLATE_NOOP("Texts", "Another phone: {theirs}")},
    {"duplicate.same_email", QT_TRANSLATE_NOOP("Texts", "Same e-mail: {theirs}")},
    {"duplicate.shared_email", QT_TRANSLATE_NOOP("Texts", "Same e-mail, which several customers have: {theirs}")},
    {"duplicate.near_email", QT_TRANSLATE_NOOP("Texts", "Nearly the same e-mail: {theirs}")},
    {"duplicate.same_host", QT_TRANSLATE_NOOP("Texts", "E-mail of the same office: {theirs}")},
    {"duplicate.other_email", QT_TRANSLATE_NOOP("Texts", "Another e-mail: {theirs}")},
    {"duplicate.same_tax_code", QT_TRANSLATE_NOOP("Texts", "Same tax code: {theirs}")},
    {"duplicate.near_tax_code", QT_TRANSLATE_NOOP("Texts", "Tax code {theirs}, nearly the same")},
    {"duplicate.branch_tax_code", QT_TRANSLATE_NOOP("Texts", "Tax code {theirs}: head office and branch")},
    {"duplicate.other_tax_code", QT_TRANSLATE_NOOP("Texts", "Another tax code: {theirs}")},
    {"duplicate.same_birthday", QT_TRANSLATE_NOOP("Texts", "Same birthday: {theirs}")},
    {"duplicate.swapped_birthday", QT_TRANSLATE_NOOP("Texts", "Birthday with day and month swapped: {theirs}")},
    {"duplicate.part_of_birthday", QT_TRANSLATE_NOOP("Texts", "Birthday agrees as far as known: {theirs}")},
    {"duplicate.near_birthday", QT_TRANSLATE_NOOP("Texts", "Nearly the same birthday: {theirs}")},
    {"duplicate.other_birthday", QT_TRANSLATE_NOOP("Texts", "Another birthday: {theirs}")},
    {"duplicate.same_address", QT_TRANSLATE_NOOP("Texts", "Same address")},
    {"duplicate.near_address", QT_TRANSLATE_NOOP("Texts", "Nearly the same address: {theirs}")},
    {"duplicate.same_street", QT_TRANSLATE_NOOP("Texts", "Same street: {theirs}")},
    {"duplicate.same_ward", QT_TRANSLATE_NOOP("Texts", "Same ward: {theirs}")},
    {"duplicate.same_province", QT_TRANSLATE_NOOP("Texts", "Same province")},
    {"duplicate.other_address", QT_TRANSLATE_NOOP("Texts", "Another address: {theirs}")},
    {"connection_file.missing", QT_TRANSLATE_NOOP("Texts", "The connection file is not there: {path}")},
    {"connection_file.unreadable", QT_TRANSLATE_NOOP("Texts", "The connection file cannot be opened: {path}")},
    {"connection_file.syntax", QT_TRANSLATE_NOOP("Texts", "This is no connection file of banhang: {path}")},
    {"connection_file.version", QT_TRANSLATE_NOOP("Texts", "The connection file is for a newer program: {path}")},
    {"connection_file.incomplete",
     QT_TRANSLATE_NOOP("Texts", "Something is missing in the connection file. Ask IT for a new one: {path}")},
    {"connection_file.addresses",
     QT_TRANSLATE_NOOP("Texts", "The connection file names no usable server address. Ask IT for a new one: {path}")},
    {"call.page_size", QT_TRANSLATE_NOOP("Texts", "The program asked for a negative number of rows.")},
    {"call.page_token", QT_TRANSLATE_NOOP("Texts", "The list has changed meanwhile. Refresh it (F5).")},
    {"contact.not_found", QT_TRANSLATE_NOOP("Texts", "This contact person is no longer there.")},
    {"customer.owner_unknown", QT_TRANSLATE_NOOP("Texts", "This colleague cannot look after customers.")},
    {"customer.version_unknown",
     QT_TRANSLATE_NOOP("Texts", "The program does not know which version it edits. Open the customer again.")},
    {"field.masked", QT_TRANSLATE_NOOP("Texts", "You may not see this, so you cannot change it either.")},
    {"field.not_changeable", QT_TRANSLATE_NOOP("Texts", "This cannot be changed here.")},
    {"pick_item.key_form", QT_TRANSLATE_NOOP("Texts", "A key has small letters, digits and underscores.")},
    {"pick_item.position_negative", QT_TRANSLATE_NOOP("Texts", "The position must not be negative.")},
    {"share.level_missing", QT_TRANSLATE_NOOP("Texts", "Say whether it may be seen or edited too.")},
    {"share.user_unknown", QT_TRANSLATE_NOOP("Texts", "This colleague is not there any more.")},
    {"share.with_owner", QT_TRANSLATE_NOOP("Texts", "This colleague already looks after the customer.")},
};

QString say(const char* text)
{
    return QCoreApplication::translate("Texts", text);
}

const char* textOf(const std::string& key)
{
    static const QHash<QByteArray, const char*> byKey = [] {
        QHash<QByteArray, const char*> map;
        for (const auto& entry : kTexts)
            map.insert(entry.key, entry.text);
        return map;
    }();
    return byKey.value(QByteArray::fromStdString(key), nullptr);
}

QString filled(QString text, const google::protobuf::Map<std::string, std::string>& args)
{
    for (const auto& [name, value] : args)
        text.replace(QLatin1Char('{') + QString::fromStdString(name) + QLatin1Char('}'), QString::fromStdString(value));
    return text;
}

QString textOfKind(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return say("Some fields need to be corrected first.");
    case ErrorCode::NotFound:
        return say(QT_TRANSLATE_NOOP("Texts", "It is not there, or you may not see it."));
    case ErrorCode::AlreadyExists:
        return say(QT_TRANSLATE_NOOP("Texts", "It exists already."));
    case ErrorCode::Denied:
        return say(QT_TRANSLATE_NOOP("Texts", "You do not have the right to do this. Ask your team leader or IT."));
    case ErrorCode::SignedOut:
        return say("Your session has ended. Sign in again; what you typed is kept.");
    case ErrorCode::Conflict:
        return say("A colleague has saved other values meanwhile.");
    case ErrorCode::Refused:
        return say(QT_TRANSLATE_NOOP("Texts", "The server does not allow this in the present state."));
    case ErrorCode::Throttled:
        return say(QT_TRANSLATE_NOOP("Texts", "Too much at once. Try again in a moment."));
    case ErrorCode::Unavailable:
        return say("The server cannot be reached. Check the network cable; what you typed is kept.");
    case ErrorCode::Timeout:
        return say("The server took too long to answer. Try again.");
    case ErrorCode::Cancelled:
        return say("The work was stopped.");
    case ErrorCode::Internal:
        break;
    }
    return say("Something went wrong on the server and was logged there. What you typed is kept.");
}

} // namespace

QString errorText(const AppError& error)
{
    const char* text = textOf(error.key());
    return text ? filled(say(text), error.detail().args()) : textOfKind(error.code());
}

QString issueText(const v1::FieldIssue& issue)
{
    const char* text = textOf(issue.key());
    return text ? filled(say(text), issue.args())
                : say(QT_TRANSLATE_NOOP("Texts", "The server does not take this value."));
}

QString duplicateReasonText(const v1::DuplicateReason& reason)
{
    const char* text = textOf(reason.key());
    const auto mine = reason.args().find("mine");
    const auto theirs = reason.args().find("theirs");
    const bool isWrittenAlike = mine != reason.args().end() && theirs != reason.args().end() &&
                                mine->second == theirs->second && reason.key() == "duplicate.same_phone";
    if (isWrittenAlike)
        text = QT_TRANSLATE_NOOP("Texts", "Same phone: {theirs}");
    if (text)
        return filled(say(text), reason.args());
    return say(reason.agrees() ? QT_TRANSLATE_NOOP("Texts", "Alike") : QT_TRANSLATE_NOOP("Texts", "Different"));
}

QString technicalText(const AppError& error)
{
    QStringList parts{QString::fromStdString(error.key())};
    for (const auto& [name, value] : error.detail().args())
        parts.append(QStringLiteral("%1=%2").arg(QString::fromStdString(name), QString::fromStdString(value)));
    if (!error.detail().incident_id().empty())
        parts.append(QStringLiteral("incident %1").arg(QString::fromStdString(error.detail().incident_id())));
    return parts.join(QStringLiteral(" · "));
}

QStringList knownTextKeys()
{
    QStringList keys;
    for (const auto& entry : kTexts)
        keys.append(QString::fromLatin1(entry.key));
    return keys;
}

} // namespace banhang::client
