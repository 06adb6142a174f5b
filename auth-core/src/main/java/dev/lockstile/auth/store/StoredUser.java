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
 * A user as read in one statement.
 *
 * @param info its identifiers have {@code owned} and {@code verifiedAt} from the columns;
 *     {@code IdentifierRules.checked} compares them with the keys
 * @param keys the ownership keys as stored
 * @param passwordHash null when the user has none
 * @param passwordChangedAt when the person last chose a password; a re-hash does not move it
 * @param profiles those not deleted, oldest first
 * @param factors the kinds of confirmed second factors, recovery codes never among them: they stand in for one
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
     * @param info its identifiers have {@code owned} and {@code verifiedAt} from the columns;
     *     {@code IdentifierRules.checked} compares them with the keys
     * @param keys the ownership keys as stored
     * @param passwordHash null when the user has none
     * @param passwordChangedAt when the person last chose a password; a re-hash does not move it
     * @param profiles those not deleted, oldest first
     * @param factors the kinds of confirmed second factors, recovery codes never among them: they stand in for one
     */
    public StoredUser {
        profiles = List.copyOf(profiles);
        factors = Set.copyOf(factors);
    }

    /**
     * Without a second factor.
     *
     * @param info its identifiers have {@code owned} and {@code verifiedAt} from the columns;
     *     {@code IdentifierRules.checked} compares them with the keys
     * @param keys the ownership keys as stored
     * @param passwordHash null when the user has none
     * @param passwordChangedAt when the person last chose a password; a re-hash does not move it
     * @param profiles those not deleted, oldest first
     */
    public StoredUser(
            UserInfo info,
            IdentifierKeys keys,
            @Nullable Secret passwordHash,
            @Nullable Instant passwordChangedAt,
            List<ProfileInfo> profiles) {
        this(info, keys, passwordHash, passwordChangedAt, profiles, Set.of());
    }

    /** {@return true when a sign-in takes a second factor} */
    public boolean hasSecondFactor() {
        return !factors.isEmpty();
    }

    /**
     * {@return the same user with another hash of the same password}
     *
     * @param hash takes the place of the old one; null for no password
     */
    public StoredUser withPassword(@Nullable Secret hash) {
        return new StoredUser(info, keys, hash, passwordChangedAt, profiles, factors);
    }

    /**
     * {@return the same user with these profiles}
     *
     * @param others take the place of those that were read
     */
    public StoredUser with(List<ProfileInfo> others) {
        return new StoredUser(info, keys, passwordHash, passwordChangedAt, others, factors);
    }

    /**
     * {@return the same user described otherwise}
     *
     * @param other takes the place of what was read
     */
    public StoredUser with(UserInfo other) {
        return new StoredUser(other, keys, passwordHash, passwordChangedAt, profiles, factors);
    }
}
