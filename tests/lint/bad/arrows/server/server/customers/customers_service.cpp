#include <grpcpp/grpcpp.h>

#include "banhang/v1/customers.grpc.pb.h"
#include "server/customers/customer_store.h"
// #include "client/core/session.h" is only talked about
