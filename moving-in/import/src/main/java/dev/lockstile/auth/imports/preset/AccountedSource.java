package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.FactorTableNames;
import dev.lockstile.auth.imports.internal.people.ForwardingSource;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source whose pages of people have, besides the columns that a preset asks for, those that close accounts or demand
 * second factors by their names, and those that the mover names. The cells of all other columns are looked at once and
 * go no further. The source is asked once for its tables and for the columns of each. Not safe for use by several
 * threads.
 */
final class AccountedSource implements ForwardingSource {

    private static final int LOOKED_AT = 40;

    private final Source source;
    private final boolean mapped;
    private final ReadingOptions options;
    private final Map<SourceTable, ColumnAccount> accounts = new LinkedHashMap<>();
    private final Map<String, List<String>> catalogue = new HashMap<>();
    private final Set<SourceTable> begun = new HashSet<>();
    private final Set<String> touched = new HashSet<>();
    private @Nullable List<String> tables;
    private boolean settled;

    /** Wraps a source, which stays the caller's to close. */
    AccountedSource(Source source, boolean mapped, ReadingOptions options) {
        this.source = source;
        this.mapped = mapped;
        this.options = options;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public List<String> tables() {
        List<String> known = tables;
        if (known == null) {
            known = List.copyOf(source.tables());
            tables = known;
        }
        return known;
    }

    @Override
    public long count(String table) {
        touched.add(table);
        return source.count(table);
    }

    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        touched.add(table.name());
        return source.matching(table, column, values);
    }

    @Override
    public List<String> columns(String table) {
        touched.add(table);
        return catalogue.computeIfAbsent(table, name -> List.copyOf(source.columns(name)));
    }

    /** Begins to account for the columns of these tables. */
    void account(List<PeopleTable> people) {
        people.stream().map(PeopleTable::rows).forEach(table -> {
            List<String> there = table.columns().isEmpty() ? List.of() : columns(table.name());
            accounts.put(table, new ColumnAccount(table, there, mapped, named(table)));
        });
    }

    /** From here on nothing is asked of columns any more, so that no cell is looked at in vain. */
    void settle() {
        settled = true;
    }

    ReadingOptions options() {
        return options;
    }

    /** By table, in the order in which they are read. */
    Map<SourceTable, ColumnAccount> accounts() {
        return accounts;
    }

    ColumnAccount of(SourceTable table) {
        ColumnAccount found = accounts.get(table);
        if (found == null) {
            throw new IllegalStateException("no account of " + table.name());
        }
        return found;
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        touched.add(table.name());
        ColumnAccount account = accounts.get(table);
        if (account == null) {
            return source.page(table, after, limit);
        }
        if (after == null && source.isWhole() && !settled && begun.add(table)) {
            lookAtFirst(table, account);
        }
        if (table.columns().isEmpty()) {
            return looked(account, source.page(table, after, limit));
        }
        List<String> read = new ArrayList<>(table.columns());
        added(table, account).stream().filter(column -> !read.contains(column)).forEach(read::add);
        List<String> open = source.isWhole() && !settled ? open(table, account, read) : List.of();
        if (open.isEmpty()) {
            return looked(account, source.page(of(table, read), after, limit));
        }
        List<String> all = new ArrayList<>(read);
        all.addAll(open);
        return looked(account, source.page(of(table, all), after, limit)).stream()
                .map(row -> without(row, open))
                .toList();
    }

    /** Tables of second factors that nothing has read so far, with at least one row. */
    List<String> unreadFactorTables() {
        boolean inPlace = accounts.values().stream().anyMatch(ColumnAccount::isOfHost);
        Source whole = source.isWhole() ? source : source.whole();
        return tables().stream()
                .filter(table -> FactorTableNames.isName(table) && !touched.contains(table))
                .filter(table -> !options.columns().containsKey(table.toLowerCase(Locale.ROOT)))
                .filter(table -> !inPlace || !FactorTableNames.isOfHost(source.columns(table)))
                .filter(table -> whole.count(table) > 0)
                .toList();
    }

    private Map<String, ColumnMeaning> named(SourceTable table) {
        Map<String, ColumnMeaning> named = new TreeMap<>();
        String prefix = table.name().toLowerCase(Locale.ROOT) + '.';
        options.columns().forEach((name, meaning) -> {
            if (name.startsWith(prefix)) {
                named.put(name.substring(prefix.length()), meaning);
            } else if (!options.columns().containsKey(prefix + name)) {
                named.put(name, meaning);
            }
        });
        return named;
    }

    /** A column of long or of many different texts is passed over from here on. */
    private void lookAtFirst(SourceTable table, ColumnAccount account) {
        List<String> open = table.columns().isEmpty() ? List.of() : open(table, account, table.columns());
        if (!open.isEmpty()) {
            List<String> looked = new ArrayList<>(open);
            looked.add(table.key());
            source.page(of(table, looked), null, LOOKED_AT).forEach(account::look);
            account.keepDropped();
        }
    }

    private List<SourceRow> looked(ColumnAccount account, List<SourceRow> page) {
        if (!settled) {
            page.forEach(account::look);
        }
        return page;
    }

    private List<String> added(SourceTable table, ColumnAccount account) {
        return columns(table.name()).stream().filter(account::isAdded).toList();
    }

    private List<String> open(SourceTable table, ColumnAccount account, List<String> read) {
        return columns(table.name()).stream()
                .filter(column -> account.isOpen(column) && !read.contains(column))
                .toList();
    }

    private static SourceTable of(SourceTable table, List<String> columns) {
        return table.withColumns(columns);
    }

    private static SourceRow without(SourceRow row, List<String> columns) {
        Map<String, @Nullable Object> cells = new TreeMap<>();
        row.columns().forEach(column -> cells.put(column, row.cell(column)));
        columns.forEach(column -> cells.remove(column.toLowerCase(Locale.ROOT)));
        return new SourceRow(row.key(), row.place(), cells);
    }
}
