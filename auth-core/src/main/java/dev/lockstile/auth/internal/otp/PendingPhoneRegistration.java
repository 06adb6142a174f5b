package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.store.StoredUser;

/** A registration by phone number that waits for the code it was sent. */
public final class PendingPhoneRegistration {

    private PendingPhoneRegistration() {}

    /**
     * True for a user in good standing who goes by the number and has not proven it yet, nor anything else: what was
     * set free by a first proof, or came along with it, opens nothing.
     */
    public static boolean isOf(StoredUser user, Identifier identifier) {
        IdentifierState identifierState = user.info().identifiers().of(identifier.kind());
        return user.info().status().mayAct()
                && !user.info().identifiers().anyEverVerified()
                && !identifierState.owned()
                && identifier.value().equals(identifierState.value());
    }
}
