package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.HostColumnStore;
import dev.lockstile.auth.store.ProfileStore.Owned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** The host's own columns in a transaction. What is emptied holds what a new entity of the host has there. */
record JpaHostColumns(Rows rows, HostModel host) implements HostColumnStore {

    @Override
    public Map<String, Object> ofUser(UserId user, Set<String> attributes) {
        List<String> names = List.copyOf(attributes);
        List<Object[]> found = rows.select(
                        selection(host.user(), names) + host.user().id("x") + " = :key and x.deletedAt is null")
                .setParameter("key", user.key())
                .getResultList();
        return found.isEmpty() ? Map.of() : values(names, found.get(0));
    }

    @Override
    public Map<ProfileId, Map<String, Object>> ofProfiles(Collection<ProfileId> profiles, Set<String> attributes) {
        List<String> names = List.copyOf(attributes);
        Map<ProfileId, Map<String, Object>> found = new LinkedHashMap<>();
        rows.select(selection(host.profile(), names) + host.profile().id("x") + " in :keys and x.deletedAt is null")
                .setParameterList("keys", profiles.stream().map(ProfileId::key).toList())
                .getResultList()
                .forEach(row -> found.put(new ProfileId(row[0]), values(names, row)));
        return found;
    }

    private static String selection(HostEntity<?> entity, List<String> names) {
        StringBuilder hql = new StringBuilder("select ").append(entity.id("x"));
        names.forEach(name -> hql.append(", x.").append(name));
        return hql.append(" from ").append(entity.name()).append(" x where ").toString();
    }

    /** The first place of the row is its key. */
    private static Map<String, Object> values(List<String> names, @Nullable Object[] row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Object value = row[i + 1];
            if (value != null) {
                values.put(names.get(i), value instanceof Number number ? (Object) number.longValue() : value);
            }
        }
        return values;
    }

    @Override
    public boolean writeUser(UserId user, Map<String, @Nullable Object> values, Instant now) {
        ConditionalUpdate update = rows.update(host.user())
                .whereKey(user.key())
                .where(isNull("deletedAt"))
                .set("modifiedAt", now);
        values.forEach((attribute, value) -> update.set(attribute, stored(host.user(), attribute, value)));
        return update.runOnOne();
    }

    @Override
    public boolean writeProfile(Owned profile, Map<String, @Nullable Object> values, Instant now) {
        List<String> names = new ArrayList<>(values.keySet());
        StringBuilder assignments = new StringBuilder("x.modifiedAt = :now");
        for (int i = 0; i < names.size(); i++) {
            assignments.append(", x.").append(names.get(i)).append(" = :value").append(i);
        }
        MutationQuery update = rows.update(host.profile().update(assignments.toString())
                        + host.profile().id("x") + " = :id and " + host.user().id("x.user")
                        + " = :user and x.deletedAt is null")
                .setParameter("now", micros(now))
                .setParameter("id", profile.id().key())
                .setParameter("user", profile.user().key());
        for (int i = 0; i < names.size(); i++) {
            update.setParameter("value" + i, stored(host.profile(), names.get(i), values.get(names.get(i))));
        }
        return update.executeUpdate() == 1;
    }

    @Override
    public boolean resetUser(UserId user, Set<String> attributes, Instant now) {
        Map<String, @Nullable Object> empty = new LinkedHashMap<>();
        attributes.forEach(attribute -> empty.put(attribute, null));
        return writeUser(user, empty, now);
    }

    private @Nullable Object stored(HostEntity<?> entity, String attribute, @Nullable Object value) {
        EntityPersister persister = rows.session()
                .unwrap(SharedSessionContractImplementor.class)
                .getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(entity.type());
        if (value == null) {
            return persister.getPropertyValue(entity.create(), attribute);
        }
        return value instanceof Long number
                ? narrowed(number, persister.getPropertyType(attribute).getReturnedClass())
                : value;
    }

    private static Object narrowed(Long number, Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return Math.toIntExact(number);
        }
        return type == Short.class || type == short.class ? (Object) number.shortValue() : number;
    }
}
