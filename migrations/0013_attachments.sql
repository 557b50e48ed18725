-- Files kept with customers and activities. What a file is and its bytes stand apart: an upload fills a content piece by piece, each in a
-- transaction of its own, and only its last one makes the attachment. A content that is not whole is seen by nobody but its uploader, who may
-- go on with it after a cut; a job takes it away when nothing came for a while.

CREATE TABLE banhang.attachment_content (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uploader_id    bigint NOT NULL CONSTRAINT attachment_content_uploader_exists REFERENCES banhang.app_user,
    -- By which the uploader finds it again.
    request_id     uuid NOT NULL,
    -- As announced; compared with what came before it becomes whole.
    size_bytes     bigint NOT NULL CONSTRAINT attachment_content_size_known CHECK (size_bytes >= 0),
    sha256         bytea NOT NULL CONSTRAINT attachment_content_sha256_length CHECK (octet_length(sha256) = 32),
    received_bytes bigint NOT NULL DEFAULT 0 CONSTRAINT attachment_content_fits CHECK (received_bytes <= size_bytes),
    is_whole       boolean NOT NULL DEFAULT false,
    -- Grows with each try: one that the network left hanging writes no more once another goes on.
    turn           integer NOT NULL DEFAULT 1,
    touched_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT attachment_content_whole CHECK (NOT is_whole OR received_bytes = size_bytes)
) WITH (fillfactor = 50);
CREATE INDEX attachment_content_unfinished ON banhang.attachment_content (touched_at) WHERE NOT is_whole;
CREATE UNIQUE INDEX attachment_content_once ON banhang.attachment_content (uploader_id, request_id) WHERE NOT is_whole;

-- Pieces of 256 KiB, the last one shorter, so that a place in the file tells the piece.
CREATE TABLE banhang.attachment_chunk (
    content_id bigint NOT NULL CONSTRAINT attachment_chunk_content_exists REFERENCES banhang.attachment_content ON DELETE CASCADE,
    ordinal    integer NOT NULL,
    data       bytea NOT NULL CONSTRAINT attachment_chunk_size_known CHECK (octet_length(data) BETWEEN 1 AND 262144),
    PRIMARY KEY (content_id, ordinal)
);
-- Most files are compressed already.
ALTER TABLE banhang.attachment_chunk ALTER COLUMN data SET STORAGE EXTERNAL;

CREATE TABLE banhang.attachment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version      bigint NOT NULL DEFAULT 1,
    customer_id  bigint CONSTRAINT attachment_customer_exists REFERENCES banhang.customer,
    activity_id  bigint CONSTRAINT attachment_activity_exists REFERENCES banhang.activity,
    content_id   bigint NOT NULL CONSTRAINT attachment_content_unique UNIQUE CONSTRAINT attachment_content_exists REFERENCES banhang.attachment_content,
    name         text NOT NULL CONSTRAINT attachment_name_present CHECK (name <> ''),
    description  text NOT NULL DEFAULT '',
    size_bytes   bigint NOT NULL,
    sha256       bytea NOT NULL CONSTRAINT attachment_sha256_length CHECK (octet_length(sha256) = 32),
    content_type text NOT NULL,
    has_macros   boolean NOT NULL DEFAULT false,
    uploader_id  bigint NOT NULL CONSTRAINT attachment_uploader_exists REFERENCES banhang.app_user,
    -- Kept for ever with the file, so that a repeat of an upload finds it however late it comes.
    request_id   uuid NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    deleted_at   timestamptz,
    CONSTRAINT attachment_request_unique UNIQUE (uploader_id, request_id),
    CONSTRAINT attachment_one_parent CHECK (num_nonnulls(customer_id, activity_id) = 1)
);
CREATE INDEX attachment_by_customer ON banhang.attachment (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX attachment_by_activity ON banhang.attachment (activity_id, id) WHERE activity_id IS NOT NULL;

-- A talk that is a mail, and how many files an activity has outside the bin.
ALTER TABLE banhang.activity
    ADD COLUMN message_id       text NOT NULL DEFAULT '',
    ADD COLUMN attachment_count integer NOT NULL DEFAULT 0;
CREATE INDEX activity_by_message ON banhang.activity (message_id, customer_id) WHERE message_id <> '';
CREATE INDEX activity_with_files ON banhang.activity (customer_id) WHERE attachment_count > 0;

-- Whether the caller may edit a customer, by a grant or by a share; under the caller's own policies.
CREATE FUNCTION banhang.caller_edits(asked_id bigint) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM banhang.customer c JOIN banhang.visible_unit v ON v.unit_id IN (c.unit_id, 0)
                       WHERE c.id = asked_id AND v.user_id = banhang.caller_id() AND v.resource = 1 AND v.action = 3)
            OR EXISTS (SELECT FROM banhang.customer_share s
                       WHERE s.user_id = banhang.caller_id() AND s.customer_id = asked_id AND s.level = 2);
    END;

