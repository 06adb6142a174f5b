package dev.lockstile.auth.passkey;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.PasskeyStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The store of a host that has no entity for passkeys. */
final class StoreWithoutPasskeys {

    private StoreWithoutPasskeys() {}

    static AuthStore open() {
        InMemoryAuthStore store = new InMemoryAuthStore();
        return (AuthStore) Proxy.newProxyInstance(
                AuthStore.class.getClassLoader(), new Class<?>[] {AuthStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        AuthStore.Work<?> work = (AuthStore.Work<?>) arguments[0];
                        return store.read(tx -> work.run(without(tx)));
                    }
                    return invoked(store, method, arguments);
                });
    }

    private static AuthTx without(AuthTx tx) {
        PasskeyStore none = changed(PasskeyStore.class, tx.factors().passkeys(), Map.of("isMapped", kept -> false));
        FactorStore factors = changed(FactorStore.class, tx.factors(), Map.of("passkeys", all -> none));
        return changed(AuthTx.class, tx, Map.of("factors", all -> factors));
    }

    private static <T> T changed(Class<T> type, T of, Map<String, UnaryOperator<Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.getOrDefault(method.getName(), UnaryOperator.identity())
                        .apply(invoked(of, method, arguments))));
    }

    private static Object invoked(Object of, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
