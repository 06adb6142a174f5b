package dev.lockstile.auth.testkit.contract;

import dev.lockstile.auth.store.KeyTakenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Several threads that do the same at the same moment. */
public final class ParallelRun {

    private static final int PATIENCE_SECONDS = 60;

    private ParallelRun() {}

    /**
     * {@return what the runners came back with, by their number} Any exception of a runner ends the contest.
     *
     * @param <R> what a runner comes back with
     * @param runners how many threads
     * @param task told the number of its runner, from 0
     */
    public static <R> List<R> run(int runners, IntFunction<R> task) {
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            CyclicBarrier start = new CyclicBarrier(runners);
            List<Future<R>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return task.apply(number);
                }));
            }
            return running.stream().map(ParallelRun::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * {@return how many of the runners came back with true}
     *
     * @param runners how many threads
     * @param task told the number of its runner, from 0
     */
    public static int winners(int runners, IntFunction<Boolean> task) {
        return (int) run(runners, task).stream().filter(won -> won).count();
    }

    /**
     * {@return how many of the runners did it; the others were told that the key is taken}
     *
     * @param runners how many threads
     * @param task told the number of its runner, from 0
     */
    public static int ownersOf(int runners, IntConsumer task) {
        return winners(runners, number -> tookKey(task, number));
    }

    private static boolean tookKey(IntConsumer task, int number) {
        try {
            task.accept(number);
            return true;
        } catch (KeyTakenException e) {
            return false;
        }
    }

    private static <R> R result(Future<R> running) {
        try {
            return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a runner failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a runner did not come back", e);
        }
    }
}
