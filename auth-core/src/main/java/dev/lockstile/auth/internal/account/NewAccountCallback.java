package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import java.util.function.Function;

/**
 * The host's work on a new account. It runs after all that the flow writes, so once it was called a failure of the
 * transaction is the host's own, whatever its type. For one registration.
 */
final class NewAccountCallback implements Function<NewAccount, Verdict> {

    private final Function<NewAccount, Verdict> work;
    private boolean called;

    NewAccountCallback(Function<NewAccount, Verdict> work) {
        this.work = work;
    }

    @Override
    public Verdict apply(NewAccount account) {
        called = true;
        return work.apply(account);
    }

    /** Before each run of the transaction. */
    void begin() {
        called = false;
    }

    boolean wasCalled() {
        return called;
    }
}
