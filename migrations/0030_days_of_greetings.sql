-- By how many days a step that was made for a birthday stands off it, as it was laid down when it was made: whether it still hits the birthday
-- after that was corrected can then be told, whatever became of the sequence since. NULL of all other steps, and of those that were made before.
ALTER TABLE banhang.care_step ADD COLUMN offset_days integer;
