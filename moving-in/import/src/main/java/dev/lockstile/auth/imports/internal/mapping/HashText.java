package dev.lockstile.auth.imports.internal.mapping;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reads a password hash from a column of bytes, in the forms in which drivers and exports show such a column. */
final class HashText {

    /**
     * Hex of PostgreSQL and SQL Server after their prefixes, and of SQLite where the bytes begin with a dollar sign.
     */
    private static final Pattern BYTES =
            Pattern.compile("(?:\\\\x|0x)((?:[0-9a-fA-F]{2})+)|(24(?:[0-9a-fA-F]{2}){19,})");

    /** A bytes literal of Python. */
    private static final Pattern LITERAL = Pattern.compile("b(['\"])([!-~]+)\\1");

    private static final Pattern WRITTEN = Pattern.compile("[!-~]+");

    private HashText() {}

    /** Returns the text of the bytes if all of it is printable ASCII, else the cell unchanged. */
    static String of(String cell) {
        var literal = LITERAL.matcher(cell.strip());
        if (literal.matches()) {
            return literal.group(2);
        }
        var bytes = BYTES.matcher(cell.strip());
        if (!bytes.matches()) {
            return cell;
        }
        String digits = bytes.group(1) == null ? bytes.group(2) : bytes.group(1);
        String text = new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
        return WRITTEN.matcher(text).matches() ? text : cell;
    }
}
