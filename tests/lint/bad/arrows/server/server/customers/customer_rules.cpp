#include "banhang/v1/customers.grpc.pb.h"
#include "banhang/v1/customers.pb.h"
#include "common/vn/fold.h"
#include "server/customers/customer_store.h"
