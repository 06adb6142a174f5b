package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * Two requests of which the second runs whole between two writes of the first, at each moment in turn: a secret that
 * may be used once is used once, and what ended in between stays ended.
 */
abstract class InterleavedContract extends FlowContract {

    static final int MOMENTS = 5;

    InterleavingStore store;

    @BeforeEach
    final void step() {
        store = new InterleavingStore(fixture.store);
        fixture = new FlowFixture(store);
    }

    /** Exactly one of two succeeds, the second of which runs before a write of the first. */
    final void once(int moment, BooleanSupplier request) {
        AtomicInteger won = new AtomicInteger();
        Runnable counted = () -> {
            if (request.getAsBoolean()) {
                won.incrementAndGet();
            }
        };
        store.before(moment, counted);
        counted.run();
        if (store.isWaiting()) {
            store.goOn();
            counted.run();
        }
        assertThat(won).as("moment " + moment).hasValue(1);
    }

    /** Nothing is proven by a session that ended before the last write. */
    final void ended(int moment, Caller caller, BooleanSupplier request) {
        store.before(moment, () -> fixture.auth.sessions().logout(caller));
        boolean proven = request.getAsBoolean();
        boolean tooLate = store.isWaiting();
        store.goOn();
        if (!tooLate) {
            assertThat(proven).as("moment " + moment).isFalse();
        }
    }

    /** True for such an answer; a client that comes too late gets an answer as well. */
    static boolean is(Class<?> type, @Nullable Object answer) {
        assertThat(answer).isNotNull();
        return type.isInstance(answer);
    }

    final SignIn member(int moment) {
        fixture.member(address(moment));
        return fixture.signedIn(address(moment));
    }

    static String address(int moment) {
        return "ana" + moment + "@acme.example";
    }

    static Secret password() {
        return Secret.of(FlowFixture.PASSWORD);
    }
}
