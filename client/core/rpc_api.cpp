#include "client/core/rpc_api.h"

#include <stdexcept>

#include <google/protobuf/descriptor.h>

namespace banhang::client {

std::string methodTaking(const google::protobuf::Descriptor* request)
{
    const auto* file = request->file();
    for (int i = 0; i < file->service_count(); ++i) {
        for (int j = 0; j < file->service(i)->method_count(); ++j) {
            if (file->service(i)->method(j)->input_type() == request)
                return file->service(i)->method(j)->full_name();
        }
    }
    throw std::logic_error("no method of the contract takes " + request->full_name());
}

} // namespace banhang::client
