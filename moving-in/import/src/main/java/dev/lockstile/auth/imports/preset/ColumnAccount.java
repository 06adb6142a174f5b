package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.RowUse;
import dev.lockstile.auth.imports.internal.mapping.ColumnKind;
import dev.lockstile.auth.imports.internal.mapping.FactorColumns;
import dev.lockstile.auth.imports.internal.mapping.StateColumns;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What becomes of the columns of one table of people. Column names are in lower case. Not safe for use by several
 * threads.
 */
final class ColumnAccount {

    /** By these a table shows that it is the host's own table of users, for an import in place. */
    private static final Set<String> HOST_KEYS = Set.of("email_key", "username_key", "password_changed_at");

    /** Columns that the takeover added to it. */
    private static final Set<String> HOST_COLUMNS = Set.of(
            "email_verified_at",
            "phone_verified_at",
            "is_active",
            "is_staff",
            "is_superuser",
            "deleted_at",
            "disabled_until");

    private final SourceTable table;
    private final boolean mapped;
    private final Map<String, ColumnMeaning> named;
    private final Set<String> declared = new HashSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> fetched = new HashSet<>();
    /** Of the row before, which mostly are those of the next. */
    private Set<String> lastSeen = Set.of();

    private final Set<String> read = new HashSet<>();
    /** Whether neither the preset, the mover nor the name tells what a column is. */
    private final Map<String, Boolean> untold = new HashMap<>();

    private final Map<String, ColumnValues> values = new HashMap<>();
    private final Confirmations confirmations = new Confirmations();

    /**
     * @param table as the preset reads it
     * @param columns all that the source has, as far as it has fixed ones
     * @param mapped whether a host's own mapping reads it, which may look at any column
     * @param named what the mover says of columns
     */
    ColumnAccount(SourceTable table, List<String> columns, boolean mapped, Map<String, ColumnMeaning> named) {
        this.table = table;
        this.mapped = mapped;
        this.named = named;
        columns.forEach(column -> seen.add(column.toLowerCase(Locale.ROOT)));
        declared.add(table.key().toLowerCase(Locale.ROOT));
        if (!mapped) {
            table.columns().forEach(column -> declared.add(column.toLowerCase(Locale.ROOT)));
        }
    }

    Map<String, ColumnMeaning> named() {
        return named;
    }

    /** Whether the pages have to have a column besides those of the preset. */
    boolean isAdded(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return !declared.contains(name) && (isReadByName(name) || isNamed(name));
    }

    /** Whether nothing but the values of a column can tell what it is. */
    boolean isOpen(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        ColumnValues known = values.get(name);
        return (known == null || !known.isDropped()) && untold.computeIfAbsent(name, this::isUntold);
    }

    private boolean isUntold(String name) {
        return !declared.contains(name)
                && !isReadByName(name)
                && !named.containsKey(name)
                && ColumnKind.ofName(name).isEmpty()
                && !ColumnKind.isRemark(name);
    }

    /** Looks at the cells of columns that nothing is known of. */
    void look(SourceRow row) {
        row.columns().stream()
                .filter(this::isOpen)
                .forEach(column -> values.computeIfAbsent(column, any -> new ColumnValues())
                        .add(row.cell(column)));
    }

    /** Counts anew from here on, but for columns that hold other things than a few words. */
    void keepDropped() {
        values.values().removeIf(one -> !one.isDropped());
    }

    /** Notes what was read of a row. */
    void add(RowUse use) {
        Set<String> columns = use.row().columns();
        if (!columns.equals(lastSeen)) {
            seen.addAll(columns);
            fetched.addAll(columns);
            lastSeen = columns;
        }
        read.addAll(use.read());
        confirmations.add(use.row());
    }

    /** Columns by what becomes of them: {@code mapped}, {@code kept} with the row, {@code left_out}. */
    Map<String, List<String>> uses() {
        Map<String, List<String>> all = new TreeMap<>();
        Stream.of("mapped", "kept", "left_out").forEach(use -> {
            List<String> columns =
                    seen.stream().filter(column -> use.equals(use(column))).toList();
            if (!columns.isEmpty()) {
                all.put(use, columns);
            }
        });
        return all;
    }

    private String use(String column) {
        if (isMapped(column) || isNamed(column)) {
            return "mapped";
        }
        return fetched.contains(column) && !FactorColumns.isSecret(column) ? "kept" : "left_out";
    }

    /** What the mover has to say before anything is written, a sentence each. */
    List<String> questions() {
        Stream<String> telling = leftOut()
                .filter(column -> !HOST_COLUMNS.contains(column) || !isOfHost())
                .flatMap(column ->
                        kind(column).stream().map(kind -> table.name() + "." + column + " looks like " + kind.words()));
        Stream<String> needless = named.keySet().stream()
                .filter(column -> declared.contains(column) || read.contains(column))
                .filter(column -> !FactorColumns.isConfirmation(column))
                .map(column ->
                        table.name() + "." + column + " is read by the preset itself and takes no other meaning");
        return Stream.of(telling, needless, unconfirmed().map(column -> column + Confirmations.QUESTION))
                .flatMap(each -> each)
                .toList();
    }

    /** Columns that may keep several user bases apart: of different values, read and named nowhere. */
    Stream<String> likelyTenants() {
        return leftOut().filter(Realm::isLikely).filter(column -> {
            ColumnValues known = values.get(column);
            return known != null && known.areSeveral();
        });
    }

    /** The same where a look-up of one person sees no values. */
    Stream<String> likelyTenantsOfLookUp() {
        return leftOut().filter(Realm::isLikely);
    }

    String table() {
        return table.name();
    }

    /** Whether the host's own entities lie on the table. */
    boolean isOfHost() {
        return seen.containsAll(HOST_KEYS);
    }

    boolean has(String column) {
        return seen.contains(column);
    }

    /** What a look-up of one person cannot pass over: a column that may close the account or demand a factor. */
    List<String> questionsOfLookUp() {
        Stream<String> unread = leftOut()
                .filter(column -> !StateColumns.isName(column))
                .filter(column -> kind(column)
                        .filter(kind -> kind == ColumnKind.STATE || kind == ColumnKind.FACTOR)
                        .isPresent())
                .map(column -> table.name() + "." + column);
        return Stream.concat(unread, unconfirmed()).toList();
    }

    private Stream<String> unconfirmed() {
        return confirmations
                .neverSet()
                .filter(column -> !named.containsKey(column))
                .map(column -> table.name() + "." + column);
    }

    /** Columns that nothing reads and of which the mover has said nothing. */
    private Stream<String> leftOut() {
        return seen.stream()
                .filter(column -> !named.containsKey(column) && !isMapped(column) && !FactorColumns.isSecret(column));
    }

    private Optional<ColumnKind> kind(String column) {
        return ColumnKind.ofName(column)
                .or(() -> Optional.ofNullable(values.get(column)).flatMap(ColumnValues::kind));
    }

    private boolean isMapped(String column) {
        boolean asked = mapped && StateColumns.isMark(column);
        return declared.contains(column)
                || read.contains(column)
                || isReadByName(column) && !asked && !isIgnored(column);
    }

    private boolean isReadByName(String column) {
        return StateColumns.isName(column) || FactorColumns.isName(column);
    }

    private boolean isNamed(String column) {
        return named.containsKey(column) && !isIgnored(column);
    }

    private boolean isIgnored(String column) {
        return named.get(column) == ColumnMeaning.IGNORE;
    }
}
