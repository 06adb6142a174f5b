package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.account.AdminAuthorization;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may administer accounts, by session, account and roles as the store has them now. Locks no row, so a
 * logout may follow at once. Which roles have a permission is declared in {@link Roles}; acting for an account needs
 * {@link AdminPermission#USERS_IMPERSONATE}.
 */
public final class StandardAdminAuthorization implements AdminAuthorization {

    /** All that a caller can be refused for. */
    public static final Set<Refusal> REFUSALS = Collections.unmodifiableSet(EnumSet.of(
            Refusal.SESSION_ENDED, Refusal.FORBIDDEN, Refusal.SECOND_FACTOR_REQUIRED, Refusal.STEP_UP_REQUIRED));

    private final FlowContext context;

    public StandardAdminAuthorization(FlowContext context) {
        this.context = context;
    }

    @Override
    public Optional<Refusal> refusal(Caller caller) {
        Instant now = context.now();
        return context.store().read(tx -> refusal(tx, caller, now));
    }

    @Override
    public Optional<Refusal> refusal(Caller caller, AdminPermission permission) {
        Instant now = context.now();
        return context.store().read(tx -> admit(tx, caller, permission, now)).refusal();
    }

    @Override
    public Optional<Refusal> refusal(Caller caller, String permission) {
        Instant now = context.now();
        return context.store()
                .read(tx -> admit(tx, caller, authority -> authority.hasAsStaff(permission), now))
                .refusal();
    }

    /** Why the caller may not; empty for a superuser with a session that lives and a recent proof. */
    public Optional<Refusal> refusal(AuthTx tx, Caller caller, Instant now) {
        return admit(tx, caller, Authority::isSuperuser, now).refusal();
    }

    /** Whether the caller has a permission, a session that lives and a recent proof. */
    public Admission admit(AuthTx tx, Caller caller, AdminPermission permission, Instant now) {
        return admit(tx, caller, authority -> authority.has(permission), now);
    }

    /** Why the caller may not look at what the permission opens; an old proof is enough for that. */
    public Optional<Refusal> refusalToLook(AuthTx tx, Caller caller, AdminPermission permission, Instant now) {
        return admit(tx, caller, permission, now).refusal().filter(why -> why != Refusal.STEP_UP_REQUIRED);
    }

    private Admission admit(AuthTx tx, Caller caller, Predicate<Authority> may, Instant now) {
        Optional<StoredSession> session = CallerSession.live(tx, caller, now);
        if (session.isEmpty()) {
            return new Admission(Refusal.SESSION_ENDED, Authority.none());
        }
        StoredUser user = session.get().user();
        Authority authority = authority(user, caller);
        return new Admission(may.test(authority) ? unproven(user, caller, now) : Refusal.FORBIDDEN, authority);
    }

    private @Nullable Refusal unproven(StoredUser user, Caller caller, Instant now) {
        if (user.hasSecondFactor() && !caller.showedTwoFactors()) {
            return Refusal.SECOND_FACTOR_REQUIRED;
        }
        return context.isRecent(caller, now) ? null : Refusal.STEP_UP_REQUIRED;
    }

    /** By the role of the profile in which the caller acts, as it is now, whatever the token says. */
    private Authority authority(StoredUser user, Caller caller) {
        Roles roles = context.settings().roles();
        Set<Right> rights = user.info().status().rights();
        Set<String> held = user.profiles().stream()
                .filter(profile -> profile.status().active() && profile.id().equals(caller.profile()))
                .map(profile -> profile.status().role())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> permissions = held.stream()
                .flatMap(role -> roles.permissions(role, rights).stream())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> assignable = Stream.concat(held.stream(), newAccounts())
                .flatMap(role -> roles.withIncluded(role).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Authority(rights, permissions, assignable, roles);
    }

    /** Whether a role is that of new accounts, so that it is not given by a choice of the caller. */
    public boolean isOfNewAccounts(String role) {
        Roles roles = context.settings().roles();
        return newAccounts().anyMatch(each -> roles.stored(each).equals(roles.stored(role)));
    }

    /** Whether an account has no right, and no permission but those of new accounts. */
    public boolean isOrdinary(StoredUser user) {
        Roles roles = context.settings().roles();
        Set<String> usual = newAccounts()
                .flatMap(role -> roles.permissions(role, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return user.info().status().rights().isEmpty()
                && user.profiles().stream()
                        .allMatch(profile -> usual.containsAll(
                                roles.permissions(profile.status().role(), Set.of(Right.STAFF))));
    }

    private Stream<String> newAccounts() {
        return Stream.of(
                AbstractProfile.DEFAULT_ROLE, context.settings().signUp().defaultRole());
    }
}
