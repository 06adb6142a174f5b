package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountEdit;
import dev.lockstile.auth.hook.AuthHook.Deletion;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.RoleName;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What an administration does to accounts: each change and the end of all sessions and codes are one transaction. */
final class AccountChanges {

    private final FlowContext context;
    private final RestoredIdentifiers restored;
    private final SecurityNotice notice;
    private final AccountDeletion deletion;

    AccountChanges(FlowContext context) {
        this.context = context;
        this.restored = new RestoredIdentifiers(context.identifiers());
        this.notice = new SecurityNotice(context);
        this.deletion = new AccountDeletion(context);
    }

    AccountChange role(String word) {
        return declared(word)
                .map(role -> role(
                        role,
                        profile -> profile.status().isDefault(),
                        (tx, user, now) -> defaultProfile(tx, user)
                                .filter(profile -> tx.profiles().assignRole(new Owned(user, profile), role, now))
                                .isPresent()))
                .orElseGet(AccountChanges::unknownRole);
    }

    AccountChange role(ProfileId profile, String word) {
        return declared(word)
                .map(role -> role(
                        role,
                        each -> each.id().equals(profile),
                        (tx, user, now) ->
                                !isProgram(tx, user) && tx.profiles().assignRole(new Owned(user, profile), role, now)))
                .orElseGet(AccountChanges::unknownRole);
    }

    private static AccountChange role(String role, Predicate<ProfileInfo> changed, AccountChange.Write write) {
        return new AccountChange(
                "role_changed",
                AdminPermission.ROLES_ASSIGN,
                AccountChange.On.ANY,
                role,
                before -> before.profiles().stream()
                        .filter(changed)
                        .map(profile -> profile.status().role() + " to " + role)
                        .findFirst()
                        .orElse(null),
                write);
    }

    private static AccountChange unknownRole() {
        return new AccountChange(
                "role_changed", AdminPermission.ROLES_ASSIGN, AccountChange.On.ANY, AccountChange.UNKNOWN_ROLE);
    }

    private Optional<String> declared(String word) {
        return context.settings().roles().find(word);
    }

    private boolean isProgram(AuthTx tx, UserId user) {
        return context.settings().roles().haveProgram()
                && tx.users()
                        .byId(user)
                        .filter(found -> found.info().status().program())
                        .isPresent();
    }

    /** @throws IllegalArgumentException for a word that is no role, or one of programs */
    String requireRole(String word) {
        if (context.settings().roles().isForPrograms(word)) {
            throw new IllegalArgumentException("a role of programs is given at the opening of an account: " + word);
        }
        return declared(word)
                .orElseThrow(() -> new IllegalArgumentException(RoleName.problem(word)
                        .orElseGet(() -> "the roles that are declared have no " + word + " among them: "
                                + String.join(", ", context.settings().roles().names()))));
    }

    private static Optional<ProfileId> defaultProfile(AuthTx tx, UserId user) {
        return tx.users().byId(user).filter(found -> !found.info().status().program()).stream()
                .flatMap(found -> found.profiles().stream())
                .filter(profile -> profile.status().isDefault())
                .map(ProfileInfo::id)
                .findFirst();
    }

    AccountChange verified(IdentifierKind kind) {
        if (kind == IdentifierKind.USERNAME) {
            throw new IllegalArgumentException("a user name is never proven: give EMAIL or PHONE");
        }
        return new AccountChange(
                "verified",
                AdminPermission.USERS_VERIFY,
                AccountChange.On.ORDINARY,
                (tx, user, now) -> tx.users()
                        .byId(user)
                        .flatMap(found -> RestoredIdentifiers.again(
                                found.info().identifiers().of(kind), form(kind)))
                        .filter(identifier -> isFree(tx, user, identifier))
                        .filter(identifier -> tx.users().claim(user, identifier, now))
                        .isPresent());
    }

    private Function<String, Optional<Identifier>> form(IdentifierKind kind) {
        return kind == IdentifierKind.EMAIL ? context.identifiers()::email : context.identifiers()::phone;
    }

    private static boolean isFree(AuthTx tx, UserId user, Identifier identifier) {
        return tx.users()
                .byKey(identifier.kind(), identifier.key())
                .filter(owner -> !owner.info().id().equals(user))
                .isEmpty();
    }

