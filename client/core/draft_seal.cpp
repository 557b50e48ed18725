#include "client/core/draft_seal.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <memory>
#include <stdexcept>

#include <openssl/evp.h>

#include "common/platform/random.h"

namespace banhang::client {

namespace {

// Begins every file, and is authenticated with it: another way of closing gets another one.
const QByteArray kMark = QByteArrayLiteral("BHD1");
constexpr int kNonceSize = 12;
constexpr int kTagSize = 16;
constexpr int kNameSize = 32;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Context makeContext()
{
    Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    if (!context)
        throw std::runtime_error("no memory for a cipher");
    return context;
}

const unsigned char* bytesOf(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* bytesOf(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray derive(const QByteArray& key, const QByteArray& purpose)
{
    return QMessageAuthenticationCode::hash(purpose, key, QCryptographicHash::Sha256);
}

} // namespace

DraftSeal::DraftSeal(const QByteArray& personKey, const QByteArray& machineKey)
{
    const QByteArray key = derive(machineKey, personKey);
    m_textKey = derive(key, QByteArrayLiteral("draft text"));
    m_nameKey = derive(key, QByteArrayLiteral("draft name"));
}

QByteArray DraftSeal::close(const QByteArray& text, const QString& name) const
{
    QByteArray nonce(kNonceSize, '\0');
    platform::fillRandom(std::as_writable_bytes(std::span(nonce.data(), kNonceSize)));
    QByteArray sealed(text.size(), '\0');
    QByteArray tag(kTagSize, '\0');
    const QByteArray bound = kMark + name.toUtf8();
    const auto context = makeContext();
    int length = 0;
    const bool isDone =
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_textKey), bytesOf(nonce)) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, bytesOf(bound), static_cast<int>(bound.size())) == 1 &&
        EVP_EncryptUpdate(context.get(), bytesOf(sealed), &length, bytesOf(text), static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), bytesOf(sealed) + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagSize, tag.data()) == 1;
    if (!isDone)
        throw std::runtime_error("a draft could not be encrypted");
    return kMark + nonce + tag + sealed;
}

std::optional<QByteArray> DraftSeal::open(const QByteArray& sealed, const QString& name) const
{
    const auto head = kMark.size() + kNonceSize + kTagSize;
    if (sealed.size() < head || !sealed.startsWith(kMark))
        return std::nullopt;
    const QByteArray nonce = sealed.mid(kMark.size(), kNonceSize);
    QByteArray tag = sealed.mid(kMark.size() + kNonceSize, kTagSize);
    const QByteArray body = sealed.mid(head);
    const QByteArray bound = kMark + name.toUtf8();
    QByteArray text(body.size(), '\0');
    const auto context = makeContext();
    int length = 0;
    const bool isWhole =
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_textKey), bytesOf(nonce)) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, bytesOf(bound), static_cast<int>(bound.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), bytesOf(text), &length, bytesOf(body), static_cast<int>(body.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), bytesOf(text) + length, &length) == 1;
    return isWhole ? std::optional(text) : std::nullopt;
}

QString DraftSeal::fileName(const QString& name) const
{
    return QString::fromLatin1(derive(m_nameKey, name.toUtf8()).toHex().left(kNameSize));
}

} // namespace banhang::client
