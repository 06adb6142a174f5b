package dev.lockstile.shims;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says under which former names a class must stay loadable, because a changelog, an {@code orm.xml}, a provider file, a
 * stream of bytes or other code names them. The compiler then makes a deprecated class at each of them:
 *
 * <ul>
 *   <li>a subclass with the same constructors, usable as a Liquibase {@code customChange}, a JPA converter, a provider,
 *       a superclass or plain type; an interface for an interface;
 *   <li>for a mapped superclass, a mapped superclass;
 *   <li>for a {@code Serializable} class or record, a class with the same fields and {@code serialVersionUID} which
 *       turns into the new class when it is read, since a subclass would read the old bytes and lose what is in them.
 * </ul>
 *
 * <p>What cannot be kept so is a compile error with the way out: an enum, an annotation, a final class that is not
 * {@code Serializable}, a class with its own {@code readObject} or {@code writeObject}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FormerlyKnownAs {

    /** {@return the former names, with their packages} */
    String[] value();

    /**
     * {@return the {@code serialVersionUID} of the class at its former name; by default the one declared on the new
     * class} Needed where the old class declared another one, or none: {@code serialver} of the JDK tells it from the
     * old jar.
     */
    long serialVersionUID() default Long.MIN_VALUE;

    /** {@return what the generated classes are} */
    Kind as() default Kind.AUTOMATIC;

    /** Kinds of shim. */
    enum Kind {

        /** {@link #BYTES} for a {@code Serializable} class that is no exception, {@link #SUBCLASS} for any other. */
        AUTOMATIC,

        /** A subclass: for what is loaded and called by its name. */
        SUBCLASS,

        /** A class of the same fields: for what was serialised under its name. */
        BYTES
    }
}
