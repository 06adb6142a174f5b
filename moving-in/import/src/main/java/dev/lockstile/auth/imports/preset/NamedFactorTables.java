package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tables of the application's own of which the mover says that they hold second factors: a row there demands one of its
 * owner, who has none that can be verified here.
 */
record NamedFactorTables(AccountedSource source) {

    private static final String[] OWNERS = {
        "user_id",
        "userid",
        "user",
        "owner_id",
        "account_id",
        "accountid",
        "member_id",
        "customer_id",
        "person_id",
        "uid"
    };

    private static final List<String> MARKS = List.of(
            "enabled", "is_enabled", "active", "is_active", "confirmed", "is_confirmed", "verified", "is_verified");

    /** The people of a page with what those tables demand of them. */
    List<UserDraft> added(SourceTable people, List<UserDraft> users) {
        List<String> tables = source.tables().stream().filter(this::isNamed).toList();
        if (tables.isEmpty() || users.isEmpty()) {
            return users;
        }
        List<SourceRow> rows = users.stream().map(user -> user.use().row()).toList();
        SystemFactors.Page page = new SystemFactors.Page(source, people, rows);
        List<UserDraft> all = users;
        for (String table : tables) {
            requireOwner(table);
            all = with(table, page.owned(List.of(table), OWNERS), all);
        }
        return all;
    }

    private static List<UserDraft> with(String table, Map<String, List<SourceRow>> owned, List<UserDraft> users) {
        return users.stream()
                .map(user -> {
                    String key = user.use().row().key().toString();
                    boolean demanded =
                            owned.getOrDefault(key, List.of()).stream().anyMatch(NamedFactorTables::demands);
                    return demanded ? with(user, table + ':' + key) : user;
                })
                .toList();
    }

    private static UserDraft with(UserDraft user, String id) {
        return user.withFactors(SystemFactors.both(user.factors(), List.of(SystemFactors.other(id))));
    }

    /** A row whose mark says no, such as a device that was never confirmed, demands nothing. */
    private static boolean demands(SourceRow row) {
        return MARKS.stream().filter(row::has).allMatch(mark -> FactorTables.isTrue(row, mark));
    }

    private boolean isNamed(String table) {
        return source.options().columns().get(table.toLowerCase(Locale.ROOT)) == ColumnMeaning.FACTOR;
    }

    private void requireOwner(String table) {
        List<String> columns = source.columns(table);
        boolean owned =
                List.of(OWNERS).stream().anyMatch(name -> columns.stream().anyMatch(name::equalsIgnoreCase));
        if (!owned) {
            throw new SourceUnusableException("table " + table + " has none of the columns " + List.of(OWNERS)
                    + " that name its owner; it has " + columns);
        }
    }
}
