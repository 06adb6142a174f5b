package dev.lockstile.auth.http;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthStore.Work;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A store in which no profile can be written while a switch is on. */
final class BrokenProfiles {

    private final AtomicBoolean failing;

    private BrokenProfiles(AtomicBoolean failing) {
        this.failing = failing;
    }

    static AuthStore around(AuthStore whole, AtomicBoolean failing) {
        BrokenProfiles broken = new BrokenProfiles(failing);
        return over(AuthStore.class, whole, broken::breakWork, method -> Optional.empty());
    }

    private Object[] breakWork(Object[] arguments) {
        if (arguments[0] instanceof Work<?> work) {
            return new Object[] {(Work<Object>) tx -> work.run(breakTx(tx))};
        }
        return arguments;
    }

    private AuthTx breakTx(AuthTx tx) {
        return over(
                AuthTx.class,
                tx,
                same -> same,
                method -> "profiles".equals(method.getName())
                        ? Optional.of(breakProfiles(tx.profiles()))
                        : Optional.empty());
    }

    private ProfileStore breakProfiles(ProfileStore profiles) {
        return over(ProfileStore.class, profiles, same -> same, method -> {
            if (failing.get() && "insert".equals(method.getName())) {
                throw new StoreUnavailableException("the disk is full", new SQLException("53100"));
            }
            return Optional.empty();
        });
    }

    private static <T> T over(
            Class<T> port,
            T whole,
            Function<Object[], Object[]> arguments,
            Function<Method, Optional<Object>> instead) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    Optional<Object> other = instead.apply(method);
                    if (other.isPresent()) {
                        return other.get();
                    }
                    try {
                        return method.invoke(whole, given == null ? null : arguments.apply(given));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
