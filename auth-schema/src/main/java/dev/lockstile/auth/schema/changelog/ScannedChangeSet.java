package dev.lockstile.auth.schema.changelog;

import java.util.List;

/**
 * A change set as its file has it.
 *
 * @param file the physical path
 * @param digest of all that is written in it, so that an edit shows that Liquibase's own checksum does not cover
 * @param node the element
 */
public record ScannedChangeSet(ChangeSetKey key, String file, List<Reference> references, String digest, Node node) {

    /**
     * What a lock keeps of it: its digest; of one that runs again, whose text may change, that it does and its
     * settings.
     */
    public String lockMark() {
        return runsAgain() ? "runs-again:" + Digests.of(node.settings()) : digest;
    }

    /** Whether the host wants it to run again when it changes, so that an edit is no edit of history. */
    public boolean runsAgain() {
        return node.has("runOnChange", "true") || node.has("runAlways", "true");
    }
}
