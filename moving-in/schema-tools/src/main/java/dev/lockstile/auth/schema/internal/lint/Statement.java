package dev.lockstile.auth.schema.internal.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement of a change set: in lower case, in one line, without quotes around names, schemas and comments.
 *
 * @param text normalised, with every literal empty, so that no word in one counts
 * @param full the same with its literals
 * @param table the table it is about, or null
 * @param inner what a block of a procedural language runs; a statement of its own is not in it
 */
record Statement(String text, String full, @Nullable String table, List<Statement> inner) {

    private static final Pattern DDL = Pattern.compile("^(create|alter|drop|truncate|rename|comment)\\b.*");
    private static final Pattern DML = Pattern.compile("^(insert|update|delete|merge|call|do)\\b.*");

    /** This one, and those that it runs. */
    Stream<Statement> all() {
        return Stream.concat(Stream.of(this), inner.stream());
    }

    /** The table, for messages. */
    String told() {
        return table == null ? "the tables that it names" : table;
    }

    boolean isDdl() {
        return DDL.matcher(text).matches();
    }

    boolean isDml() {
        return DML.matcher(text).matches();
    }

    boolean createsTable() {
        return has("^create (?:(?:global|local) )?(?:unlogged |temporary |temp )?table ");
    }

    boolean has(String regex) {
        return Pattern.compile(regex).matcher(text).find();
    }

    /** The first match of a pattern, to read its groups from, or null. */
    @Nullable
    Matcher find(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher : null;
    }
}
