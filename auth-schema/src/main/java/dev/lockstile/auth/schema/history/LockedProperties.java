package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.Digests;
import dev.lockstile.auth.schema.changelog.ScannedProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of a changelog, which change sets have in their text. Of several values of one name the first that
 * fits counts: each is listed with its place, so that one put before another changes what was released, and one put
 * behind does not.
 */
final class LockedProperties {

    private LockedProperties() {}

    static List<LockLine> of(ChangelogScan scan) {
        Map<String, Integer> count = new HashMap<>();
        List<LockLine> lines = new ArrayList<>();
        for (ScannedProperty property : scan.properties()) {
            String name = property.scope().isEmpty() ? property.name() : property.scope() + "::" + property.name();
            int place = count.merge(name, 1, Integer::sum);
            String digest = Digests.of(property.value());
            lines.add(new LockLine(LockLine.Kind.PROPERTY, name + "#" + place, digest));
        }
        return lines;
    }
}
