package dev.lockstile.auth.imports.source;

import java.util.List;
import java.util.stream.Collectors;

/** Builds the statements that look up a user in a source database. */
final class LookupSql {

    /**
     * What may separate digits: also no-break spaces, hyphens and dashes, invisible marks of direction, the scheme of
     * RFC 3966.
     */
    private static final List<String> BETWEEN = List.of(
            " ", "-", "(", ")", ".", "/", "\u00a0", "\u202f", "\u2009", "\u2010", "\u2011", "\u2013", "\u200b",
            "\u200e", "\u200f", "\u202a", "\u202c", "\u202d", "\ufeff", "tel:", "TEL:", "Tel:");

    private LookupSql() {}

    /** Selects the rows that meet one of the conditions, at most one more than are read. */
    static String select(SourceTable table, String quote, List<String> conditions) {
        String columns =
                table.columns().stream().map(name -> quoted(name, quote)).collect(Collectors.joining(", "));
        return "select " + columns + " from " + quoted(table.name(), quote) + " where "
                + String.join(" or ", conditions) + " order by " + quoted(table.key(), quote) + " limit "
                + (PeopleLookup.MOST + 1);
    }

    /** Returns an expression for a number without the separators of its digits. */
    static String bare(String cell) {
        String form = "replace(" + cell + ", '\uff0b', '+')";
        for (String between : BETWEEN) {
            form = "replace(" + form + ", '" + between + "', '')";
        }
        return form;
    }

    /** Returns a name as the database quotes it. */
    static String quoted(String name, String quote) {
        return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
    }
}
