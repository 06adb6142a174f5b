package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns that the other application always fills and that no attribute is mapped to. In rows that are added here
 * such a column gets a default where two rows may have it and every constraint accepts it; the host says what it gets
 * elsewhere.
 */
final class OpenColumns {

    private static final Set<String> IDENTIFIERS = Set.of("email", "phone", "username");

    /** A truth value that an active account has, as {@link NameWords#snake} has its name. */
    private static final Set<String> TRUE_OF_ACTIVE = Set.of(
            "activated", "is_activated", "active", "is_active", "enabled", "is_enabled", "approved", "is_approved");

    /** Columns that tell a state: an empty text or a zero there has an unknown meaning. */
    private static final Set<String> STATES = Set.of("status", "state", "account_status", "user_status", "lifecycle");

    private static final String SAME = "two rows may not have the same value there";

    private final MatchedTable found;
    private final TableRules rules;
    private final Map<String, String> fills;
    private final String dbms;
    private final Map<String, MatchedTable.Attribute> mapped;

    /** {@code fills}: what the host says, by {@code table.column} or, for the users, by the column alone. */
    OpenColumns(MatchedTable found, TableRules rules, Map<String, String> fills, String dbms) {
        this.dbms = dbms;
        this.found = found;
        this.rules = rules;
        this.fills = fills;
        this.mapped = found.attributes().stream()
                .collect(Collectors.toMap(MatchedTable.Attribute::column, Function.identity(), (one, other) -> one));
    }

    /** Defaults, and duties that are lifted; what the host has to say first is added to the questions. */
    List<Step> steps(List<String> questions) {
        List<Step> steps = new ArrayList<>();
        for (ColumnShape column : found.table().columns()) {
            if (isSettled(column)) {
                continue;
            }
            String said = said(column);
            if (said == null && isCopied(column)) {
                steps.add(new Step.Relax(found.table().name(), CatalogueTypes.neutral(column)));
                continue;
            }
            String trouble = said == null ? trouble(column) : repeats(column) ? SAME : null;
            SqlType value = said == null ? standard(column) : Filler.value(said, column, dbms);
            if (Filler.MAPPED.equals(said)) {
                continue;
            }
            if (trouble != null) {
                questions.add(question(column, trouble));
            } else if (value == null) {
                questions.add(question(column, "its type (" + column.type() + ") has no room for " + said));
            } else {
                steps.add(new Step.SetDefault(found.table().name(), CatalogueTypes.neutral(column), value));
            }
        }
        return steps;
    }

    private boolean isSettled(ColumnShape column) {
        return column.nullable()
                || column.identity()
                || column.isGenerated()
                || mapped.containsKey(column.name())
                || found.table().key().contains(column.name())
                || column.defaultValue() != null && !repeats(column);
    }

    /** An address or a name that has a column of our own here: rows that are added have none in the old one. */
    private boolean isCopied(ColumnShape column) {
        return found.attributes().stream()
                .filter(attribute -> IDENTIFIERS.contains(attribute.name()))
                .map(MatchedTable.Attribute::source)
                .anyMatch(source -> source != null && source.column().equals(column));
    }

    private @Nullable String said(ColumnShape column) {
        String full = fills.get(found.table().name() + "." + column.name());
        return full == null && found.part() == ModelPart.USER ? fills.get(column.name()) : full;
    }

    /** Why no constant serves, or null. */
    private @Nullable String trouble(ColumnShape column) {
        String target = found.table().foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .map(key -> key.target())
                .findFirst()
                .orElse(null);
        if (target != null) {
            return "it refers to a row of " + target;
        }
        if (repeats(column)) {
            return SAME;
        }
        List<String> checks = rules.checksOf(found.table(), column.name());
        if (!checks.isEmpty()) {
            return "a constraint is put on it: " + String.join(", ", checks);
        }
        if (STATES.contains(NameWords.snake(column.name()))) {
            return "it tells a state, and what an active account has there is not known here";
        }
        return CatalogueTypes.zero(column) == null
                ? "its type (" + column.type() + ") has values of its own, of which none is plain"
                : null;
    }

    private String question(ColumnShape column, String trouble) {
        String name = found.table().name() + "." + column.name();
        return name + " may not be empty in rows that are added here, and " + trouble + ": say --fill " + name
                + "=uuid, =now, =VALUE or ='SQL()', or =mapped where your entity sets it"
                + (found.part() == ModelPart.USER
                        ? ", or --column ATTRIBUTE=" + column.name() + " where it is email, phone or username"
                        : "");
    }

    private @Nullable SqlType standard(ColumnShape column) {
        String zero = CatalogueTypes.zero(column);
        if (zero == null) {
            return null;
        }
        boolean isSet = Flags.isFlag(column) && TRUE_OF_ACTIVE.contains(NameWords.snake(column.name()));
        return SqlType.same(isSet ? Flags.set(column) : zero);
    }

    /** Whether some unique index would hold the same values in every row that is added here. */
    private boolean repeats(ColumnShape column) {
        return rules.uniquesOf(found.table()).stream()
                .filter(unique -> unique.contains(column.name()))
                .anyMatch(unique -> unique.stream().noneMatch(this::varies));
    }

    private boolean varies(String name) {
        ColumnShape column = found.table().column(name).orElseThrow();
        MatchedTable.Attribute attribute = mapped.get(name);
        if (attribute != null) {
            return attribute.association()
                    || IDENTIFIERS.contains(attribute.name())
                    || attribute.template().nullable();
        }
        String value = column.defaultValue();
        return found.table().key().contains(name)
                || column.identity()
                || column.isGenerated()
                || (value == null
                        ? column.nullable()
                        : value.replaceAll("'[^']*'", "").contains("("))
                || Filler.varies(said(column));
    }
}
