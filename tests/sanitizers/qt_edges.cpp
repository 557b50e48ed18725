// Tells the thread sanitizer what orders two threads when Qt hands work from one to the other, as library_edges.cpp
// does for what is not Qt. Nothing of Qt is linked: its headers are enough.
#include <functional>
#include <utility>

#include <QtCore/qobjectdefs.h>
#include <dlfcn.h>

extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
}

namespace {

template <typename Function>
Function next(Function, const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// Stands for a slot on its way to the thread of its receiver, which calls or only destroys it.
class HandedSlot final : public QtPrivate::QSlotObjectBase
{
public:
    explicit HandedSlot(QSlotObjectBase* slot) : QSlotObjectBase(&act), m_slot(slot) { __tsan_release(this); }

private:
    static void act(int operation, QSlotObjectBase* self, QObject* receiver, void** arguments, bool* isSame)
    {
        auto* const handed = static_cast<HandedSlot*>(self);
        __tsan_acquire(handed);
        switch (operation) {
        case Call:
            handed->m_slot->call(receiver, arguments);
            __tsan_release(handed); // who handed it over may be the last to hold it
            return;
        case Compare:
            *isSame = handed->m_slot->compare(arguments);
            return;
        case Destroy:
            handed->m_slot->destroyIfLastRef();
            delete handed;
            return;
        default:
            return;
        }
    }

    QSlotObjectBase* m_slot;
};

/// All functions of pools as one: what came before the handing over of any came before the run of each later one.
char pools;

} // namespace

// The names are those of the symbols in Debian 12; as in library_edges.cpp they stand before the real ones.
extern "C" {

// QMetaObject::invokeMethod
bool _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject* object, QtPrivate::QSlotObjectBase* slot, int type, void* result)
{
    constexpr auto kName =
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv";
    static const auto real =
        next(&_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv, kName);
    return real(object, new HandedSlot(slot), type, result);
}

// QThreadPool::start; the function goes by address
void _ZN11QThreadPool5startESt8functionIFvvEEi(void* pool, std::function<void()>* function, int priority)
{
    static const auto real =
        next(&_ZN11QThreadPool5startESt8functionIFvvEEi, "_ZN11QThreadPool5startESt8functionIFvvEEi");
    std::function<void()> handed = [run = std::move(*function)] {
        __tsan_acquire(&pools);
        run();
    };
    __tsan_release(&pools);
    real(pool, &handed, priority);
}

} // extern "C"
