package dev.lockstile.auth.schema.changelog;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of {@code ${...}} in a changelog: the first one given counts, as with Liquibase. */
final class Parameters {

    private static final Pattern USE = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> values;

    Parameters(Map<String, String> given) {
        values = new HashMap<>(given);
    }

    void add(Node property) {
        String name = property.attribute("name");
        String value = property.attribute("value");
        if (name != null && value != null) {
            values.putIfAbsent(name, value);
        }
    }

    String fill(String text) {
        return USE.matcher(text)
                .replaceAll(use -> Matcher.quoteReplacement(values.getOrDefault(use.group(1), use.group())));
    }
}
