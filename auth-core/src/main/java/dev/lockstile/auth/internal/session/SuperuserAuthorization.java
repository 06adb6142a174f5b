package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a superuser asks for about somebody else: who may ask, about whom, and what is written down as the reason. */
public final class SuperuserAuthorization {

    private final FlowContext context;

    public SuperuserAuthorization(FlowContext context) {
        this.context = context;
    }

    /** Why the caller may not ask; empty for a superuser with a session that lives and a recent proof. */
    public Optional<Refusal> refusal(AuthTx tx, Caller caller, Instant now) {
        Optional<StoredSession> session = CallerSession.live(tx, caller, now);
        if (session.isEmpty()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        StoredUser user = session.get().user();
        if (!user.info().status().superuser()) {
            return Optional.of(Refusal.FORBIDDEN);
        }
        return context.isRecent(caller, user, now) ? Optional.empty() : Optional.of(Refusal.STEP_UP_REQUIRED);
    }

    /** Who goes by that e-mail address, phone number or user name. */
    public Optional<StoredUser> find(AuthTx tx, String login) {
        return Stream.of(
                        context.identifiers().email(login),
                        context.identifiers().phone(login),
                        context.identifiers().username(login))
                .flatMap(Optional::stream)
                .map(identifier -> owner(tx, identifier))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<StoredUser> owner(AuthTx tx, Identifier identifier) {
        return tx.users().byKey(identifier.kind(), identifier.key());
    }

    /** The reason as it is written down. @throws IllegalArgumentException for one that is none */
    public static String checked(String reference) {
        if (!AuditReference.isValid(reference)) {
            throw new IllegalArgumentException("a reference has 1 to 60 of A-Z, a-z, 0-9, space and . _ # : / -");
        }
        return reference;
    }

    /** Why somebody may not ask. */
    public enum Refusal {
        SESSION_ENDED,
        FORBIDDEN,
        STEP_UP_REQUIRED
    }
}
