package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.generated.OldAccount.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How an old system writes its accounts down.
 *
 * @param preset which reads it
 * @param form of its export
 * @param table of people
 * @param row the cells of an account, an empty text for nothing
 * @param more further statements of a database, for all accounts
 */
record OldSystem(
        String preset,
        Form form,
        String table,
        BiFunction<OldAccount, Spelling, Map<String, String>> row,
        BiFunction<List<OldAccount>, Spelling, List<String>> more) {

    /** Where the rows are. */
    enum Form {
        CSV,
        JSON_LINES,
        DATABASE
    }

    static OldSystem file(String preset, String table, BiFunction<OldAccount, Spelling, Map<String, String>> row) {
        return new OldSystem(preset, Form.CSV, table, row, (accounts, spelling) -> List.of());
    }

    static OldSystem database(String preset, String table, BiFunction<OldAccount, Spelling, Map<String, String>> row) {
        return new OldSystem(preset, Form.DATABASE, table, row, (accounts, spelling) -> List.of());
    }

    OldSystem with(BiFunction<List<OldAccount>, Spelling, List<String>> statements) {
        return new OldSystem(preset, form, table, row, statements);
    }

    /** Cells by column, in order. */
    static Map<String, String> cells(Object... pairs) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            cells.put((String) pairs[i], pairs[i + 1] == null ? "" : pairs[i + 1].toString());
        }
        return cells;
    }

    static String active(OldAccount account, Spelling spell) {
        return account.state() == State.UNKNOWN ? spell.unknown() : spell.bool(account.state() != State.INACTIVE);
    }

    static Map<String, String> states(Map<String, String> cells, OldAccount account, Spelling spell) {
        cells.put("deleted_at", spell.timed(account.state() == State.DELETED));
        cells.put("is_banned", spell.mark(account.state() == State.BLOCKED));
        return cells;
    }

    static String hash(String format, OldAccount account, String without) {
        @Nullable Integer word = account.word();
        return word == null ? without : KnownPasswords.in(format, word);
    }
}
