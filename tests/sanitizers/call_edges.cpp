// Tells the thread sanitizer what orders the end of a call on the server. gRPC counts what still runs of a call, mostly
// in code of its headers, which the sanitizer sees; but after OnCancel it counts down inside of the library. Without
// this file everything that a cancelled call did would seem to race with its OnDone.
#include <cstddef>
#include <dlfcn.h>

#include <grpcpp/support/server_callback.h>

using grpc::internal::ServerReactor;

extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);

// The names of ServerCallbackCall's functions in Debian 12; as in library_edges.cpp they stand before the real ones.
void _ZN4grpc8internal18ServerCallbackCall12CallOnCancelEPNS0_13ServerReactorE(void* call, ServerReactor* reactor);
void _ZN4grpc8internal18ServerCallbackCall14ScheduleOnDoneEb(void* call, bool isInline);
}

namespace {

/// ServerCallbackCall::callbacks_outstanding_. Who counts it down to 0 lets OnDone run.
void* runningOf(void* call)
{
    constexpr std::size_t kPlace = 12; // behind the table of virtual functions and another counter
    return static_cast<char*>(call) + kPlace;
}

/// Stands for a reactor whose OnCancel the library is going to run, and to count down after.
class Cancellation final : public ServerReactor
{
public:
    Cancellation(void* call, ServerReactor& reactor) : m_call(call), m_reactor(reactor) {}

    void OnDone() override {}
    void OnCancel() override
    {
        m_reactor.OnCancel();
        __tsan_release(runningOf(m_call));
        delete this;
    }

private:
    void* m_call;
    ServerReactor& m_reactor;
};

template <typename Function>
Function next(Function, const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

void _ZN4grpc8internal18ServerCallbackCall12CallOnCancelEPNS0_13ServerReactorE(void* call, ServerReactor* reactor)
{
    static const auto real = next(&_ZN4grpc8internal18ServerCallbackCall12CallOnCancelEPNS0_13ServerReactorE,
                                  "_ZN4grpc8internal18ServerCallbackCall12CallOnCancelEPNS0_13ServerReactorE");
    real(call, new Cancellation(call, *reactor));
}

void _ZN4grpc8internal18ServerCallbackCall14ScheduleOnDoneEb(void* call, bool isInline)
{
    static const auto real = next(&_ZN4grpc8internal18ServerCallbackCall14ScheduleOnDoneEb,
                                  "_ZN4grpc8internal18ServerCallbackCall14ScheduleOnDoneEb");
    __tsan_acquire(runningOf(call));
    real(call, isInline);
}

} // extern "C"
