package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The lists over the host's entities: one projection each, by key downwards. */
public final class HqlAdminLists implements AdminLists {

    private static final String KEY = "id";

    private final HostModel host;
    private final UserCheck users;
    private final UserSearch search;
    private final Reading reading;

    /** @param rules by which the keys of identifiers were made */
    public HqlAdminLists(HostModel host, IdentifierRules rules, Reading reading) {
        this.host = host;
        this.users = new UserCheck(rules);
        this.search = new UserSearch(host, rules);
        this.reading = reading;
    }

    /** Runs work in a read-only transaction. */
    public interface Reading {

        <T> T run(Function<EntityManager, T> work);
    }

    @Override
    public AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        ListSource source = ListSource.of(list, host);
        List<Column> columns = new ArrayList<>(source.columns());
        HostEntity<?> entity = source.entity();
        columns.add(0, Column.of(KEY, entity == null ? "" : entity.id("x")));
        Optional<Restriction> wanted = entity == null ? Optional.empty() : restriction(entity, source, query);
        if (entity == null || wanted.isEmpty()) {
            return page(columns, List.of(), query.size());
        }
        AdminLists.Page page = reading.run(em -> {
            Restriction full = list == AdminLists.Table.USERS ? found(em, wanted.get(), query) : wanted.get();
            return page(
                    columns,
                    full.isEmpty() ? List.of() : rows(em, hql(columns, entity, full), full, query.size() + 1),
                    query.size());
        });
        return list == AdminLists.Table.USERS ? users.checked(page) : page;
    }

    @Override
    public List<DailyCounts> daily(Instant first, int days) {
        return reading.run(em -> new HqlDailyCounts(host, em).all(first, days));
    }

    private static String hql(List<Column> columns, HostEntity<?> entity, Restriction wanted) {
        return "select " + columns.stream().map(Column::path).collect(Collectors.joining(", ")) + " from "
                + entity.name() + " x" + wanted.where() + " order by " + entity.id("x") + " desc";
    }

    /** The same for those users alone whom the text may mean. */
    private Restriction found(EntityManager em, Restriction wanted, AdminLists.Query query) {
        String text = query.find();
        if (text != null) {
            Object after = wanted.values().get("after");
            wanted.oneOf(host.user().id("x"), search.keys(em, text, after, query.size() + 1));
        }
        return wanted;
    }

    /** What the rows have to be; empty when none can be it. */
    private Optional<Restriction> restriction(HostEntity<?> entity, ListSource source, AdminLists.Query query) {
        Restriction wanted = new Restriction(new ArrayList<>(), new HashMap<>());
        boolean possible = true;
        if (query.after() != null) {
            possible = wanted.key(entity.id("x") + " < ", "after", KeyText.read(query.after(), entity.idType()));
        }
        String owner = source.owner();
        if (query.user() != null && owner != null) {
            Optional<?> key = KeyText.read(
                    query.user(),
                    source.ownerIsText() ? String.class : host.user().idType());
            possible &= wanted.key(owner + " = ", "user", key);
        }
        return possible ? Optional.of(wanted) : Optional.empty();
    }

    private static List<@Nullable Object[]> rows(EntityManager em, String hql, Restriction wanted, int max) {
        SelectionQuery<Object[]> query = em.unwrap(Session.class)
                .createSelectionQuery(hql, Object[].class)
                .setMaxResults(max);
        wanted.values().forEach((name, value) -> {
            if (value instanceof Collection<?> keys) {
                query.setParameterList(name, keys);
            } else {
                query.setParameter(name, value);
            }
        });
        return new ArrayList<>(query.getResultList());
    }

    private static AdminLists.Page page(List<Column> columns, List<@Nullable Object[]> found, int size) {
        List<Map<String, @Nullable Object>> rows =
                found.stream().limit(size).map(cells -> row(columns, cells)).toList();
        String next = found.size() > size ? String.valueOf(rows.get(size - 1).get(KEY)) : null;
        return new AdminLists.Page(columns.stream().map(Column::name).toList(), rows, next);
    }

    private static Map<String, @Nullable Object> row(List<Column> columns, @Nullable Object[] cells) {
        List<@Nullable Object> values = Arrays.asList(cells);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            Column column = columns.get(i);
            row.put(column.name(), value instanceof String text ? column.shown().apply(text) : value);
        }
        return row;
    }

    /** Conditions and their values: nothing that anybody typed becomes part of the statement. */
    private record Restriction(List<String> conditions, Map<String, Object> values) {

        boolean key(String condition, String name, Optional<?> value) {
            value.ifPresent(key -> {
                conditions.add(condition + ":" + name);
                values.put(name, key);
            });
            return value.isPresent();
        }

        void oneOf(String key, Collection<Object> keys) {
            conditions.add(key + " in (:keys)");
            values.put("keys", keys);
        }

        /** True where no row can be meant. */
        boolean isEmpty() {
            return values.get("keys") instanceof Collection<?> keys && keys.isEmpty();
        }

        String where() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
