package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.KeyTakenException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what a right attempt took when its work fails: an outage decides nothing, so the caller comes back with
 * the same proof. Work that finds the attempt wrong returns, and touches the store no more: no outage brings a caller
 * more guesses.
 */
public final class AttemptRefund {

    private AttemptRefund() {}

    /**
     * Runs the work of an attempt that is not known to be wrong.
     *
     * @param <R> what the flow answers
     * @param work what follows from the attempt; a veto and a taken key are decisions, and the flow
     *     decides itself what a busy hasher costs
     * @param refunds each gives something back; one that fails does not hold up the others
     * @return what the work answered
     */
    public static <R extends @Nullable Object> R onFailure(Supplier<R> work, Runnable... refunds) {
        try {
            return work.get();
        } catch (VetoException | KeyTakenException | HashingBusyException decided) {
            throw decided;
        } catch (RuntimeException failure) {
            for (Runnable refund : refunds) {
                run(refund, failure);
            }
            throw failure;
        }
    }

    private static void run(Runnable refund, RuntimeException failure) {
        try {
            refund.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
