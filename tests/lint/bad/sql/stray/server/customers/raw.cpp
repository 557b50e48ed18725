const char* kRaw = R"(
    insert into customer (name) values ($1))";
