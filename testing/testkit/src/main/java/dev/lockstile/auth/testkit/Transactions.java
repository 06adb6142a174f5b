package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.AuthStore.Work;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction after the other, in the order in which they were asked for. On one thread they may lie within each
 * other: the inner one is part of the outer one, and is undone by itself when it fails.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    /** How long a transaction waits for its turn before the store counts as unavailable. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    enum Kind {
        JOIN,
        ALONE,
        READ
    }

    /** What a piece of work gave, and what is to run now that it is committed. */
    private record Done<R extends @Nullable Object>(R result, List<Runnable> afterCommit) {}

    private final Tables tables;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable InMemoryTx open;
    private volatile boolean down;
    private volatile boolean dryRun;

    Transactions(Tables tables) {
        this.tables = tables;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    void dryRun(boolean isDryRun) {
        dryRun = isDryRun;
    }

    <R extends @Nullable Object> R run(Kind kind, Work<R> work) {
        Done<R> done;
        takeTurn();
        try {
            done = open == null ? ownAfterDryRun(kind, work) : new Done<>(within(open, kind, work), List.of());
        } finally {
            turn.unlock();
        }
        runAll(done.afterCommit());
        return done.result();
    }

    /** True while the calling thread is in a transaction. */
    boolean isHeld() {
        return turn.isHeldByCurrentThread();
    }

    /** What a test looks at, between two transactions. */
    <T> T look(Supplier<T> view) {
        takeTurn();
        try {
            return view.get();
        } finally {
            turn.unlock();
        }
    }

    private static <R extends @Nullable Object> R within(InMemoryTx outer, Kind kind, Work<R> work) {
        return switch (kind) {
            case ALONE -> throw new ConnectionHeldException();
            case READ -> outer.reading(() -> work.run(outer));
            case JOIN -> outer.undoable(() -> work.run(outer));
        };
    }

    private <R extends @Nullable Object> Done<R> ownAfterDryRun(Kind kind, Work<R> work) {
        if (dryRun) {
            own(kind, work, false);
        }
        return own(kind, work, true);
    }

    private <R extends @Nullable Object> Done<R> own(Kind kind, Work<R> work, boolean commit) {
        InMemoryTx tx = new InMemoryTx(new TableViews(tables, kind != Kind.READ));
        open = tx;
        try {
            R result = work.run(tx);
            return new Done<>(result, commit ? tx.commit() : List.of());
        } finally {
            open = null;
            tx.close();
        }
    }

    private void takeTurn() {
        refuseWhenDown();
        try {
            if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailableException("no turn within " + PATIENCE, new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for a turn", e);
        }
    }

    private void refuseWhenDown() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("taken down by a test"));
        }
    }

    /** What is committed stays so: an action that fails is logged, and the next one runs. */
    private static void runAll(List<Runnable> actions) {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("an action after a commit failed; the commit stands", e);
            }
        }
    }
}
