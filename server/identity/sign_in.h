// The two calls that look at passwords: signing in, and changing the password.
#pragma once

#include "banhang/v1/identity.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class CallerLoader;
class PasswordHasher;
class TokenSigner;

struct SignInParts
{
    PasswordHasher& hasher;
    CallerLoader& callers;
    const TokenSigner& signer;
};

/// Who the caller is, and what they may do.
v1::Me describe(const Caller& caller, const v1::CompanySettings& company, const TokenSigner& signer);

/// The same work and the same answer for a wrong password, a name that nobody bears and a person who has left.
/// Throws: AppError SignedOut "identity.sign_in_refused", Throttled "identity.sign_in_delayed" with arg "seconds".
void signIn(MultiTransactionCall& outer, const v1::SignInRequest& wanted, v1::SignInResponse& reply,
            const SignInParts& parts);

/// Throws: AppError Invalid with the issues of the new password, or "identity.old_password_wrong" beside the old one;
/// Throttled as signIn.
void changePassword(MultiTransactionCall& outer, const v1::ChangePasswordRequest& wanted, const SignInParts& parts);

} // namespace banhang::server
