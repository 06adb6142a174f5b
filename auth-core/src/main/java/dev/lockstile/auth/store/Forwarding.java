package dev.lockstile.auth.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
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
     * {@return a port of that type, some of whose verbs are replaced; the target answers the others}
     *
     * @param <T> the port
     * @param type an interface
     * @param target implements the port
     * @param verbs each of its methods that is neither private nor static replaces the verb of the same name and
     *     parameters
     * @throws IllegalArgumentException for such a method that is no verb of the port
     */
    public static <T> T replacing(Class<T> type, T target, Object verbs) {
        Map<Method, Method> replaced = new HashMap<>();
        for (Method method : verbs.getClass().getDeclaredMethods()) {
            int modifiers = method.getModifiers();
            if (!method.isSynthetic() && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers)) {
                method.setAccessible(true);
                replaced.put(verb(type, method), method);
            }
        }
        return over(type, (verb, arguments) -> {
            Method method = replaced.get(verb);
            return method == null ? to(target, verb, arguments) : to(verbs, method, arguments);
        });
    }

    private static Method verb(Class<?> type, Method method) {
        try {
            Method verb = type.getMethod(method.getName(), method.getParameterTypes());
            if (!verb.getReturnType().isAssignableFrom(method.getReturnType())) {
                throw new IllegalArgumentException(method + " does not return what " + verb + " returns");
            }
            return verb;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(method + " is no verb of " + type.getName(), e);
        }
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
