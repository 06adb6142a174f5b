package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.Identifier;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The users of the recipients of messages. A row of the logs has an address and no user: it is linked to the user who
 * has that address now, found by the unique index of the identifier's key.
 *
 * @param name of the recipient in a row
 * @param identifier attribute of the user
 */
record Recipients(HostModel host, String name, String identifier, Function<String, Optional<Identifier>> reader) {

    /** Null for a list that is none of messages. */
    static @Nullable Recipients of(AdminLists.Table list, HostModel host, IdentifierRules rules) {
        return switch (list) {
            case EMAIL_LOG -> new Recipients(host, "toEmail", "email", rules::email);
            case SMS_LOG -> new Recipients(host, "phone", "phone", rules::phone);
            default -> null;
        };
    }

    /** Its path in a row of the log. */
    String column() {
        return "x." + name;
    }

    /** What is written to; empty for a user without one. */
    Optional<String> of(EntityManager em, Object user) {
        return em
                .unwrap(Session.class)
                .createSelectionQuery(
                        "select u." + identifier + " from " + host.user().name() + " u where "
                                + host.user().id("u") + " = :user and u." + identifier + " is not null",
                        String.class)
                .setParameter("user", user)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The keys of the users by recipient; without recipients that are no user's. */
    Map<String, Object> users(EntityManager em, Collection<String> recipients) {
        Map<String, String> byRecipient = new HashMap<>();
        recipients.forEach(recipient ->
                reader.apply(recipient).ifPresent(identified -> byRecipient.put(recipient, identified.key())));
        Set<String> keys = Set.copyOf(byRecipient.values());
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Object[]> found = em.unwrap(Session.class)
                .createSelectionQuery(
                        "select u." + identifier + "Key, u." + identifier + ", "
                                + host.user().id("u") + " from "
                                + host.user().name() + " u where u." + identifier + "Key in (:keys)",
                        Object[].class)
                .setParameterList("keys", keys)
                .getResultList();
        Map<String, Object> byKey = found.stream()
                .filter(row -> isOwn(row[0], row[1]))
                .collect(Collectors.toMap(row -> (String) row[0], row -> row[2]));
        Map<String, Object> users = new HashMap<>();
        byRecipient.forEach((recipient, key) -> {
            if (byKey.containsKey(key)) {
                users.put(recipient, byKey.get(key));
            }
        });
        return users;
    }

    /** Another application may have written a value without its key. */
    private boolean isOwn(Object key, @Nullable Object value) {
        return value instanceof String text
                && reader.apply(text).map(Identifier::key).filter(key::equals).isPresent();
    }
}
