-- Customers.
CREATE TABLE banhang.customer (id bigint PRIMARY KEY, name text);
ALTER TABLE banhang.customer ENABLE ROW LEVEL SECURITY;
CREATE TABLE banhang.pick_item (id bigint PRIMARY KEY);
