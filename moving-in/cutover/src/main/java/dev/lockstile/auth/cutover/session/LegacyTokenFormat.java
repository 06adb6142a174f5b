package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one old system makes its tokens. Holds the key, and never shows it. */
public sealed interface LegacyTokenFormat permits SimpleJwt, FastApiUsersJwt, UidJwt {

    /**
     * {@return what a token says; empty for any that is not exactly one of these and live now}
     *
     * @param token as the client sent it
     * @param now the moment of the exchange
     */
    Optional<Read> read(Secret token, Instant now);

    /**
     * Whose a token is.
     *
     * @param entities the kinds of old rows that the key may be of, such as {@code users}; the first is the main table,
     *     into whose accounts rows of the others may have been merged
     * @param userId the old key
     * @param name what the owner is called: of the first kind the address, of the others any sign-in name; null where
     *     the key alone tells
     */
    record Owner(
            List<String> entities, String userId, @Nullable String name) {

        /** True for the kind whose rows are accounts in their own right. */
        boolean isMain(String entity) {
            return entities.get(0).equals(entity);
        }

        /** The row of one kind with that key. */
        static Owner of(String entity, String userId) {
            return new Owner(List.of(entity), userId, null);
        }
    }

    /**
     * What a token says.
     *
     * @param owner the row it was made for
     *
     * @param profileId the old key of the profile; null where it names none
     * @param id equal for one token however it is spelled, and different for any two
     * @param issuedAt null when it does not say
     */
    record Read(
            Owner owner,
            @Nullable String profileId,
            String id,
            @Nullable Instant issuedAt) {}
}
