package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** An update for Hibernate, which translates it each time that it runs and does what else the mapping asks for. */
final class HqlUpdate extends UpdateText {

    private final Session session;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    HqlUpdate(Session session, HostEntity<?> entity) {
        this.session = session;
        text("update " + entity.name() + " x");
    }

    @Override
    String columnOf(String attribute) {
        return "x." + attribute;
    }

    @Override
    String bind(String attribute, @Nullable Object value) {
        String name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    @Override
    int run() {
        MutationQuery query = session.createMutationQuery(written());
        values.forEach(query::setParameter);
        return query.executeUpdate();
    }
}