    AccountChange deleted() {
        return new AccountChange(
                "deleted",
                AdminPermission.USERS_DELETE,
                AccountChange.On.ORDINARY,
                (tx, user, now) -> askHost(tx, user, now)
                        && endEverything(tx, user, EndReason.ACCOUNT_DELETED, now)
                        && tx.users().softDelete(user, now));
    }

    boolean askHost(AuthTx tx, UserId user, Instant now) {
        Optional<StoredUser> stored = tx.users().byId(user);
        stored.ifPresent(found -> {
            Deletion deletion = new Deletion(found.info(), false, now);
            context.hooks().ask(tx, hook -> hook.beforeDeletion(deletion));
        });
        return stored.isPresent();
    }

    /** What was opened before the deletion ends here: another application that marked the row has ended nothing. */
    AccountChange restored() {
        return new AccountChange(
                "restored",
                AdminPermission.USERS_DELETE,
                AccountChange.On.DELETED,
                (tx, user, now) -> tx.users()
                                .deleted(user)
                                .filter(found -> restore(tx, found.info(), now))
                                .isPresent()
                        && endEverything(tx, user, EndReason.ACCOUNT_DELETED, now));
    }

    private boolean restore(AuthTx tx, UserInfo found, Instant now) {
        boolean done = tx.users().restore(found.id(), restored.owned(tx, found), now);
        if (done) {
            tx.legacy().enterRestored(found.id(), now);
        }
        if (done && hasProven(found.identifiers())) {
            context.features().all().forEach(feature -> feature.keepImported(context, tx, found.id()));
        }
        return done;
    }

    private static boolean hasProven(IdentifierStates identifiers) {
        return identifiers.anyVerified()
                || identifiers.email().provenBefore()
                || identifiers.phone().provenBefore();
    }

    AccountChange edited(AccountEdit edit) {
        return new AccountEdits(context).change(edit);
    }

    /** Wants an address or number that is proven; the link is sent once this is written. */
    AccountChange resetRequested() {
        return new AccountChange(
                "password_reset_requested",
                AdminPermission.PASSWORDS_RESET,
                AccountChange.On.ORDINARY,
                (tx, user, now) -> tx.users()
                        .byId(user)
                        .filter(found -> found.info().status().mayAct()
                                && found.info().identifiers().anyVerified())
                        .isPresent());
    }

    AccountChange sessionsEnded() {
        return new AccountChange(
                "sessions_ended",
                AdminPermission.SESSIONS_END,
                AccountChange.On.ANY,
                (tx, user, now) ->
                        tx.users().lock(user, now) && endEverything(tx, user, EndReason.ENDED_BY_ADMIN, now));
    }

    AccountChange sessionEnded(SessionId session) {
        return new AccountChange(
                "one_session_ended",
                AdminPermission.SESSIONS_END,
                AccountChange.On.ANY,
                null,
                before -> session.value(),
                (tx, user, now) -> tx.sessions().byIds(List.of(session)).stream()
                                .anyMatch(owned -> owned.user().equals(user))
                        && tx.sessions().end(session, EndReason.ENDED_BY_ADMIN, now));
    }

    AccountChange keyRevoked(String key) {
        return new AccountChange(
                "api_key_revoked",
                AdminPermission.SESSIONS_END,
                AccountChange.On.ANY,
                null,
                before -> key,
                (tx, user, now) -> tx.extension(ApiKeyStore.class)
                        .filter(keys -> keys.end(user, key, now))
                        .isPresent());
    }

    AccountChange keysEnded() {
        return new AccountChange(
                "api_keys_ended", AdminPermission.SESSIONS_END, AccountChange.On.ANY, (tx, user, now) -> {
                    boolean ended = tx.extension(ApiKeyStore.class)
                            .filter(keys -> keys.endAll(user, now) > 0)
                            .isPresent();
                    if (ended) {
                        tx.users()
                                .byId(user)
                                .ifPresent(owner -> notice.send(tx, owner.info(), MessageKind.API_KEYS_ENDED, now));
                    }
                    return ended;
                });
    }

    boolean endEverything(AuthTx tx, UserId user, EndReason reason, Instant now) {
        deletion.endAll(tx, user, reason, now);
        if (reason == EndReason.ACCOUNT_DELETED) {
            ScheduledDeletions.end(tx, user, now);
        }
        return true;
    }
}
