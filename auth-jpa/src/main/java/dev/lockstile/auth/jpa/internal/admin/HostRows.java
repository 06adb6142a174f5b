package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import dev.lockstile.auth.model.AbstractTimestamped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an entity of the host, by key downwards.
 *
 * @param select the statement up to its conditions
 * @param key path of the key
 * @param columns the key as {@code id}, then those of the list in the order of the statement
 * @param filters the type of each column that is filtered by
 */
public record HostRows(
        String select, String key, Class<?> keyType, List<String> columns, Map<String, Class<?>> filters) {

    private static final String LIBRARY = AbstractTimestamped.class.getPackageName();
    private static final String KEY = "id";

    /**
     * The rows of a list.
     *
     * @throws IllegalArgumentException for what the entity does not have, or may not show
     */
    public static HostRows of(EntityType<?> entity, HostList.Description list) {
        Class<?> keyType = entity.hasSingleIdAttribute()
                ? FilterText.boxed(entity.getIdType().getJavaType())
                : Object.class;
        if (!KeyText.types().contains(keyType)) {
            throw new IllegalArgumentException(entity.getName() + " has no single key of a type that a list can order: "
                    + KeyText.types().stream()
                            .map(Class::getSimpleName)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        String key = "x." + entity.getId(entity.getIdType().getJavaType()).getName();
        list.columns().keySet().forEach(column -> attribute(entity, column));
        List<String> columns = list.columns().keySet().stream()
                .filter(column -> !column.equals(KEY))
                .toList();
        Map<String, Class<?>> filters = new HashMap<>();
        list.filters().forEach(filter -> filters.put(filter, filterType(entity, filter)));
        String select = Stream.concat(Stream.of(key), columns.stream().map(column -> "x." + column))
                .collect(Collectors.joining(", ", "select ", " from " + entity.getName() + " x"));
        return new HostRows(
                select,
                key,
                keyType,
                Stream.concat(Stream.of(KEY), columns.stream()).toList(),
                filters);
    }

    private static Class<?> filterType(EntityType<?> entity, String column) {
        Class<?> type = FilterText.boxed(attribute(entity, column).getJavaType());
        if (!FilterText.reads(type)) {
            throw new IllegalArgumentException(
                    entity.getName() + " cannot be filtered by " + column + ", a " + type.getSimpleName());
        }
        return type;
    }

    private static Attribute<?, ?> attribute(EntityType<?> entity, String path) {
        ManagedType<?> at = entity;
        Attribute<?, ?> found = null;
        for (String name : path.split("\\.", -1)) {
            found = at == null ? null : singular(at, name);
            if (found == null) {
                throw new IllegalArgumentException(entity.getName() + " has no single value " + path);
            }
            refuseKept(entity, path, found);
            at = ((SingularAttribute<?, ?>) found).getType() instanceof ManagedType<?> inner ? inner : null;
        }
        if (found == null || at != null) {
            throw new IllegalArgumentException(entity.getName() + "." + path + " is no value; name one of its own");
        }
        return found;
    }

    private static @Nullable Attribute<?, ?> singular(ManagedType<?> type, String name) {
        return type.getSingularAttributes().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Hashes, digests and addresses: the library's own lists show what may be seen of them. */
    private static void refuseKept(EntityType<?> entity, String path, Attribute<?, ?> attribute) {
        Class<?> declaring = attribute.getJavaMember().getDeclaringClass();
        if (declaring.getPackageName().equals(LIBRARY)
                && declaring != AbstractTimestamped.class
                && !((SingularAttribute<?, ?>) attribute).isAssociation()) {
            throw new IllegalArgumentException(
                    entity.getName() + "." + path + " is kept by the library, whose own lists show what may be seen");
        }
    }

    /** A page; empty where a filter or the key has a text that is none of its type. */
    public AdminLists.Page page(EntityManager em, HostList.Query query) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        boolean possible = true;
        for (Map.Entry<String, String> filter : query.filters().entrySet()) {
            Class<?> type = filters.get(filter.getKey());
            Optional<Object> value = type == null ? Optional.empty() : FilterText.read(filter.getValue(), type);
            possible &= value.isPresent();
            value.ifPresent(one -> {
                String name = "f" + values.size();
                conditions.add("x." + filter.getKey() + " = :" + name);
                values.put(name, one);
            });
        }
        if (query.after() != null) {
            Optional<Object> after = KeyText.read(query.after(), keyType);
            possible &= after.isPresent();
            after.ifPresent(one -> {
                conditions.add(key + " < :after");
                values.put("after", one);
            });
        }
        return possible ? read(em, query.size(), conditions, values) : new AdminLists.Page(columns, List.of(), null);
    }

    private AdminLists.Page read(EntityManager em, int size, List<String> conditions, Map<String, Object> values) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        SelectionQuery<Object[]> statement = em.unwrap(Session.class)
                .createSelectionQuery(select + where + " order by " + key + " desc", Object[].class)
                .setMaxResults(size + 1);
        values.forEach(statement::setParameter);
        List<Object[]> found = statement.getResultList();
        List<Map<String, @Nullable Object>> rows =
                found.stream().limit(size).map(this::row).toList();
        return new AdminLists.Page(columns, rows, found.size() > size ? String.valueOf(found.get(size - 1)[0]) : null);
    }

    private Map<String, @Nullable Object> row(@Nullable Object[] cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i), cells[i]);
        }
        return row;
    }
}
