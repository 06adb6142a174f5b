package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.model.Handles;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;

/** Which account a right code opens. */
public final class CodeEntry {

    private CodeEntry() {}

    /** True for an account in good standing, unless it is somebody's already by another proof than this identifier. */
    public static boolean isOpen(UserInfo holder, IdentifierKind kind) {
        return holder.standing().mayAct() && isProvable(holder.handles(), kind);
    }

    /**
     * An unproven identifier of an account that is somebody's already, by another proof, opens nothing: its holder would
     * come into the account of a stranger, who may have planted it there and stay.
     */
    static boolean isProvable(Handles handles, IdentifierKind kind) {
        return handles.of(kind).isVerified() || !handles.anyEverVerified();
    }
}
