-- The morning's round reads what was noted since the last one, among the notices of years.
CREATE INDEX untouched_notice_by_day ON banhang.untouched_notice (day);
