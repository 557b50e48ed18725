-- The duplicate check: customers in the form in which they are compared, the keys under which they meet, and the weights.

-- What the comparison reads of a customer, normalised once by the save (common/match/record.h), and the customer's keys. Outside row-level
-- security like the search, since the check spans the company and says of hidden rows only who serves them. Rows of the bin are absent.
CREATE TABLE banhang.duplicate_form (
    customer_id bigint PRIMARY KEY CONSTRAINT duplicate_form_customer_exists REFERENCES banhang.customer ON DELETE CASCADE,
    keys        bigint[] NOT NULL,
    form        text NOT NULL
);

-- The keys turned round. A hash each (common/match/keys.h), so that a million customers' keys stay in memory; who stands under one key is
-- compared, never taken for the same. Without a reference to the customer and without an index by customer, which would double the cost of
-- a save: the keys of a customer are in its form, and leave with it.
CREATE TABLE banhang.duplicate_key (
    key         bigint NOT NULL,
    customer_id bigint NOT NULL,
    PRIMARY KEY (key, customer_id)
);

CREATE FUNCTION banhang.drop_duplicate_keys() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        DELETE FROM banhang.duplicate_key k WHERE k.customer_id = OLD.customer_id AND k.key = ANY (OLD.keys);
        RETURN NULL;
    END;
    $$;
CREATE TRIGGER duplicate_form_dropped AFTER DELETE ON banhang.duplicate_form
    FOR EACH ROW EXECUTE FUNCTION banhang.drop_duplicate_keys();

-- Weights learnt from the office's own customers; the newest row is in use, and without one what the program brings.
CREATE TABLE banhang.duplicate_model (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customers bigint NOT NULL,
    pairs     bigint NOT NULL,
    digest    text NOT NULL,
    model     text NOT NULL,
    learnt_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX duplicate_model_by_digest ON banhang.duplicate_model (digest);

-- Somebody wants the weights learnt anew; at most one row. The server at work on it holds its lease.
CREATE TABLE banhang.duplicate_learning (
    is_wanted    boolean PRIMARY KEY DEFAULT true CONSTRAINT duplicate_learning_single CHECK (is_wanted),
    asked_by_id  bigint NOT NULL CONSTRAINT duplicate_learning_asker_exists REFERENCES banhang.app_user,
    asked_at     timestamptz NOT NULL DEFAULT now(),
    lease_holder uuid,
    lease_until  timestamptz
);

-- Whose the matches are, anywhere in the company: owner, the owner's leaf, and the team above it (0 = none). Definer's rights, because the
-- check spans the company; what may be said about rows outside the caller's scope, the check decides.
CREATE FUNCTION banhang.duplicate_owners(ids bigint[])
    RETURNS TABLE (customer_id bigint, code text, owner_id bigint, unit_id bigint, team_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT c.id, c.code, c.owner_id, c.unit_id,
               coalesce((SELECT team.id FROM banhang.org_unit team WHERE team.id = ANY (leaf.path) AND team.kind = 3
                         ORDER BY cardinality(team.path) DESC LIMIT 1), 0)
        FROM banhang.customer c JOIN banhang.org_unit leaf ON leaf.id = c.unit_id
        WHERE c.id = ANY (ids) AND c.deleted_at IS NULL;
    END;

GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.duplicate_form, banhang.duplicate_key TO banhang_app;
GRANT SELECT ON banhang.duplicate_model TO banhang_app;
GRANT SELECT, INSERT ON banhang.duplicate_learning TO banhang_app;
GRANT SELECT, UPDATE, DELETE ON banhang.duplicate_learning TO banhang_system;
GRANT SELECT ON banhang.duplicate_form, banhang.duplicate_key TO banhang_system;
GRANT SELECT, INSERT, DELETE ON banhang.duplicate_model TO banhang_system;
REVOKE EXECUTE ON FUNCTION banhang.duplicate_owners, banhang.drop_duplicate_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.duplicate_owners TO banhang_app;
