package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.AuthHook.Deletion;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.AuthHook.NewIdentifier;
import dev.lockstile.auth.hook.AuthHook.NewSession;
import dev.lockstile.auth.hook.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A host's hook that keeps what it was asked, and says what a test wants it to; yes, unless told otherwise. */
final class RecordingHook implements AuthHook {

    final List<Object> asked = new ArrayList<>();
    private Supplier<Verdict> verdict = Verdict::allow;
    private Predicate<Object> subject = any -> true;

    /** From now on against everything. */
    void refuse(String reason) {
        asked.clear();
        verdict = () -> Verdict.veto(reason);
    }

    /** From now on against what is asked about some. */
    void refuse(String reason, Predicate<Object> which) {
        refuse(reason);
        subject = which;
    }

    /** From now on in favour of everything. */
    void relent() {
        asked.clear();
        verdict = Verdict::allow;
    }

    /** From now on broken. */
    void stumble(RuntimeException failure) {
        asked.clear();
        verdict = () -> {
            throw failure;
        };
    }

    /** Lets something happen in the transaction of the next question, before the answer. */
    void meanwhile(Runnable step) {
        asked.clear();
        verdict = () -> {
            verdict = Verdict::allow;
            step.run();
            return Verdict.allow();
        };
    }

    private synchronized Verdict answer(Object question) {
        asked.add(question);
        return subject.test(question) ? verdict.get() : Verdict.allow();
    }

    @Override
    public Verdict beforeRegistration(NewAccount account) {
        return answer(account);
    }

    @Override
    public Verdict beforeSignIn(NewSession session) {
        return answer(session);
    }

    @Override
    public Verdict beforeIdentifierChange(NewIdentifier change) {
        return answer(change);
    }

    @Override
    public Verdict beforeDeletion(Deletion deletion) {
        return answer(deletion);
    }
}
