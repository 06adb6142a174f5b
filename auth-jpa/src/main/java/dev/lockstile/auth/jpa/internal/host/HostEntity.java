package dev.lockstile.auth.jpa.internal.host;

import java.lang.reflect.Constructor;

/**
 * An entity of the host.
 *
 * @param name the name queries use
 * @param idName the attribute that is its key
 * @param idType the boxed type of the key
 * @param constructor its no-argument constructor, made accessible
 */
public record HostEntity<E>(
        Class<E> type, String name, String idName, Class<?> idType, Constructor<? extends E> constructor) {

    /** A new, empty entity. */
    public E create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the no-argument constructor of " + name + " failed", e);
        }
    }

    /** The path of the key of that alias. */
    public String id(String alias) {
        return alias + "." + idName;
    }

    /** The beginning of a conditional update of rows of alias {@code x}. */
    public String update(String assignments) {
        return "update " + name + " x set " + assignments + " where ";
    }
}
