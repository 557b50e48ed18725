// Tells the thread sanitizer what orders the threads inside of libraries that Debian builds without it: their mutexes,
// queues and messages. It sees none of these, and would report everything that gRPC or Qt hands from one thread to
// another. Linked into every program of the preset "tsan", before those libraries, so that their own calls arrive here
// first.
#include <cstddef>
#include <cstdint>
#include <dlfcn.h>

extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
}

namespace {

/// All messages as one: what came before the sending of any came before the reading of each later one.
char messages;

template <typename Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// absl::Duration and absl::Time as they are passed by value.
struct Moment
{
    std::uint64_t high;
    std::uint64_t low;
};

} // namespace

// The names are those of the symbols in Debian 12. `REAL` is the function of the library, of the same type.
#define REAL(function) (next<decltype(&function)>(#function))

extern "C" {

// absl::Mutex and absl::CondVar
void _ZN4absl7debian35Mutex4LockEv(void* mutex)
{
    static const auto real = REAL(_ZN4absl7debian35Mutex4LockEv);
    real(mutex);
    __tsan_acquire(mutex);
}

bool _ZN4absl7debian35Mutex7TryLockEv(void* mutex)
{
    static const auto real = REAL(_ZN4absl7debian35Mutex7TryLockEv);
    const bool isLocked = real(mutex);
    if (isLocked)
        __tsan_acquire(mutex);
    return isLocked;
}

void _ZN4absl7debian35Mutex6UnlockEv(void* mutex)
{
    static const auto real = REAL(_ZN4absl7debian35Mutex6UnlockEv);
    __tsan_release(mutex);
    real(mutex);
}

void _ZN4absl7debian37CondVar4WaitEPNS0_5MutexE(void* condition, void* mutex)
{
    static const auto real = REAL(_ZN4absl7debian37CondVar4WaitEPNS0_5MutexE);
    __tsan_release(mutex);
    real(condition, mutex);
    __tsan_acquire(mutex);
}

bool _ZN4absl7debian37CondVar15WaitWithTimeoutEPNS0_5MutexENS0_8DurationE(void* condition, void* mutex, Moment timeout)
{
    static const auto real = REAL(_ZN4absl7debian37CondVar15WaitWithTimeoutEPNS0_5MutexENS0_8DurationE);
    __tsan_release(mutex);
    const bool isLate = real(condition, mutex, timeout);
    __tsan_acquire(mutex);
    return isLate;
}

bool _ZN4absl7debian37CondVar16WaitWithDeadlineEPNS0_5MutexENS0_4TimeE(void* condition, void* mutex, Moment deadline)
{
    static const auto real = REAL(_ZN4absl7debian37CondVar16WaitWithDeadlineEPNS0_5MutexENS0_4TimeE);
    __tsan_release(mutex);
    const bool isLate = real(condition, mutex, deadline);
    __tsan_acquire(mutex);
    return isLate;
}

// grpc_core::MultiProducerSingleConsumerQueue
bool _ZN9grpc_core32MultiProducerSingleConsumerQueue4PushEPNS0_4NodeE(void* queue, void* node)
{
    static const auto real = REAL(_ZN9grpc_core32MultiProducerSingleConsumerQueue4PushEPNS0_4NodeE);
    __tsan_release(queue);
    return real(queue, node);
}

void* _ZN9grpc_core32MultiProducerSingleConsumerQueue3PopEv(void* queue)
{
    static const auto real = REAL(_ZN9grpc_core32MultiProducerSingleConsumerQueue3PopEv);
    void* const node = real(queue);
    __tsan_acquire(queue);
    return node;
}

void* _ZN9grpc_core32MultiProducerSingleConsumerQueue14PopAndCheckEndEPb(void* queue, bool* isEmpty)
{
    static const auto real = REAL(_ZN9grpc_core32MultiProducerSingleConsumerQueue14PopAndCheckEndEPb);
    void* const node = real(queue, isEmpty);
    __tsan_acquire(queue);
    return node;
}

// gRPC's messages, as they are written and read
void* grpc_raw_byte_buffer_create(void* slices, std::size_t count)
{
    static const auto real = REAL(grpc_raw_byte_buffer_create);
    __tsan_release(&messages);
    return real(slices, count);
}

int grpc_byte_buffer_reader_init(void* reader, void* buffer)
{
    static const auto real = REAL(grpc_byte_buffer_reader_init);
    const int isReadable = real(reader, buffer);
    __tsan_acquire(&messages);
    return isReadable;
}

} // extern "C"
