-- How far the search texts and the keys of the duplicate check follow what the program makes of names, phones and addresses now: a row that was
-- saved by an earlier one has what that one read. One row; `version` holds for all customers, `walked` for those up to `after_id`. All who are
-- here by now are read once more.
CREATE TABLE banhang.customer_reading (
    is_only  boolean PRIMARY KEY DEFAULT true CONSTRAINT customer_reading_single CHECK (is_only),
    version  integer NOT NULL DEFAULT 0,
    walked   integer NOT NULL DEFAULT 0,
    after_id bigint NOT NULL DEFAULT 0
);
INSERT INTO banhang.customer_reading DEFAULT VALUES;
GRANT SELECT, UPDATE ON banhang.customer_reading TO banhang_system;
GRANT INSERT, UPDATE ON banhang.customer_search, banhang.duplicate_form TO banhang_system;
GRANT INSERT, DELETE ON banhang.duplicate_key TO banhang_system;
