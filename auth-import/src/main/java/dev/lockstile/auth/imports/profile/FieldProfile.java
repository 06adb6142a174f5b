package dev.lockstile.auth.imports.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column, or a member of documents, in counts.
 *
 * @param types how many cells were what: {@code none}, {@code integer}, {@code decimal}, {@code boolean}, {@code time},
 *     {@code text}, {@code text_digits}, {@code text_email}, {@code list}, {@code object}, {@code uuid}, {@code other}
 * @param nullMarkers texts that stand for nothing, such as {@code N/A}, and how often
 * @param longest of the texts, in characters
 */
public record FieldProfile(Map<String, Long> types, Map<String, Long> nullMarkers, int longest) {

    /**
     * Copies the maps.
     *
     * @param types how many cells were what
     * @param nullMarkers texts that stand for nothing, and how often
     * @param longest length of the longest text, in characters
     */
    public FieldProfile {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
        nullMarkers = Collections.unmodifiableMap(new TreeMap<>(nullMarkers));
    }
}
