package dev.lockstile.auth.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates implementations of an interface that forward its methods to other objects. A method that is added to the
 * interface later is forwarded as well.
 */
public final class Forwarding {

    private Forwarding() {}

    /** Handles every method of an interface. */
    @FunctionalInterface
    public interface Verbs {

        /**
         * {@return the result of the method}
         *
         * @param method the method that was called
         * @param arguments the arguments of the call; null for a method without parameters
         * @throws Throwable an exception of the method
         */
        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    /**
     * {@return an implementation of the interface that passes every call to a handler}
     *
     * @param <T> the interface
     * @param type the interface
     * @param verbs handles each call
     */
    public static <T> T over(Class<T> type, Verbs verbs) {
        return type.cast(Proxy.newProxyInstance(
                Forwarding.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> verbs.call(method, arguments)));
    }

    /**
     * {@return an implementation of the interface that replaces some methods of a target and forwards the others to it}
     *
     * @param <T> the interface
     * @param type the interface
     * @param target implements the interface
     * @param verbs an object whose methods, other than private and static ones, replace the methods of the same name
     *     and parameter types
     * @throws IllegalArgumentException when such a method is not in the interface, or returns another type
     */
    public static <T> T replacing(Class<T> type, T target, Object verbs) {
        Map<Method, Method> replacements = new HashMap<>();
        for (Method method : verbs.getClass().getDeclaredMethods()) {
            int modifiers = method.getModifiers();
            if (!method.isSynthetic() && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers)) {
                method.setAccessible(true);
                replacements.put(replacedMethod(type, method), method);
            }
        }
        return over(type, (called, arguments) -> {
            Method replacement = replacements.get(called);
            return replacement == null ? to(target, called, arguments) : to(verbs, replacement, arguments);
        });
    }

    private static Method replacedMethod(Class<?> type, Method replacement) {
        try {
            Method replaced = type.getMethod(replacement.getName(), replacement.getParameterTypes());
            if (!replaced.getReturnType().isAssignableFrom(replacement.getReturnType())) {
                throw new IllegalArgumentException(replacement + " does not return what " + replaced + " returns");
            }
            return replaced;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(replacement + " is no verb of " + type.getName(), e);
        }
    }

    /**
     * Calls a method of the target, and throws the target's own exceptions.
     *
     * @param target implements the interface
     * @param method the method to call
     * @param arguments the arguments of the call; null for a method without parameters
     * @return the result of the method
     * @throws Throwable an exception of the target
     */
    public static @Nullable Object to(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
