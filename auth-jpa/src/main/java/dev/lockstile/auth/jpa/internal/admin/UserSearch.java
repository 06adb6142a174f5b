package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import dev.lockstile.auth.model.Identifier;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the users that a text may mean: by key, by the keys of identifiers, and by the beginning of an e-mail address,
 * a phone number, a user name or a name of a profile. Each statement reads one range of one index, in the order of that
 * index, and stops after {@link #MOST} rows.
 */
record UserSearch(HostModel host, IdentifierRules rules) {

    /** Matches of one beginning in one column that are looked at; with more of them, some are left out. */
    private static final int MOST = 300;

    private static final List<String> NAMES = List.of("firstName", "lastName1", "lastName2");

    /** Above every character that a text begins with. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    /**
     * Which of the matches are wanted.
     *
     * @param after only keys behind this one; null for all
     * @param size how many at most, where the order of keys is known here
     */
    record Part(@Nullable Object after, boolean oldestFirst, int size) {

        static final Part ALL = new Part(null, false, Integer.MAX_VALUE);
    }

    /** The keys of the users. */
    Collection<Object> keys(EntityManager em, String typed, Part part) {
        SearchText text = SearchText.of(typed).orElse(null);
        if (text == null) {
            return List.of();
        }
        Probe probe = new Probe(em, part, isPostgres(em.getEntityManagerFactory()), new LinkedHashSet<>());
        exact(probe, text.text());
        ranges(probe, users("email"), text);
        ranges(probe, users("username"), text);
        text.numbers().forEach(number -> probe.range(users("phone"), probe.asIs("x.phone"), number));
        NAMES.forEach(name -> ranges(probe, profiles(name), text));
        return first(probe.found(), part);
    }

    /** Whether the database has the indexes on lower-case texts. */
    static boolean isPostgres(EntityManagerFactory emf) {
        return emf.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect() instanceof PostgreSQLDialect;
    }

    private void exact(Probe probe, String text) {
        KeyText.read(text, host.user().idType())
                .ifPresent(key -> probe.equal(users("id"), host.user().id("x"), key));
        for (Optional<Identifier> read : List.of(rules.email(text), rules.phone(text), rules.username(text))) {
            read.ifPresent(identifier -> {
                String name = identifier.kind().name().toLowerCase(Locale.ROOT);
                probe.equal(users(name), "x." + name + "Key", identifier.key());
                probe.equal(users(name), "x." + name, identifier.value());
            });
        }
    }

    private static void ranges(Probe probe, Source source, SearchText text) {
        String column = source.alias() + "." + source.column();
        if (probe.postgres()) {
            text.lower().forEach(from -> probe.range(source, "sql('(lower(?) collate \"C\")', " + column + ")", from));
        } else {
            text.spellings().forEach(from -> probe.range(source, column, from));
        }
    }

    private Source users(String column) {
        return new Source(host.user().name(), "x", host.user().id("x"), column);
    }

    private Source profiles(String column) {
        return new Source(host.profile().name(), "p", host.user().id("p.user"), column);
    }

    /**
     * Numbers come in the order of the database here, too; of other keys all are given, and the database orders them.
     */
    private static Collection<Object> first(Set<Object> found, Part part) {
        if (found.stream().allMatch(Long.class::isInstance)) {
            return found.stream()
                    .map(Long.class::cast)
                    .sorted(part.oldestFirst() ? Comparator.naturalOrder() : Comparator.reverseOrder())
                    .limit(part.size())
                    .map(Object.class::cast)
                    .toList();
        }
        return found;
    }

    /**
     * Where a column is.
     *
     * @param key path of the user's key
     */
    private record Source(String entity, String alias, String key, String column) {}

    /** Asks one index at a time and gathers the keys. */
    private record Probe(EntityManager em, Part part, boolean postgres, Set<Object> found) {

        String asIs(String path) {
            return postgres ? "sql('(? collate \"C\")', " + path + ")" : path;
        }

        void equal(Source source, String path, Object value) {
            SelectionQuery<Object> query = query(source, path + " = :value", "");
            found.addAll(query.setParameter("value", value).getResultList());
        }

        void range(Source source, String expression, String from) {
            SelectionQuery<Object> query =
                    query(source, expression + " >= :low and " + expression + " < :high", " order by " + expression);
            found.addAll(query.setParameter("low", from)
                    .setParameter("high", from + END)
                    .getResultList());
        }

        private SelectionQuery<Object> query(Source source, String condition, String order) {
            List<String> conditions = new ArrayList<>(List.of(condition));
            Object after = part.after();
            if (after != null) {
                conditions.add(source.key() + (part.oldestFirst() ? " > :after" : " < :after"));
            }
            SelectionQuery<Object> query = em.unwrap(Session.class)
                    .createSelectionQuery(
                            "select " + source.key() + " from " + source.entity() + " " + source.alias() + " where "
                                    + String.join(" and ", conditions) + order,
                            Object.class)
                    .setMaxResults(MOST);
            return after == null ? query : query.setParameter("after", after);
        }
    }
}
