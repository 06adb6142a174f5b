package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.catalogue.TypeComparison;
import dev.lockstile.auth.schema.internal.shape.AttributeShape;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.MappedEntities;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides for every attribute of a part whether it shares an old column or gets one of its own. */
final class PartMapper {

    private static final Set<String> IDENTIFIERS = Set.of("email", "phone", "username");

    /** Begins the default of a column that holds such dates, which no attribute can be read from. */
    private static final String ZERO_DATE = "0000-00-00";

    private final Map<String, String> said;
    private final MappedEntities templates;
    private final Shape wanted;
    private final TypeComparison spelling;

    PartMapper(MappedEntities templates, TypeComparison spelling, Map<String, String> said) {
        this.said = said;
        this.templates = templates;
        this.wanted = templates.shape();
        this.spelling = spelling;
    }

    /** The part on an old table. */
    MatchedTable onto(ModelPart part, TableShape old, TableShape user) {
        Set<String> taken = new HashSet<>(old.key());
        List<MatchedTable.Attribute> attributes = new ArrayList<>();
        for (AttributeShape attribute : templates.attributes(part.template())) {
            ColumnShape template = template(part).column(attribute.column()).orElseThrow();
            attributes.add(
                    attribute.association()
                            ? reference(attribute, template, old, user)
                            : value(part, attribute, template, old, taken));
        }
        return new MatchedTable(part, old, true, attributes);
    }

    /** The table of the superclass under another name, its reference bound to the host's users. */
    TableShape template(ModelPart part) {
        String name =
                part.template().getAnnotation(jakarta.persistence.Table.class).name();
        TableShape table = wanted.tables().get(name);
        if (table == null) {
            throw new IllegalStateException("no template " + name);
        }
        return table;
    }

    /** The attributes of a part that gets a table of its own. */
    List<MatchedTable.Attribute> plain(ModelPart part) {
        TableShape table = template(part);
        return templates.attributes(part.template()).stream()
                .map(a -> {
                    ColumnShape column = table.column(a.column()).orElseThrow();
                    return new MatchedTable.Attribute(a.name(), a.association(), column, column, a.column(), null);
                })
                .toList();
    }

