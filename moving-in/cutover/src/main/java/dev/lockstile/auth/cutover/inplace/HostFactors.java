package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Second factors of the host's users, as far as the host keeps them.
 *
 * @param names of the host's entities
 */
record HostFactors(EntityManager manager, EntityNames names) {

    private static final List<Class<?>> PARTS = List.of(
            AbstractTotp.class, AbstractPasskey.class, AbstractRecoveryCode.class, AbstractTrustedBrowser.class);

    /** The users among these who have one, by key as text without blanks at its end. */
    Set<String> owners(Collection<?> users) {
        Set<String> owners = new HashSet<>();
        for (List<?> page : HostRows.pages(users)) {
            entities()
                    .forEach(entity -> manager.createQuery(
                                    "select distinct id(x.user) from " + entity + " x where id(x.user) in :keys",
                                    Object.class)
                            .setParameter("keys", page)
                            .getResultList()
                            .forEach(key -> owners.add(text(key))));
        }
        return owners;
    }

    /** Removes all of a user. */
    void remove(Object user) {
        entities()
                .forEach(entity -> manager.createQuery("delete from " + entity + " x where id(x.user) = :key")
                        .setParameter("key", user)
                        .executeUpdate());
    }

    /** A key as {@link #owners} has it. */
    static String text(Object key) {
        return String.valueOf(key).stripTrailing();
    }

    private Stream<String> entities() {
        return PARTS.stream().flatMap(names::all);
    }
}
