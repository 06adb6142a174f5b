package dev.lockstile.benchmarks.internal.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Clients that go at the same time, each through the flow the same number of times; done when the last one is. */
public record Crowd(ExecutorService threads, List<BooleanSupplier> clients, int each) {

    /** As one of a race; what is counted is each time one of them goes through. */
    public Contender contender(String name) {
        return new Contender(name, clients.size() * each, this::go);
    }

    /** The same, where only the allocations of the server's threads are counted. */
    public Contender served(String name, String serverThreads) {
        return new Contender(name, clients.size() * each, this::go, thread -> thread.startsWith(serverThreads));
    }

    private boolean go() {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (BooleanSupplier client : clients) {
            work.add(() -> repeat(client));
        }
        try {
            boolean all = true;
            for (Future<Boolean> one : threads.invokeAll(work)) {
                all &= one.get();
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private boolean repeat(BooleanSupplier client) {
        boolean all = true;
        for (int i = 0; i < each; i++) {
            all &= client.getAsBoolean();
        }
        return all;
    }
}
