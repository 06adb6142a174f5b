package dev.lockstile.auth.schema.internal.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys under which a change set may be stored. From 4.31 on Liquibase lends a file without a logical path the one
 * of the file that includes it; before, it stored the physical path.
 */
public final class StoredKeys {

    private StoredKeys() {}

    public static Set<ChangeSetKey> of(ChangelogScan scan, ScannedChangeSet changeSet) {
        Set<ChangeSetKey> keys = new LinkedHashSet<>();
        keys.add(changeSet.key());
        if (changeSet.node().attribute("logicalFilePath") == null) {
            scan.files().stream()
                    .filter(file -> file.path().equals(changeSet.file()) && file.logicalPath() == null)
                    .forEach(file -> inherited(file, changeSet.key(), keys));
        }
        return keys;
    }

    private static void inherited(ScannedFile file, ChangeSetKey key, Set<ChangeSetKey> keys) {
        for (ScannedFile at = file.includer(); at != null; at = at.includer()) {
            if (at.logicalPath() != null) {
                keys.add(new ChangeSetKey(at.logicalPath(), key.id(), key.author()));
            }
        }
    }
}
