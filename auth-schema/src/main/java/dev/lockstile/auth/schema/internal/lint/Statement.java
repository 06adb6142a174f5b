package dev.lockstile.auth.schema.internal.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement of a change set: in lower case, in one line, without quotes around names, schemas and comments.
 *
 * @param text normalised
 * @param table the table it is about, or null
 */
record Statement(String text, @Nullable String table) {

    private static final Pattern DDL = Pattern.compile("^(create|alter|drop|truncate|rename|comment)\\b.*");
    private static final Pattern DML = Pattern.compile("^(insert|update|delete|merge|call|do)\\b.*");

    boolean isDdl() {
        return DDL.matcher(text).matches();
    }

    boolean isDml() {
        return DML.matcher(text).matches();
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
