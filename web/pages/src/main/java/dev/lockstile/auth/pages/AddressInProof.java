package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import java.util.Optional;

/**
 * A new address of the own account that waits for its code, in a cookie that says whose it is: another account that
 * signs in in this browser is not shown it.
 */
record AddressInProof(FormOwner owner) {

    private static final String COOKIE = "change";
    private static final String MARK = "~";

    void keep(Cookies cookies, Caller caller, PendingCode code) {
        cookies.set(COOKIE, owner.of(caller) + MARK + code.text(), PendingCode.LIFE);
    }

    Optional<PendingCode> read(Cookies cookies, Caller caller) {
        String kept = cookies.get(COOKIE);
        int mark = kept == null ? -1 : kept.indexOf(MARK);
        return kept != null && mark > 0 && owner.isOf(caller, kept.substring(0, mark))
                ? PendingCode.of(kept.substring(mark + 1))
                : Optional.empty();
    }

    static void clear(Cookies cookies) {
        cookies.clear(COOKIE);
    }
}
