package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.history.HistoryLock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which change sets are new, and so looked at: neither released nor before the one to start after. */
record LintScope(@Nullable HistoryLock released, @Nullable String startAfter) {

    /**
     * Tells by the key of a change set.
     *
     * @throws IllegalArgumentException when there is no change set to start after
     */
    Predicate<String> of(List<ScannedChangeSet> changeSets) {
        Set<String> old = new HashSet<>();
        if (startAfter != null) {
            List<String> keys = changeSets.stream().map(c -> c.key().toString()).toList();
            int at = keys.indexOf(startAfter);
            if (at < 0) {
                throw new IllegalArgumentException("no change set " + startAfter + " to start after");
            }
            old.addAll(keys.subList(0, at + 1));
        }
        return key -> !old.contains(key) && (released == null || !released.hasReleased(key));
    }
}
