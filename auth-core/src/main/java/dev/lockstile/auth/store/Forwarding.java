package dev.lockstile.auth.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A port some of whose verbs another object answers, so that a verb added later cannot be forgotten. */
public final class Forwarding {

    private Forwarding() {}

    /** Answers every verb of a port. */
    @FunctionalInterface
    public interface Verbs {

        /**
         * {@return what the verb returns}
         *
         * @param verb the method of the port
         * @param arguments of the call; null for a method without any
         * @throws Throwable what the verb throws
         */
        @Nullable
        Object call(Method verb, Object @Nullable [] arguments) throws Throwable;
    }

    /**
     * {@return a port of that type whose every verb these answer}
     *
     * @param <T> the port
     * @param type an interface
     * @param verbs answer each call
     */
    public static <T> T over(Class<T> type, Verbs verbs) {
        return type.cast(Proxy.newProxyInstance(
                Forwarding.class.getClassLoader(),
                new Class<?>[] {type},
                (self, verb, arguments) -> verbs.call(verb, arguments)));
    }

    /**
     * Lets the target answer, with its own exceptions.
     *
     * @param target implements the port
     * @param verb the method of the port
     * @param arguments of the call; null for a method without any
     * @return what the target answered
     * @throws Throwable what the target throws
     */
    public static @Nullable Object to(Object target, Method verb, Object @Nullable [] arguments) throws Throwable {
        try {
            return verb.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
