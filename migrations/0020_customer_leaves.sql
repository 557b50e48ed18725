-- Merges and the links of duplicates carry the leaf of their customers, so that a branch reads its own and not the company's. The triggers
-- below keep these columns, whoever writes the rows or gives a customer away: no statement sets them.
ALTER TABLE banhang.customer_merge ADD COLUMN unit_id bigint;
UPDATE banhang.customer_merge m SET unit_id = c.unit_id FROM banhang.customer c WHERE c.id = m.survivor_id;
ALTER TABLE banhang.customer_merge ALTER COLUMN unit_id SET NOT NULL;
CREATE INDEX customer_merge_by_unit ON banhang.customer_merge (unit_id, id);

ALTER TABLE banhang.duplicate_link ADD COLUMN low_unit_id bigint, ADD COLUMN high_unit_id bigint;
UPDATE banhang.duplicate_link l SET low_unit_id = a.unit_id, high_unit_id = b.unit_id
FROM banhang.customer a, banhang.customer b WHERE a.id = l.low_id AND b.id = l.high_id;
ALTER TABLE banhang.duplicate_link ALTER COLUMN low_unit_id SET NOT NULL, ALTER COLUMN high_unit_id SET NOT NULL;
CREATE INDEX duplicate_link_by_units ON banhang.duplicate_link (low_unit_id, high_unit_id, finding_id);

-- The lock makes an assignment that is under way wait for this row, or this row for the assignment.
CREATE FUNCTION banhang.take_survivor_leaf() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        SELECT c.unit_id INTO NEW.unit_id FROM banhang.customer c WHERE c.id = NEW.survivor_id FOR SHARE;
        RETURN NEW;
    END $$;
CREATE TRIGGER customer_merge_leaf BEFORE INSERT ON banhang.customer_merge
    FOR EACH ROW EXECUTE FUNCTION banhang.take_survivor_leaf();

CREATE FUNCTION banhang.take_link_leaves() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        SELECT c.unit_id INTO NEW.low_unit_id FROM banhang.customer c WHERE c.id = NEW.low_id FOR SHARE;
        SELECT c.unit_id INTO NEW.high_unit_id FROM banhang.customer c WHERE c.id = NEW.high_id FOR SHARE;
        RETURN NEW;
    END $$;
CREATE TRIGGER duplicate_link_leaves BEFORE INSERT ON banhang.duplicate_link
    FOR EACH ROW EXECUTE FUNCTION banhang.take_link_leaves();

CREATE FUNCTION banhang.follow_customer_leaf() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        UPDATE banhang.customer_merge SET unit_id = NEW.unit_id WHERE survivor_id = NEW.id;
        UPDATE banhang.duplicate_link SET low_unit_id = NEW.unit_id WHERE low_id = NEW.id;
        UPDATE banhang.duplicate_link SET high_unit_id = NEW.unit_id WHERE high_id = NEW.id;
        RETURN NULL;
    END $$;
CREATE TRIGGER customer_leaf_changed AFTER UPDATE OF unit_id ON banhang.customer
    FOR EACH ROW WHEN (OLD.unit_id <> NEW.unit_id) EXECUTE FUNCTION banhang.follow_customer_leaf();
REVOKE EXECUTE ON FUNCTION banhang.take_survivor_leaf, banhang.take_link_leaves, banhang.follow_customer_leaf FROM PUBLIC;
