package dev.lockstile.auth.spring.internal.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The name of a property as it is documented, with {@code *} for the key of a map and {@code **} at the end for all
 * below.
 *
 * @param text the name with dashes, such as {@code lockstile.social.providers.*.client-ids}
 */
record PropertyName(String text) {

    private static final String KEY = "*";
    private static final String ALL_BELOW = "**";

    /** Whether a property of that name is this one, an entry of it, or a group that holds it. */
    boolean accepts(ConfigurationPropertyName other) {
        List<String> given = elements(other);
        String[] own = text.split("\\.");
        for (int i = 0; i < own.length && i < given.size(); i++) {
            if (own[i].equals(ALL_BELOW)) {
                return true;
            }
            if (!own[i].equals(KEY) && !letters(own[i]).equals(given.get(i))) {
                return false;
            }
        }
        return given.size() <= own.length;
    }

    /** Whether an environment variable sets this property; it has no dots and no dashes to tell elements apart. */
    boolean acceptsVariable(String variable) {
        String pattern = letters(text.replace(".**", "").replace(KEY, "\0")).replace("\0", ".+");
        return letters(variable.replaceAll("_\\d+(?=_|$)", ""))
                .matches(text.endsWith(ALL_BELOW) ? pattern + ".*" : pattern);
    }

    /** The same with the keys of maps taken from a name of as many elements; itself for other names. */
    PropertyName withKeysOf(ConfigurationPropertyName other) {
        List<String> given = elements(other);
        String[] own = text.split("\\.");
        if (own.length != given.size()) {
            return this;
        }
        for (int i = 0; i < own.length; i++) {
            own[i] = own[i].equals(KEY) ? given.get(i) : own[i];
        }
        return new PropertyName(String.join(".", own));
    }

    /** Whether this names what entries of a map hold, and the other all below the map. */
    boolean isEntryOf(PropertyName map) {
        return map.text.endsWith("." + ALL_BELOW)
                && text.startsWith(map.text.substring(0, map.text.length() - ALL_BELOW.length()) + KEY + '.');
    }

    boolean hasKeys() {
        return text.contains(KEY);
    }

    /** Letters and digits in lower case, which is all that Spring Boot compares. */
    static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9\0]", "");
    }

    /** Elements without the indexes of lists. */
    private static List<String> elements(ConfigurationPropertyName name) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < name.getNumberOfElements(); i++) {
            if (!name.isNumericIndex(i)) {
                elements.add(name.getElement(i, ConfigurationPropertyName.Form.UNIFORM));
            }
        }
        return elements;
    }
}
