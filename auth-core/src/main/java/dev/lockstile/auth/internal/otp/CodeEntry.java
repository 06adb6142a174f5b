package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.model.Handles;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;

/** Which account a right code opens. */
public final class CodeEntry {

    private CodeEntry() {}

    /**
     * True for an account in good standing, unless it is somebody's already by another proof than this identifier. Of an
     * account that an import admits, whoever holds an address or number of it was let in by a code before, and is here.
     */
    public static boolean isOpen(UserInfo holder, IdentifierKind kind) {
        return holder.standing().mayAct()
                && (isProvable(holder.handles(), kind)
                        || (holder.isAdmitted() && holder.handles().of(kind).owned()));
    }

    /** An unproven identifier of an account that is somebody's already, by another proof, opens nothing. */
    private static boolean isProvable(Handles handles, IdentifierKind kind) {
        return handles.of(kind).isVerified() || !handles.anyEverVerified();
    }
}
