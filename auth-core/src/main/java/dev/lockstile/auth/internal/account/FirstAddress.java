package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.account.IdentifierChangeLimiter.Names;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;

/**
 * The one sensitive step that needs no recent proof: the first address or number of an account that has a link to
 * another site and nothing else, in a session that was opened just now by a site that does not tell when its own proof
 * was. Such a person has nothing to prove themselves with. Refused: an older session, refreshed or not, so that a
 * stolen one adds nothing; a site that tells an old proof, which can be asked for a new one; an account with a
 * password, a second factor, or an address or number that it owns or had proven; a user name; and two at once.
 */
final class FirstAddress {

    private FirstAddress() {}

    static boolean isAllowed(FlowContext context, Names names, Instant now) {
        return names.toTake() == null
                && names.toProve().size() == 1
                && isNew(context, names.session().state(), now)
                && hasNothing(names.session().user());
    }

    /** A refresh does not make a session younger. */
    private static boolean isNew(FlowContext context, SessionState session, Instant now) {
        return session.context().provider() != null
                && session.times().authTime().equals(Instant.EPOCH)
                && context.isRecent(session.times().createdAt(), now);
    }

    private static boolean hasNothing(StoredUser user) {
        return user.passwordHash() == null && !user.hasSecondFactor() && hasNoAddress(user.info());
    }

    private static boolean hasNoAddress(UserInfo user) {
        return isNone(user.identifiers().email()) && isNone(user.identifiers().phone());
    }

    private static boolean isNone(IdentifierState identifier) {
        return !identifier.owned() && !identifier.isVerified() && !identifier.outdated();
    }
}
