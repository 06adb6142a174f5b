package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.Verdict;
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
    public void ask(Function<AuthHook, Verdict> question) {
        for (AuthHook hook : hooks) {
            if (question.apply(hook) instanceof Verdict.Vetoed veto) {
                throw new VetoException(veto.reason());
            }
        }
    }
}
