package dev.lockstile.auth.jpa.internal.sql;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One UPDATE of rows of an entity, whose row count decides who won. Attributes go by their names in the mapping, values
 * are those of the attributes. Runs as SQL made from the mapping where that does all that Hibernate would do, else
 * through Hibernate.
 */
public final class ConditionalUpdate {

    private final Rows rows;
    private final HostEntity<?> entity;
    private final List<Clause> assignments = new ArrayList<>();
    private final List<Clause> conditions = new ArrayList<>();

    ConditionalUpdate(Rows rows, HostEntity<?> entity) {
        this.rows = rows;
        this.entity = entity;
    }

    public ConditionalUpdate set(String attribute, @Nullable Object value) {
        return assign(attribute, text -> text.value(attribute, value));
    }

    /** Empties the attributes. */
    public ConditionalUpdate clear(String... attributes) {
        for (String attribute : attributes) {
            assign(attribute, text -> text.text("null"));
        }
        return this;
    }

    /** Empties the attribute where the other one is empty. */
    public ConditionalUpdate clearUnless(String other, String attribute) {
        return assign(attribute, text -> {
            text.text("case when ").column(other).text(" is null then null else ");
            text.column(attribute).text(" end");
        });
    }

    /** Sets the attribute where the other one is empty, and empties it where it is not. */
    public ConditionalUpdate setWhereEmpty(String other, String attribute, Object value) {
        return assign(
                attribute,
                text -> text.text("case when ")
                        .column(other)
                        .text(" is null then ")
                        .value(attribute, value)
                        .text(" else null end"));
    }

    /** Writes the attribute as it is. */
    public ConditionalUpdate keep(String attribute) {
        return assign(attribute, text -> text.column(attribute));
    }

    public ConditionalUpdate increment(String attribute) {
        return assign(attribute, text -> text.column(attribute).text(" + 1"));
    }

    public ConditionalUpdate decrement(String attribute) {
        return assign(attribute, text -> text.column(attribute).text(" - 1"));
    }

    /** Only rows that meet all conditions. */
    public ConditionalUpdate where(Clause... all) {
        conditions.addAll(List.of(all));
        return this;
    }

    /** Only the row of that key. */
    public ConditionalUpdate whereKey(Object key) {
        return where(is(entity.idName(), key));
    }

    private ConditionalUpdate assign(String attribute, Clause value) {
        assignments.add(text -> value.write(text.column(attribute).text(" = ")));
        return this;
    }

    /** Runs it; tells how many rows met the conditions. */
    public int run() {
        rows.requireWriting();
        Optional<SqlUpdate> sql = sql();
        return sql.isPresent() ? sql.get().run() : runThroughHibernate();
    }

    private int runThroughHibernate() {
        HqlText hql = new HqlText("x");
        hql.text("update " + entity.name() + " x");
        write(hql);
        return rows.inTransaction(() ->
                hql.bindTo(rows.session().createMutationQuery(hql.written())).executeUpdate());
    }

    /** Runs it; true when it was one row that met the conditions. */
    public boolean runOnOne() {
        return run() == 1;
    }

    /** Whether it runs without Hibernate. */
    boolean isPlain() {
        return sql().isPresent();
    }

    private Optional<SqlUpdate> sql() {
        return rows.plainUpdate(entity.type())
                .map(plain -> new SqlUpdate(rows.session(), plain))
                .filter(sql -> {
                    write(sql);
                    return sql.isComplete();
                });
    }

    private void write(StatementText text) {
        Clause.join(text, " set ", ", ", assignments);
        Clause.join(text, " where ", " and ", conditions);
    }
}
