package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A right that the library keeps in one column and another application in another column of the same table. */
final class SharedRightColumn {

    private static final Map<String, List<String>> NAMES = Map.of(
            "staff", List.of("is_staff", "staff"), "superuser", List.of("is_superuser", "superuser", "is_admin"));

    private final String table;
    private final String name;
    private final String own;
    private final String other;
    private final FoundRows less;
    private final FoundRows more;
    private final FoundRows beforeImport;
    private final Set<String> unowned = new LinkedHashSet<>();

    private SharedRightColumn(TableShape table, String name, String own, String other, UnaryOperator<String> sql) {
        this.table = sql.apply(table.name());
        this.name = name;
        this.own = sql.apply(own);
        this.other = sql.apply(other);
        this.less = new FoundRows(sql.apply(table.key().get(0)));
        this.more = new FoundRows(sql.apply(table.key().get(0)));
        this.beforeImport = new FoundRows(sql.apply(table.key().get(0)));
    }

    /**
     * Empty when no other application keeps it.
     *
     * @param own the column of the library
     * @param sql how a name stands in a statement
     */
    static Optional<SharedRightColumn> of(TableShape table, String name, String own, UnaryOperator<String> sql) {
        return NAMES.getOrDefault(name, List.of()).stream()
                .filter(other -> !other.equals(own) && table.column(other).isPresent())
                .findFirst()
                .map(other -> new SharedRightColumn(table, name, own, other, sql));
    }

    String name() {
        return name;
    }

    String other() {
        return other;
    }

    /** @param owned the account has proven or claimed an identifier here */
    void compare(String id, boolean owned, boolean here, boolean there) {
        if (there && !here && !owned) {
            unowned.add(id);
        } else if (there && !here) {
            less.add(id);
        } else if (here && !there) {
            more.add(id);
        }
    }

    /** Tells the rows that no import has read from those that it read and gave no right. */
    void separate(@Nullable ImportedRows imported, Connection connection) throws SQLException {
        if (unowned.isEmpty()) {
            return;
        }
        Set<String> waiting = new HashSet<>(unowned);
        if (imported != null) {
            imported.removeFrom(waiting, connection);
        }
        unowned.forEach(id -> (waiting.contains(id) ? beforeImport : less).add(id));
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (beforeImport.count() > 0) {
            findings.add(new Finding(
                    "HM-09",
                    table + "." + own,
                    beforeImport.count() + " row(s) are " + name + " by " + other + " and have not been imported: "
                            + beforeImport.told(),
                    "import the rows first (import plan, then import run, both with --in-place): its plan names the"
                            + " rights that come over; then check again"));
        }
        if (less.count() > 0) {
            findings.add(finding(less, "no " + name + " here, but by " + other, true));
        }
        if (more.count() > 0) {
            findings.add(finding(more, name + " here, but not by " + other, false));
        }
        return findings;
    }

    private Finding finding(FoundRows rows, String what, boolean value) {
        return new Finding(
                "HM-09",
                table + "." + own,
                rows.count() + " row(s) are " + what + ", which another application writes and nothing here reads: "
                        + rows.told(),
                "nothing, when it is meant; else\nupdate " + table + " set " + own + " = " + value + rows.where()
                        + ";");
    }
}
