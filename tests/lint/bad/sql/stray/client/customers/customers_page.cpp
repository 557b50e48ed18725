const char* kRaw = R"(
    INSERT INTO customer (name) VALUES ($1))";
const char* kText = "Select a customer from the list";
