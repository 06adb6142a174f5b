package dev.lockstile.auth.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A port some of whose verbs are answered by somebody else, so that a verb added later cannot be forgotten. */
public final class Forwarding {

    private Forwarding() {}

    /** Answers every verb of a port. */
    @FunctionalInterface
    public interface Verbs {

        /** What the verb returns, or throws. */
        @Nullable
        Object call(Method verb, Object @Nullable [] arguments) throws Throwable;
    }

    /** A port of that type. */
    public static <T> T over(Class<T> type, Verbs verbs) {
        return type.cast(Proxy.newProxyInstance(
                Forwarding.class.getClassLoader(),
                new Class<?>[] {type},
                (self, verb, arguments) -> verbs.call(verb, arguments)));
    }

    /** Lets the target answer, with its own exceptions. */
    public static @Nullable Object to(Object target, Method verb, Object @Nullable [] arguments) throws Throwable {
        try {
            return verb.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
