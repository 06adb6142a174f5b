package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;

/** Which account a right code opens. */
public final class CodeEntry {

    private CodeEntry() {}

    /** True for an account in good standing, unless it is somebody's already by another proof than this identifier. */
    public static boolean isOpen(UserInfo holder, IdentifierKind kind) {
        return holder.status().mayAct() && holder.identifiers().isProvable(kind);
    }
}
