package dev.lockstile.auth.jpa.internal.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/** HQL, which Hibernate translates each time that it runs and does what else the mapping asks for. */
public final class HqlText extends StatementText {

    private final String alias;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** With attributes of the entity of that alias. */
    public HqlText(String alias) {
        this.alias = alias;
    }

    @Override
    String columnOf(String attribute) {
        return alias + "." + attribute;
    }

    @Override
    String bind(String attribute, @Nullable Object value) {
        String name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** Gives the query the values that were written here. */
    public <Q extends CommonQueryContract> Q bindTo(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
