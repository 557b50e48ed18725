#include "server/identity/password_hash.h"

#include <string>

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

constexpr PasswordCost kCheap{256, 2, 1};

TEST(PasswordHash, agreesWithTheReferenceVectors)
{
    // test.c of the reference implementation, version 1.3 of Argon2id.
    EXPECT_TRUE(verifyPassword(
        "password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    EXPECT_TRUE(verifyPassword("password",
                               "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
    EXPECT_FALSE(verifyPassword("differentpassword",
                                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
}

TEST(PasswordHash, isArgon2idAtTheCostOfTheHouse)
{
    EXPECT_TRUE(hashPassword("cà phê sữa đá").starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(PasswordHash, acceptsThePasswordAndNothingElse)
{
    const std::string hash = hashPassword("cà phê sữa đá", kCheap);
    EXPECT_TRUE(verifyPassword("cà phê sữa đá", hash));
    EXPECT_FALSE(verifyPassword("ca phe sua da", hash));
    EXPECT_FALSE(verifyPassword("", hash));
    EXPECT_NE(hash, hashPassword("cà phê sữa đá", kCheap)) << "each has a salt of its own";
}

TEST(PasswordHash, takesMarksHoweverTheKeyboardComposedThem)
{
    EXPECT_TRUE(verifyPassword("ca\xCC\x80 phe\xCC\x82", hashPassword("cà phê", kCheap)));
}

TEST(PasswordHash, refusesWhatIsNoHash)
{
    for (const char* hash : {"", "x", "$argon2id$", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"})
        EXPECT_FALSE(verifyPassword("password", hash)) << hash;
}

TEST(PasswordHash, isOutdatedWhenAnyParameterRose)
{
    const std::string hash = hashPassword("12345678x", kCheap);
    EXPECT_FALSE(needsRehash(hash, kCheap));
    EXPECT_FALSE(needsRehash(hash, {128, 1, 1})) << "stronger than asked";
    EXPECT_TRUE(needsRehash(hash, {512, 2, 1}));
    EXPECT_TRUE(needsRehash(hash, {256, 3, 1}));
    EXPECT_TRUE(needsRehash("$2b$10$abcdefghijklmnopqrstuv", kCheap));
}

TEST(PasswordHasher, makesOneHashWhetherOrNotSomebodyBearsTheName)
{
    PasswordHasher hasher(kCheap);
    const std::string hash = hasher.hash("right one");
    EXPECT_EQ(hasher.made(), 1U);
    EXPECT_TRUE(hasher.verify("right one", hash));
    EXPECT_EQ(hasher.made(), 2U);
    EXPECT_FALSE(hasher.verify("wrong one", hash));
    EXPECT_EQ(hasher.made(), 3U);
    EXPECT_FALSE(hasher.verify("right one", std::nullopt));
    EXPECT_FALSE(hasher.verify("nobody", std::nullopt)) << "the dummy's own password opens nothing";
    EXPECT_EQ(hasher.made(), 5U);
}

} // namespace
} // namespace banhang::server
