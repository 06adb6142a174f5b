package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.internal.account.PendingRegistrations;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.otp.FirstProof;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Opens the account of a person whose address a provider has proven, or gives it the one that an import left there.
 * What a stranger had registered on that address before is worth nothing afterwards: neither password, session, code,
 * factor nor link of it.
 */
final class SocialSignUp {

    private final FlowContext context;
    private final PendingRegistrations registrations;

    SocialSignUp(FlowContext context) {
        this.context = context;
        this.registrations = new PendingRegistrations(context);
    }

    StoredUser open(AuthTx tx, Identifier email, Person person, Instant now) {
        erase(tx, email, now);
        UserId id = tx.users()
                .insert(new NewUser(
                        List.of(IdentifierAssignment.proven(email, now)),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, now),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now)));
        String role = context.settings().signUp().defaultRole();
        ActiveProfile.create(tx, id, person, new ActiveProfile.Birth(role, now));
        StoredUser fresh = tx.users().byId(id).orElseThrow();
        NewAccount account = new NewAccount(fresh.info(), NewAccount.By.SOCIAL, now);
        context.hooks().ask(tx, hook -> hook.beforeRegistration(account));
        tx.afterCommit(() -> context.events().tell(new AuthEvent.Registered(now, id)));
        return fresh;
    }

    /** The account's row is held. Empty when the account is gone by now. */
    Optional<StoredUser> prove(AuthTx tx, StoredUser user, Identifier email, Instant now) {
        return FirstProof.claim(context, tx, new FirstProof.Shown(user, email, now));
    }

    private void erase(AuthTx tx, Identifier email, Instant now) {
        registrations.any(tx, email).map(waiting -> waiting.info().id()).ifPresent(id -> {
            tx.users().eraseUnproven(id, now);
            context.sessionEnds().endAll(tx, new SessionRevocation.User(id, now), EndReason.IDENTIFIER_PROVEN, null);
            tx.codes().endAll(id, now);
            FactorRevocation.erase(context, tx, id, now);
            tx.socials().removeAll(id);
        });
        tx.codes().endAllTo(email.key(), now);
    }
}
