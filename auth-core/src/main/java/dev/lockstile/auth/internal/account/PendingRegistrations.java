package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.otp.PendingPhoneRegistration;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.Optional;

/**
 * The one registration that waits for the proof of an address. A second one on the same address joins it: were there
 * two, the owner of the address could prove the one whose password a stranger set.
 */
public final class PendingRegistrations {

    private final FlowContext context;

    public PendingRegistrations(FlowContext context) {
        this.context = context;
    }

    /** Who waits for a proof that can still be given. */
    Optional<StoredUser> current(AuthTx tx, Identifier main, Instant now) {
        CodePurpose purpose = main.kind() == IdentifierKind.EMAIL ? CodePurpose.CONFIRM_EMAIL : CodePurpose.LOGIN;
        Optional<StoredCode> last = tx.codes().latest(purpose, main.key());
        boolean open = last.filter(code -> isOpen(code.state().times(), now)).isPresent();
        return open || main.kind() == IdentifierKind.PHONE ? waiting(tx, last, main) : Optional.empty();
    }

    /** Who waits, even if the last link has run out. */
    public Optional<StoredUser> any(AuthTx tx, Identifier email) {
        return waiting(tx, tx.codes().latest(CodePurpose.CONFIRM_EMAIL, email.key()), email);
    }

    /** The address as it was registered. */
    Optional<Identifier> address(UserInfo user) {
        String address = user.email();
        return address == null ? Optional.empty() : context.identifiers().email(address);
    }

    private Optional<StoredUser> waiting(AuthTx tx, Optional<StoredCode> last, Identifier main) {
        UserId user = last.map(code -> code.state().binding().user()).orElse(null);
        Optional<StoredUser> found =
                user == null ? Optional.empty() : tx.users().byId(user);
        return found.filter(stored -> stored.info().status().mayAct()).filter(stored -> goesBy(stored, main));
    }

    private boolean goesBy(StoredUser stored, Identifier main) {
        return main.kind() == IdentifierKind.PHONE
                ? PendingPhoneRegistration.isOf(stored, main)
                : isUnclaimed(stored.info().identifiers().email())
                        && address(stored.info())
                                .filter(address -> address.key().equals(main.key()))
                                .isPresent();
    }

    private static boolean isUnclaimed(IdentifierState email) {
        return !email.owned() && !email.outdated();
    }

    private static boolean isOpen(CodeState.Times times, Instant now) {
        return times.usedAt() == null && times.endedAt() == null && now.isBefore(times.validUntil());
    }
}
