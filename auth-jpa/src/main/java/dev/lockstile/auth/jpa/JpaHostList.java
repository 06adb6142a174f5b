package dev.lockstile.auth.jpa;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.jpa.internal.admin.HostRows;
import dev.lockstile.auth.jpa.internal.admin.HqlAdminLists;
import jakarta.persistence.metamodel.EntityType;

/**
 * A list of an entity of the host in the administration. Columns are attributes of the entity, or of what it embeds or
 * refers to ({@code customer.name}); rows come by key, the highest first. Filters ask for equal values: texts,
 * constants of an enum, numbers, {@code true} and {@code false}, days, keys.
 *
 * <pre>{@code
 * JpaHostList.of(store, Order.class, HostList.Description.of("orders", "Orders", "orders:read")
 *         .column("number", "Number")
 *         .column("placedAt", "Placed")
 *         .filter("number"))
 * }</pre>
 *
 * <p>Each page is one read-only transaction of one statement that begins at a key and stops after a page; a filter is as
 * fast as the index of its column. What the library keeps in an entity, such as the hash of a password, is no column.
 */
public final class JpaHostList implements HostList {

    private final HqlAdminLists.Reading reading;
    private final Description description;
    private final HostRows rows;

    private JpaHostList(HqlAdminLists.Reading reading, Description description, HostRows rows) {
        this.reading = reading;
        this.description = description;
        this.rows = rows;
    }

    /**
     * {@return the list of an entity}
     *
     * @param store of the same persistence unit
     * @param entity a class of the host with one key of type {@code Long}, {@code Integer}, {@code UUID} or {@code
     *     String}
     * @param description whose columns are attributes of the entity
     * @throws IllegalArgumentException for a class that is no entity of the unit, a key of another kind, a column that
     *     is no single value of the entity or that the library keeps, and a filter of a type without texts
     */
    public static JpaHostList of(JpaAuthStore store, Class<?> entity, Description description) {
        EntityType<?> type = store.entityType(entity);
        return new JpaHostList(store.reading(), description, HostRows.of(type, description));
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public AdminLists.Page page(Query query) {
        return reading.run(em -> rows.page(em, query));
    }
}
