// SELECT name FROM banhang.customer is only talked about
const char* kDirect = "SELECT name "
                      "FROM banhang.customer";
const char* kText = "Select a customer, then update it";
