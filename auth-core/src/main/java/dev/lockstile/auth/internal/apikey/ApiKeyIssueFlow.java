package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes and rotates keys. Refused: a session that is over or no session at all, a proof that is not recent, a scope
 * beyond the owner's, a time over the host's maximum, and more keys than an account may have.
 */
final class ApiKeyIssueFlow {

    private final FlowContext context;
    private final IssuedKeys keys;
    private final KeyNotice notice;

    ApiKeyIssueFlow(FlowContext context, IssuedKeys keys) {
        this.context = context;
        this.keys = keys;
        this.notice = new KeyNotice(context);
    }

    Outcome<ApiKey.Issued> create(Caller caller, ApiKey.Draft draft) {
        Instant now = context.now();
        return limited(caller, now, () -> context.store().alone(tx -> create(tx, caller, draft, now)));
    }

    Outcome<ApiKey.Issued> rotate(Caller caller, String id, @Nullable Duration validFor) {
        Instant now = context.now();
        Optional<FieldProblem> problem = keys.problem(validFor);
        return problem.isPresent()
                ? Outcome.invalid(List.of(problem.get()))
                : limited(caller, now, () -> context.store().alone(tx -> rotate(tx, caller, id, validFor, now)));
    }

    /** Before the permit is taken: a caller without a session or a recent proof spends none of the account's. */
    private Outcome<ApiKey.Issued> limited(Caller caller, Instant now, Supplier<Outcome<ApiKey.Issued>> flow) {
        Optional<Refusal> refusal =
                context.store().read(tx -> refusal(CallerSession.live(tx, caller, now), caller, now));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<Instant> retryAt = IssuedKeys.retryAt(context, caller, now);
        return retryAt.isPresent() ? Outcome.refused(Refusal.THROTTLED, retryAt.get()) : flow.get();
    }

    private Optional<Refusal> refusal(Optional<StoredSession> session, Caller caller, Instant now) {
        if (session.isEmpty()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        return context.isRecent(caller, session.get().user(), now)
                ? Optional.empty()
                : Optional.of(Refusal.STEP_UP_REQUIRED);
    }

    private Outcome<ApiKey.Issued> create(AuthTx tx, Caller caller, ApiKey.Draft draft, Instant now) {
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        Optional<ProfileInfo> profile = session.flatMap(live -> profile(live.user(), caller));
        if (session.isEmpty() || profile.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        StoredUser owner = session.get().user();
        Outcome<ApiKey.Issued> issued = keys.create(tx, new IssuedKeys.Owner(owner, profile.get()), draft, now);
        return told(tx, new Made(caller, session.get(), "created"), issued, now);
    }

    private Outcome<ApiKey.Issued> rotate(
            AuthTx tx, Caller caller, String id, @Nullable Duration validFor, Instant now) {
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        Outcome<ApiKey.Issued> issued = keys.rotate(tx, caller.user(), id, validFor, now);
        return told(tx, new Made(caller, session.get(), "rotated"), issued, now);
    }

    private static Optional<ProfileInfo> profile(StoredUser owner, Caller caller) {
        return owner.profiles().stream()
                .filter(profile -> profile.id().equals(caller.profile()))
                .filter(profile -> profile.status().active())
                .findFirst();
    }

    private Outcome<ApiKey.Issued> told(AuthTx tx, Made made, Outcome<ApiKey.Issued> issued, Instant now) {
        issued.toOptional().ifPresent(done -> tell(tx, made, done.key(), now));
        return issued;
    }

    private void tell(AuthTx tx, Made made, ApiKey key, Instant now) {
        notice.send(tx, NoticeSubject.of(made.session()), key, made.change(), now);
        AuthEvent event = new AuthEvent.ApiKeyChanged(
                now, made.caller().user(), made.caller().session(), key.id(), made.change());
        tx.afterCommit(() -> context.events().tell(event));
    }

    private record Made(Caller caller, StoredSession session, String change) {}
}
