package dev.lockstile.auth.imports.source;

import dev.lockstile.auth.secret.Secret;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes errors of a database for messages, without addresses, passwords and rows. */
final class JdbcTrouble {

    private static final Pattern SECRET = Pattern.compile("(?i)(password|passwd|pwd) *=");

    private JdbcTrouble() {}

    static String connecting(SourceAccess access, SQLException e) {
        if ("08001".equals(e.getSQLState()) && String.valueOf(e.getMessage()).startsWith("No suitable driver")) {
            return "no JDBC driver for " + access.safeUrl() + " is on the class path; add the database's driver";
        }
        return "cannot connect to " + access.safeUrl() + ": " + withoutSecrets(access, e);
    }

    /** Reports the SQL state alone, since a driver's message may quote values of a row. */
    static SourceUnusableException reading(String description, SQLException e) {
        return new SourceUnusableException(
                "cannot read " + description + " (SQL state " + e.getSQLState() + ", " + meaning(e) + ")");
    }

    /** Describes where a page begins, without a key that may be an address or a name. */
    static String place(String description, SourceTable table, @Nullable Object after) {
        boolean isShowable = after instanceof Number || after instanceof UUID;
        String row = after == null ? " from its first row on" : isShowable ? " after the row " + after : "";
        return description + ", table " + table.name() + row;
    }

    private static String withoutSecrets(SourceAccess access, SQLException e) {
        if (access.url().contains("@") || SECRET.matcher(access.url()).find()) {
            // A driver may quote a part of the address, and with it a part of the password.
            return "SQL state " + e.getSQLState() + ", " + e.getClass().getSimpleName();
        }
        String message = String.valueOf(e.getMessage()).replace(access.url(), access.safeUrl());
        Secret password = access.password();
        return password == null || password.reveal().isEmpty() ? message : message.replace(password.reveal(), "***");
    }

    private static String meaning(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String group = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (group) {
            case "08" -> "the connection was lost";
            case "28" -> "the user was refused";
            case "42" -> "a table or column is missing, or the user may not read it";
            case "57" -> "the database was stopped or cancelled the query";
            default -> "the database refused the query";
        };
    }
}
