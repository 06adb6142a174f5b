package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.store.AuthTx;
import java.util.List;
import java.util.function.Function;

/** Asks the host's hooks, in the order they were given; the first veto decides. */
public final class Hooks {

    private final List<AuthHook> hooks;

    public Hooks(List<AuthHook> hooks) {
        this.hooks = List.copyOf(hooks);
    }

    /**
     * To be called inside the transaction, which the exception rolls back.
     *
     * @throws VetoException when a hook is against it
     */
    public void ask(AuthTx tx, Function<AuthHook, Verdict> question) {
        for (AuthHook hook : hooks) {
            refuse(tx.callHost(() -> question.apply(hook)));
        }
    }

    /** Asks all about a new account, and after them the caller's own work on it. */
    public void open(AuthTx tx, NewAccount account, Function<NewAccount, Verdict> hostWork) {
        ask(tx, hook -> hook.beforeRegistration(account));
        refuse(tx.callHost(() -> hostWork.apply(account)));
    }

    private static void refuse(Verdict verdict) {
        if (verdict instanceof Verdict.Vetoed veto) {
            throw new VetoException(veto.reason());
        }
    }
}