    private static MatchedTable.Attribute reference(
            AttributeShape attribute, ColumnShape template, TableShape old, TableShape user) {
        ColumnShape column = old.foreignKeys().stream()
                .filter(key -> SchemaRules.isTo(key, user))
                .flatMap(key -> old.column(key.columns().get(0)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(old.name() + " refers to no row of " + user.name()));
        return new MatchedTable.Attribute(attribute.name(), true, template, column, column.name(), null);
    }

    private MatchedTable.Attribute value(
            ModelPart part, AttributeShape attribute, ColumnShape template, TableShape old, Set<String> taken) {
        String meant = part == ModelPart.USER ? said.get(attribute.name()) : null;
        KnownColumn known = meant == null
                ? KnownColumn.of(part, attribute.name(), attribute.column())
                : new KnownColumn(List.of(meant), true);
        ColumnShape key = old.column(old.key().get(0)).orElseThrow();
        if (attribute.name().equals("username")
                && known.names().contains(NameWords.snake(key.name()))
                && CatalogueTypes.isText(key)) {
            return new MatchedTable.Attribute(attribute.name(), false, template, key, key.name(), null);
        }
        ColumnShape same = known.shared() ? shareable(known, template, old, taken) : null;
        if (same != null) {
            taken.add(same.name());
            return new MatchedTable.Attribute(attribute.name(), false, template, same, same.name(), null);
        }
        boolean isTaken = old.columns().stream().anyMatch(c -> c.name().equalsIgnoreCase(attribute.column()));
        String name = isTaken ? "auth_" + attribute.column() : attribute.column();
        return new MatchedTable.Attribute(
                attribute.name(), false, template, null, name, source(known, attribute.name(), template, old));
    }

    /** One column serves one attribute; what we never leave empty must not be empty there either. */
    private @Nullable ColumnShape shareable(
            KnownColumn known, ColumnShape template, TableShape old, Set<String> taken) {
        return known.names().stream()
                .flatMap(name -> named(name, old))
                .filter(column -> !taken.contains(column.name()))
                .filter(column -> template.nullable() || !column.nullable())
                .filter(column -> !String.valueOf(column.defaultValue()).contains(ZERO_DATE))
                .filter(column -> spelling.compare(column.type().h2(), template.type()) != TypeComparison.Change.OTHER)
                .findFirst()
                .orElse(null);
    }

    private MatchedTable.@Nullable Source source(
            KnownColumn known, String attribute, ColumnShape template, TableShape old) {
        return known.names().stream()
                .flatMap(name -> named(name, old))
                .map(column -> source(column, attribute, template.type()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** {@code PhoneNumber} is {@code phone_number} in other words. */
    private static Stream<ColumnShape> named(String name, TableShape old) {
        return old.columns().stream()
                .filter(c -> c.name().equals(name) || NameWords.snake(c.name()).equals(name));
    }

    /** Identifiers whose old column cannot be shared for its type, a sentence each. */
    List<String> unshared(MatchedTable found) {
        List<String> notes = new ArrayList<>();
        for (MatchedTable.Attribute attribute : found.attributes()) {
            MatchedTable.Source source = attribute.source();
            if (source != null && IDENTIFIERS.contains(attribute.name())) {
                String table = found.table().name();
                ColumnShape old = source.column();
                notes.add(table + "." + old.name() + " is of the type " + old.type()
                        + (CatalogueTypes.isPadded(old)
                                ? ", whose fixed length adds blanks: "
                                : ", which Hibernate's validate takes for no text: ")
                        + attribute.name() + " has a column of its own, " + attribute.column()
                        + ", filled from it once, and what the other application writes there later is not seen here. To"
                        + " share it, before the takeover: alter table " + Identifiers.sql(table)
                        + (spelling.isMariaDb() ? " modify column " : " alter column ") + Identifiers.sql(old.name())
                        + (spelling.isMariaDb() ? " " : " type ")
                        + attribute.template().type().postgresql());
            }
        }
        return notes;
    }

    private MatchedTable.@Nullable Source source(ColumnShape old, String attribute, SqlType wanted) {
        if (Flags.isFlag(old)) {
            return Flags.source(old, attribute, wanted);
        }
        return spelling.compare(old.type().h2(), wanted) == TypeComparison.Change.OTHER
                ? converted(old, wanted)
                : new MatchedTable.Source(old, read(old), null);
    }

    /** A date of zeros, which MariaDB and MySQL keep where their modes allow it, is none. */
    private String read(ColumnShape old) {
        String name = Identifiers.sql(old.name());
        boolean mayBeZero = spelling.isMariaDb()
                && CatalogueTypes.neutral(old).type().postgresql().startsWith("timestamp");
        return mayBeZero ? "case when " + name + " >= '0001-01-01' then " + name + " end" : name;
    }

    private MatchedTable.@Nullable Source converted(ColumnShape old, SqlType wanted) {
        String name = Identifiers.sql(old.name());
        String from = CatalogueTypes.neutral(old).type().postgresql();
        String to = wanted.postgresql();
        if (to.startsWith("varchar") && CatalogueTypes.isPadded(old)) {
            String text = "rtrim(" + name + ")";
            return new MatchedTable.Source(old, spelling.isMariaDb() ? text : "cast(" + text + " as " + to + ")", null);
        }
        if (to.startsWith("varchar") && (from.startsWith("json") || from.equals("text") && !spelling.isMariaDb())) {
            return new MatchedTable.Source(old, "cast(" + name + " as " + to + ")", null);
        }
        if (to.equals("timestamp(6) with time zone") && from.equals("timestamp(6)")) {
            return new MatchedTable.Source(old, spelling.isMariaDb() ? read(old) : name + " at time zone 'UTC'", null);
        }
        return null;
    }
}
