package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists.Query;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Users in the order of the names of their default profiles, read along the index of these names; then those without a
 * name, newest first. Conditions, and whether a user has a name, are asked of a window of keys.
 *
 * @param rows reads the users of a restriction, the key first
 */
record NameOrder(
        HostModel host, UserFilter filters, EntityManager em, Function<Restriction, List<@Nullable Object[]>> rows) {

    private static final int CHUNK = 200;

    /** As in the index: what is shown first, then what follows. */
    private static final String FIRST = "lower(coalesce(%1$s.firstName, %1$s.lastName1, ''))";

    private static final String SECOND = "lower(coalesce(%s.lastName1, ''))";

    /** A default profile with a name, as far as the index knows it. */
    private static final String NAMED = "%1$s.isDefault = true and %1$s.deletedAt is null and " + FIRST + " > ''";

    /**
     * Rows, and where the next ones begin.
     *
     * @param next null at the end
     */
    record Slice(List<@Nullable Object[]> rows, @Nullable String next) {

        static final Slice NONE = new Slice(List.of(), null);
    }

    /**
     * Behind what a page begins. Its text holds no name: addresses of pages are kept in logs.
     *
     * @param named true for a place among the profiles with a name, false for one among the users without
     * @param key of the profile or the user; null for the beginning
     */
    private record Place(boolean named, @Nullable Object key) {

        private static final String PROFILE = "n";
        private static final String USER = "o";

        static Optional<Place> of(@Nullable String text, HostModel host) {
            if (text == null) {
                return Optional.of(new Place(true, null));
            }
            boolean named = text.startsWith(PROFILE);
            Class<?> type = (named ? host.profile() : host.user()).idType();
            return named || text.startsWith(USER)
                    ? KeyText.read(text.substring(1), type).map(key -> new Place(named, key))
                    : Optional.empty();
        }

        String text() {
            return (named ? PROFILE : USER) + key;
        }
    }

    /**
     * A row that was read of the order.
     *
     * @param counts false for another default profile of a user who has one before
     */
    private record Step(Place place, Object user, boolean counts) {}

    /**
     * A page.
     *
     * @param within keys of the only users that are wanted; null for all
     */
    Slice page(Query query, @Nullable Collection<Object> within) {
        Optional<Place> from = Place.of(query.after(), host);
        if (from.isEmpty() || (within != null && within.isEmpty())) {
            return Slice.NONE;
        }
        List<@Nullable Object[]> found = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Place at = from.get(); at != null; at = at.named() ? new Place(false, null) : null) {
            boolean whole = at.named() && query.filter().isAll();
            int most = whole ? query.size() + 1 - found.size() : Query.WINDOW;
            List<Step> steps = at.named() ? named(query, at.key(), within, most) : others(at.key(), within, most);
            for (int i = 0; i < steps.size() && found.size() <= query.size(); i += CHUNK) {
                List<Step> chunk = steps.subList(i, Math.min(i + CHUNK, steps.size()));
                Map<Object, @Nullable Object[]> users = users(query, at.named(), chunk);
                chunk.stream()
                        .filter(step -> step.counts() && users.containsKey(step.user()))
                        .forEach(step -> {
                            found.add(users.get(step.user()));
                            places.add(step.place());
                        });
            }
            if (found.size() > query.size()) {
                String next = places.get(query.size() - 1).text();
                return new Slice(found.subList(0, query.size()), next);
            }
            if (steps.size() == most) {
                return new Slice(found, steps.get(most - 1).place().text());
            }
        }
        return new Slice(found, null);
    }

    private List<Step> named(Query query, @Nullable Object key, @Nullable Collection<Object> within, int most) {
        String first = FIRST.formatted("p");
        String second = SECOND.formatted("p");
        String user = host.user().id("p.user");
        String profile = host.profile().id("p");
        boolean backwards = query.order() == AccountOrder.NAME_BACKWARDS;
        Restriction wanted = new Restriction();
        wanted.conditions().add(NAMED.formatted("p"));
        if (within != null) {
            wanted.oneOf(user, within);
        }
        // without its profile a place is gone, and the order begins anew
        position(key).ifPresent(names -> {
            wanted.conditions()
                    .add("(" + first + ", " + second + ", " + profile + ")" + (backwards ? " < " : " > ")
                            + "(:first, :second, :key)");
            wanted.values().putAll(Map.of("first", names[0], "second", names[1], "key", names[2]));
        });
        String down = backwards ? " desc" : "";
        String earlier = "(select count(q) from " + profiles() + " q where q.user = p.user and " + NAMED.formatted("q")
                + " and " + host.profile().id("q") + " < " + profile + ")";
        return steps(
                "select " + profile + ", " + user + ", " + earlier + " from " + profiles() + " p" + wanted.where()
                        + " order by " + first + down + ", " + second + down + ", " + profile + down,
                wanted,
                most,
                true);
    }

    private Optional<Object[]> position(@Nullable Object key) {
        if (key == null) {
            return Optional.empty();
        }
        String profile = host.profile().id("p");
        return em
                .unwrap(Session.class)
                .createSelectionQuery(
                        "select " + FIRST.formatted("p") + ", " + SECOND.formatted("p") + ", " + profile + " from "
                                + profiles() + " p where " + profile + " = :key",
                        Object[].class)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .findFirst();
    }

    private List<Step> others(@Nullable Object key, @Nullable Collection<Object> within, int most) {
        String user = host.user().id("x");
        Restriction wanted = new Restriction();
        if (key != null) {
            wanted.with(user + " < :key", "key", key);
        }
        if (within != null) {
            wanted.oneOf(user, within);
        }
        return steps(
                "select " + user + ", " + user + ", 0L from " + host.user().name() + " x" + wanted.where()
                        + " order by " + user + " desc",
                wanted,
                most,
                false);
    }

    private List<Step> steps(String hql, Restriction wanted, int most, boolean named) {
        SelectionQuery<Object[]> query = em.unwrap(Session.class)
                .createSelectionQuery(hql, Object[].class)
                .setMaxResults(most);
        wanted.set(query);
        return query.getResultList().stream()
                .map(row -> new Step(new Place(named, row[0]), row[1], ((Number) row[2]).longValue() == 0))
                .toList();
    }

    /** Those users that fit, by their keys. */
    private Map<Object, @Nullable Object[]> users(Query query, boolean named, List<Step> steps) {
        Restriction wanted = new Restriction();
        wanted.oneOf(host.user().id("x"), steps.stream().map(Step::user).toList());
        filters.add(wanted, query);
        if (!named) {
            wanted.conditions()
                    .add("(select count(q) from " + profiles() + " q where q.user = x and " + NAMED.formatted("q")
                            + ") = 0");
        }
        Map<Object, @Nullable Object[]> byKey = new HashMap<>();
        rows.apply(wanted).forEach(row -> byKey.put(row[0], row));
        return byKey;
    }

    private String profiles() {
        return host.profile().name();
    }
}
