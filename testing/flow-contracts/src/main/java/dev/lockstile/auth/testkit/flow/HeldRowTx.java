package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.UserStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in which something else has happened by the time that a user's row is held: what another one committed.
 */
final class HeldRowTx {

    private HeldRowTx() {}

    static AuthTx of(AuthTx tx, Consumer<AuthTx> meanwhile) {
        UserStore users = proxy(UserStore.class, (self, method, arguments) -> {
            if (method.getName().equals("lock")) {
                meanwhile.accept(tx);
            }
            return invoke(method, tx.users(), arguments);
        });
        return proxy(
                AuthTx.class,
                (self, method, arguments) -> method.getName().equals("users") ? users : invoke(method, tx, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Method method, Object target, @Nullable Object[] arguments)
            throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
