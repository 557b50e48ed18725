-- The customers that were made (bench.made of them), again and again with other numbers until there are bench.customers: each table as it is,
-- with keys moved on by as many as were made.

DO $$
DECLARE
    made CONSTANT bigint := current_setting('bench.made');
    rounds CONSTANT bigint := current_setting('bench.customers')::bigint / made - 1;
    copied text;
    columns text;
    items text;
BEGIN
    FOREACH copied IN ARRAY ARRAY['customer', 'contact', 'customer_search', 'customer_tag', 'duplicate_form', 'duplicate_key'] LOOP
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
               string_agg(CASE
                   WHEN a.attname IN ('id', 'customer_id', 'parent_id') THEN format('c.%I + r.shift', a.attname)
                   WHEN a.attname = 'code' THEN format('%L || lpad((c.id + r.shift)::text, greatest(6, length((c.id + r.shift)::text)), %L)', 'KH', '0')
                   WHEN a.attname = 'code_key' THEN format('%L || lpad((c.id + r.shift)::text, 12, %L)', 'KH', '0')
                   ELSE format('c.%I', a.attname) END, ', ' ORDER BY a.attnum)
        INTO columns, items
        FROM pg_attribute a
        WHERE a.attrelid = ('banhang.' || copied)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
          AND NOT (copied = 'contact' AND a.attname = 'id');
        EXECUTE format('INSERT INTO banhang.%I (%s) %s SELECT %s FROM (SELECT n * $1 AS shift FROM generate_series(1, $2) AS n) AS r'
                       ' CROSS JOIN (SELECT * FROM banhang.%I) AS c ORDER BY r.shift',
                       copied, columns, CASE WHEN copied = 'customer' THEN 'OVERRIDING SYSTEM VALUE' ELSE '' END, items, copied)
        USING made, rounds;
    END LOOP;
END $$;