-- Whether the caller may edit what a file belongs to. A function for the reason that caller_sees tells; under the caller's own policies.
CREATE FUNCTION banhang.caller_edits_parent(asked_customer_id bigint, asked_activity_id bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF asked_customer_id IS NOT NULL THEN
        RETURN banhang.caller_edits(asked_customer_id);
    END IF;
    RETURN EXISTS (SELECT FROM banhang.activity a JOIN banhang.visible_unit v ON v.unit_id IN (a.unit_id, 0)
                   WHERE a.id = asked_activity_id AND v.user_id = banhang.caller_id() AND v.resource = 6 AND v.action = 3);
END $$;

-- The second wall: a file is seen by who sees its parent, under the parent's own policy, and changed by who may edit it.
ALTER TABLE banhang.attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.attachment_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.attachment_chunk ENABLE ROW LEVEL SECURITY;

CREATE POLICY attachment_view ON banhang.attachment FOR SELECT TO banhang_app USING (
    CASE WHEN customer_id IS NOT NULL THEN EXISTS (SELECT FROM banhang.customer c WHERE c.id = attachment.customer_id OFFSET 0)
         ELSE EXISTS (SELECT FROM banhang.activity a WHERE a.id = attachment.activity_id OFFSET 0) END);
CREATE POLICY attachment_add ON banhang.attachment FOR INSERT TO banhang_app WITH CHECK (
    uploader_id = (SELECT banhang.caller_id()) AND banhang.caller_edits_parent(customer_id, activity_id));
CREATE POLICY attachment_change ON banhang.attachment FOR UPDATE TO banhang_app
    USING (banhang.caller_edits_parent(customer_id, activity_id)) WITH CHECK (banhang.caller_edits_parent(customer_id, activity_id));

CREATE POLICY attachment_content_view ON banhang.attachment_content FOR SELECT TO banhang_app USING (
    NOT is_whole AND uploader_id = (SELECT banhang.caller_id())
    OR EXISTS (SELECT FROM banhang.attachment a WHERE a.content_id = attachment_content.id OFFSET 0));
CREATE POLICY attachment_content_begin ON banhang.attachment_content FOR INSERT TO banhang_app
    WITH CHECK (NOT is_whole AND uploader_id = (SELECT banhang.caller_id()));
CREATE POLICY attachment_content_fill ON banhang.attachment_content FOR UPDATE TO banhang_app
    USING (NOT is_whole AND uploader_id = (SELECT banhang.caller_id())) WITH CHECK (uploader_id = (SELECT banhang.caller_id()));
CREATE POLICY attachment_content_drop ON banhang.attachment_content FOR DELETE TO banhang_app
    USING (NOT is_whole AND uploader_id = (SELECT banhang.caller_id()));

CREATE POLICY attachment_chunk_view ON banhang.attachment_chunk FOR SELECT TO banhang_app
    USING (EXISTS (SELECT FROM banhang.attachment_content c WHERE c.id = attachment_chunk.content_id OFFSET 0));
CREATE POLICY attachment_chunk_add ON banhang.attachment_chunk FOR INSERT TO banhang_app WITH CHECK (
    EXISTS (SELECT FROM banhang.attachment_content c
            WHERE c.id = attachment_chunk.content_id AND NOT c.is_whole AND c.uploader_id = (SELECT banhang.caller_id())));

CREATE POLICY system_all ON banhang.attachment TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.attachment_content TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.attachment_chunk TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.attachment, banhang.attachment_content TO banhang_app;
GRANT DELETE ON banhang.attachment_content TO banhang_app;
GRANT SELECT, INSERT ON banhang.attachment_chunk TO banhang_app;
GRANT SELECT ON banhang.attachment, banhang.attachment_chunk TO banhang_system;
-- The tidying locks what it takes away.
GRANT SELECT, UPDATE, DELETE ON banhang.attachment_content TO banhang_system;
