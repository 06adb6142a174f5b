package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code lint-waive: S3 the table has ten rows} in the comment of a change set; several end with a semicolon. */
enum Waivers {
    NONE,
    GRANTED,
    WITHOUT_REASON;

    private static final Pattern WAIVER = Pattern.compile("lint-waive:\\s*(S\\d+)\\b([^;\\n]*)");

    static Waivers of(String comment, LintRule rule) {
        Matcher waiver = WAIVER.matcher(comment);
        while (waiver.find()) {
            if (waiver.group(1).equals(rule.name())) {
                return waiver.group(2).strip().length() < 3 ? WITHOUT_REASON : GRANTED;
            }
        }
        return NONE;
    }
}
