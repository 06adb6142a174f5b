package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;

/** How a row was before a run of an import changed it. */
record BeforeImageRow(String runId, BeforeImage image) {

    /** Unique: a run keeps a row once. */
    String id() {
        return runId + '|' + image.linkKey();
    }
}
