package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a right code lets in: the owner of exactly the identifier it was sent to. Where no account has proven that
 * identifier yet, the code does, and what was set on the account before the proof (password, sessions, open codes, the
 * hold on other unproven identifiers) goes in the same transaction, so that a stranger cannot keep access to an account
 * opened on another person's address.
 */
final class CodeOwner {

    private final FlowContext context;

    CodeOwner(FlowContext context) {
        this.context = context;
    }

    /**
     * The account that may be entered; an empty user means one is to be opened. The row of an owner who is about to
     * prove something is held, before any code: the proof ends all the owner's codes, and two proofs of one account
     * that each held their own code would wait for each other. What the owner is, is read once more from then on.
     */
    Optional<Owner> find(AuthTx tx, StoredCode code, Identifier identifier, Instant now) {
        Optional<Owner> seen = look(tx, code, identifier);
        StoredUser user = seen.map(Owner::holder).orElse(null);
        if (user == null || UnprovenIdentifiers.isProven(user.info(), identifier.kind())) {
            return seen;
        }
        UserId id = user.info().id();
        return tx.users().lock(id, now) ? look(tx, code, identifier).filter(owner -> owner.is(id)) : Optional.empty();
    }

    private Optional<Owner> look(AuthTx tx, StoredCode code, Identifier identifier) {
        UserId addressee = code.state().binding().user();
        Optional<StoredUser> holder = tx.users().byKey(identifier.kind(), identifier.key());
        if (holder.isPresent()) {
            boolean meant =
                    addressee == null || addressee.equals(holder.get().info().id());
            return meant && UnprovenIdentifiers.opensByCode(holder.get().info(), identifier.kind())
                    ? Optional.of(new Owner(holder.get()))
                    : Optional.empty();
        }
        if (addressee != null) {
            return tx.users()
                    .byId(addressee)
                    .filter(user -> PendingPhoneRegistration.isOf(user, identifier))
                    .map(Owner::new);
        }
        return context.settings().signUp().byCode() ? Optional.of(Owner.NOBODY) : Optional.empty();
    }

    /** Makes the owner what a right code makes of one: the proven holder of the identifier. */
    Optional<Owner> settle(AuthTx tx, Owner owner, Identifier identifier, Instant now) {
        StoredUser user = owner.holder();
        if (user == null) {
            return Optional.of(open(tx, identifier, now));
        }
        if (UnprovenIdentifiers.isProven(user.info(), identifier.kind())) {
            return Optional.of(owner);
        }
        return FirstProof.claim(context, tx, new FirstProof.Shown(user, identifier, now))
                .map(Owner::new);
    }

    private Owner open(AuthTx tx, Identifier identifier, Instant now) {
        UserId id = tx.users()
                .insert(new NewUser(
                        List.of(IdentifierAssignment.proven(identifier, now)),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now)));
        String role = context.settings().signUp().defaultRole();
        ActiveProfile.create(tx, id, Person.UNKNOWN, new ActiveProfile.Birth(role, now));
        StoredUser fresh = tx.users().byId(id).orElseThrow();
        NewAccount account = new NewAccount(fresh.info(), NewAccount.By.CODE, now);
        context.hooks().ask(tx, hook -> hook.beforeRegistration(account));
        return new Owner(fresh);
    }

    /**
     * The account a code lets in.
     *
     * @param holder null when an account is to be opened
     */
    record Owner(@Nullable StoredUser holder) {

        static final Owner NOBODY = new Owner(null);

        boolean is(UserId id) {
            return holder != null && holder.info().id().equals(id);
        }

        StoredUser user() {
            if (holder == null) {
                throw new IllegalStateException("the account has not been opened");
            }
            return holder;
        }
    }
}
