-- What was decided about two customers is noted with digests of how both read. Where the program reads them otherwise by now, the server carries the
-- decision over to the new reading: nothing of the customers has changed.
GRANT UPDATE (low_digest, high_digest) ON banhang.duplicate_decision TO banhang_system;
