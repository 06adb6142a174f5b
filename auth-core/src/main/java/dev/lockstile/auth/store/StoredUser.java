package dev.lockstile.auth.store;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user, read with one statement.
 *
 * @param info the user; {@code owned} and {@code verifiedAt} of the identifiers come from the columns, and
 *     {@code IdentifierRules.checked} compares them with the keys
 * @param keys the identifier keys as stored
 * @param passwordHash null when the user has no password
 * @param passwordChangedAt when the password was last changed, reset or removed; null before that; an upgrade of the
 *     hash does not count
 * @param profiles the profiles that are not deleted, oldest first
 * @param factors the kinds of confirmed second factors; recovery codes, which only replace another factor, are not
 *     among them
 */
public record StoredUser(
        UserInfo info,
        IdentifierKeys keys,
        @Nullable Secret passwordHash,
        @Nullable Instant passwordChangedAt,
        List<ProfileInfo> profiles,
        Set<FactorKind> factors) {

    /**
     * Copies profiles and factors.
     *
     * @param info the user; {@code owned} and {@code verifiedAt} of the identifiers come from the columns, and
     *     {@code IdentifierRules.checked} compares them with the keys
     * @param keys the identifier keys as stored
     * @param passwordHash null when the user has no password
     * @param passwordChangedAt when the password was last changed, reset or removed; null before that; an upgrade of
     *     the hash does not count
     * @param profiles the profiles that are not deleted, oldest first
     * @param factors the kinds of confirmed second factors; recovery codes, which only replace another factor, are not
     *     among them
     */
    public StoredUser {
        profiles = List.copyOf(profiles);
        factors = Set.copyOf(factors);
    }

    /**
     * Creates a user without a second factor.
     *
     * @param info the user; {@code owned} and {@code verifiedAt} of the identifiers come from the columns, and
     *     {@code IdentifierRules.checked} compares them with the keys
     * @param keys the identifier keys as stored
     * @param passwordHash null when the user has no password
     * @param passwordChangedAt when the password was last changed, reset or removed; null before that; an upgrade of
     *     the hash does not count
     * @param profiles the profiles that are not deleted, oldest first
     */
    public StoredUser(
            UserInfo info,
            IdentifierKeys keys,
            @Nullable Secret passwordHash,
            @Nullable Instant passwordChangedAt,
            List<ProfileInfo> profiles) {
        this(info, keys, passwordHash, passwordChangedAt, profiles, Set.of());
    }

    /** {@return true when a sign-in requires a second factor} */
    public boolean hasSecondFactor() {
        return !factors.isEmpty();
    }

    /**
     * {@return a copy with another password hash}
     *
     * @param hash the hash of the copy; null for no password
     */
    public StoredUser withPassword(@Nullable Secret hash) {
        return new StoredUser(info, keys, hash, passwordChangedAt, profiles, factors);
    }

    /**
     * {@return a copy with these profiles}
     *
     * @param others the profiles of the copy
     */
    public StoredUser with(List<ProfileInfo> others) {
        return new StoredUser(info, keys, passwordHash, passwordChangedAt, others, factors);
    }

    /**
     * {@return a copy with other values of the user}
     *
     * @param other the values of the copy
     */
    public StoredUser with(UserInfo other) {
        return new StoredUser(other, keys, passwordHash, passwordChangedAt, profiles, factors);
    }
}
