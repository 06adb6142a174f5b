package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.Profiles.PictureChange;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.ImpersonationRules;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The flows behind the own profiles. Refused: a session that is over, a profile that is not there or not the caller's
 * (one answer), the end of the last one, and more than fifty. The user's row is held while profiles change, so what was
 * read stays true until it is written, on any number of nodes.
 */
public final class ProfileFlows implements Profiles {

    static final int MOST = 50;

    private final FlowContext context;
    private final OperationEvents operations;

    public ProfileFlows(FlowContext context) {
        this.context = context;
        this.operations = new OperationEvents(context);
    }

    @Override
    public Outcome<ProfileInfo> get(Caller caller, ProfileId profile) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .map(session -> find(session, profile)
                                .<Outcome<ProfileInfo>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(Refusal.PROFILE_NOT_FOUND)))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    @Override
    public List<String> genders() {
        return context.settings().genders().words();
    }

    @Override
    public Outcome<ProfileInfo> create(Caller caller, Profiles.Draft draft) {
        requireFit(draft.host(), true);
        Optional<FieldProblem> gender =
                context.settings().genders().problem(draft.person().gender());
        if (gender.isPresent()) {
            return Outcome.invalid(List.of(gender.get()));
        }
        Instant now = context.now();
        return ofOwner(caller, now, (tx, session) -> {
            List<ProfileInfo> own = session.user().profiles();
            if (own.size() >= MOST) {
                return Outcome.refused(Refusal.TOO_MANY_PROFILES);
            }
            boolean first = ActiveProfile.choose(own).isEmpty();
            String role = context.settings().signUp().defaultRole();
            ProfileInfo.Status status = new ProfileInfo.Status(role, first, true);
            ProfileId id = tx.profiles()
                    .insert(new NewProfile(
                            caller.user(),
                            draft.person(),
                            status,
                            draft.label(),
                            null,
                            SettingsJson.EMPTY,
                            RowTimes.fresh(now)));
            writeHost(tx, new Owned(caller.user(), id), draft.host(), now);
            return done(tx, caller, new Change(id, "profile created", now));
        });
    }

    @Override
    public Outcome<ProfileInfo> update(Caller caller, ProfileId profile, UnaryOperator<Profiles.Draft> change) {
        Instant now = context.now();
        return owned(caller, profile, now, (tx, own) -> {
            Profiles.Draft next = change.apply(new Profiles.Draft(own.person(), own.label()));
            requireFit(next.host(), false);
            Optional<FieldProblem> gender = context.settings()
                    .genders()
                    .problem(next.person().gender(), own.person().gender());
            if (gender.isPresent()) {
                return Outcome.invalid(List.of(gender.get()));
            }
            tx.profiles().describe(new Owned(own.user(), own.id()), next.person(), next.label(), now);
            writeHost(tx, new Owned(own.user(), own.id()), next.host(), now);
            return done(tx, caller, new Change(profile, "profile changed", now));
        });
    }

    @Override
    public Outcome<ProfileInfo> admitPicture(Caller caller, ProfileId profile) {
        Outcome<ProfileInfo> own = get(caller, profile);
        if (!own.isDone()) {
            return own;
        }
        PermitRequest permits =
                new PermitRequest(null, null, List.of(RateLimit.PICTURE_USER), AttemptRequest.subject(caller.user()));
        return context.limiters()
                .requests()
                .refusal(permits, context.now())
                .<Outcome<ProfileInfo>>map(retryAt -> Outcome.refused(Refusal.THROTTLED, retryAt))
                .orElse(own);
    }

    @Override
    public Outcome<PictureChange> setPicture(Caller caller, ProfileId profile, String reference) {
        Instant now = context.now();
        return owned(caller, profile, now, (tx, own) -> {
            tx.profiles().present(new Owned(own.user(), own.id()), reference, now);
            return done(tx, caller, new Change(profile, "picture changed", now))
                    .map(changed -> new PictureChange(changed, own.picture()));
        });
    }

    @Override
    public Outcome<ProfileInfo> makeDefault(Caller caller, ProfileId profile) {
        Instant now = context.now();
        return ofOwner(caller, now, owned(profile, (tx, own) -> {
            if (!own.status().active()) {
                return Outcome.refused(Refusal.PROFILE_NOT_FOUND); // no session could act in it
            }
            tx.profiles().makeDefault(new Owned(own.user(), own.id()), now);
            return done(tx, caller, new Change(profile, "default profile changed", now));
        }));
    }

    @Override
    public Outcome<ProfileInfo> delete(Caller caller, ProfileId profile) {
        Instant now = context.now();
        return ofOwner(
                caller,
                now,
                (tx, session) -> find(session, profile)
                        .map(own -> delete(tx, session, own, now))
                        .orElseGet(() -> Outcome.refused(Refusal.PROFILE_NOT_FOUND)));
    }

    private Outcome<ProfileInfo> delete(AuthTx tx, StoredSession session, ProfileInfo own, Instant now) {
        List<ProfileInfo> others = session.user().profiles().stream()
                .filter(other -> !other.id().equals(own.id()))
                .toList();
        Optional<ProfileInfo> heir = ActiveProfile.choose(others);
        if (heir.isEmpty()) {
            return Outcome.refused(Refusal.LAST_PROFILE);
        }
        if (own.status().isDefault()) {
            tx.profiles().makeDefault(new Owned(own.user(), heir.get().id()), now);
        }
        tx.profiles().delete(new Owned(own.user(), own.id()), now);
        tell(tx, new AuthEvent.AccountChanged(now, own.user(), "profile deleted"));
        return Outcome.done(own);
    }

    private <R> Outcome<R> owned(Caller caller, ProfileId profile, Instant now, Work<ProfileInfo, R> work) {
        return held(caller, now, owned(profile, work));
    }

    private static <R> Work<StoredSession, R> owned(ProfileId profile, Work<ProfileInfo, R> work) {
        return (tx, session) -> find(session, profile)
                .map(own -> work.run(tx, own))
                .orElseGet(() -> Outcome.refused(Refusal.PROFILE_NOT_FOUND));
    }

    /** The same for a change that staff who act for the owner do not make. */
    private <R> Outcome<R> ofOwner(Caller caller, Instant now, Work<StoredSession, R> work) {
        return held(
                caller,
                now,
                (tx, session) -> ImpersonationRules.isOwner(caller)
                        ? work.run(tx, session)
                        : Outcome.refused(Refusal.FORBIDDEN));
    }

    /** Runs the work while no other transaction changes the user's rows. */
    private <R> Outcome<R> held(Caller caller, Instant now, Work<StoredSession, R> work) {
        return operations.over(
                Operation.PROFILE_CHANGE,
                caller,
                () -> context.store()
                        .join(tx -> CallerSession.held(tx, caller, now)
                                .map(session -> work.run(tx, session))
                                .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED))));
    }

    private void requireFit(HostValues values, boolean isNew) {
        if (!HostFields.problems(context.settings().fields().profile(), values, isNew)
                .isEmpty()) {
            throw new IllegalArgumentException("values that HostFields.problems has something against: " + values);
        }
    }

    private void writeHost(AuthTx tx, Owned profile, HostValues values, Instant now) {
        if (!values.isEmpty()) {
            List<HostField> fields = context.settings().fields().profile();
            tx.hostColumns().writeProfile(profile, HostFields.byAttribute(fields, values), now);
        }
    }

    private Outcome<ProfileInfo> done(AuthTx tx, Caller caller, Change change) {
        tell(tx, new AuthEvent.AccountChanged(change.now(), caller.user(), change.what()));
        return tx.users()
                .byId(caller.user())
                .flatMap(user -> user.profiles().stream()
                        .filter(own -> own.id().equals(change.profile()))
                        .findFirst())
                .<Outcome<ProfileInfo>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.PROFILE_NOT_FOUND));
    }

    private void tell(AuthTx tx, AuthEvent event) {
        context.events().noted();
        tx.afterCommit(() -> context.events().tell(event));
    }

    private static Optional<ProfileInfo> find(StoredSession session, ProfileId profile) {
        return session.user().profiles().stream()
                .filter(own -> own.id().equals(profile))
                .findFirst();
    }

    private interface Work<T, R> {
        Outcome<R> run(AuthTx tx, T subject);
    }

    private record Change(ProfileId profile, String what, Instant now) {}
}
