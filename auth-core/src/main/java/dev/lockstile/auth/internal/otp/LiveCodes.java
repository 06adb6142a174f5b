package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which codes are live; and the end of what is open for a person: codes made for the user, and codes to what the user
 * owns, whichever client asked for them.
 */
public final class LiveCodes {

    private LiveCodes() {}

    /** True while the right code is accepted: neither used nor ended nor expired, with attempts left. */
    static boolean isLive(CodeState state, Instant now) {
        CodeState.Times times = state.times();
        return times.usedAt() == null
                && times.endedAt() == null
                && now.isBefore(times.validUntil())
                && state.attempts() < state.maxAttempts();
    }

    public static void endAll(AuthTx tx, FlowContext context, UserInfo user, Instant now) {
        tx.codes().endAll(user.id(), now);
        Stream.concat(
                        owned(user.identifiers().email().owned(), user.email())
                                .flatMap(context.identifiers()::email)
                                .stream(),
                        owned(user.identifiers().phone().owned(), user.phone())
                                .flatMap(context.identifiers()::phone)
                                .stream())
                .map(Identifier::key)
                .forEach(key -> tx.codes().endAllTo(key, now));
    }

    private static Optional<String> owned(boolean isOwned, @Nullable String text) {
        return isOwned ? Optional.ofNullable(text) : Optional.empty();
    }
}
