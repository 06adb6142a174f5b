package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;

/** A chunk of a run that is done. */
record ChunkRow(String runId, ImportChunk chunk) {

    /** Unique: a chunk is done once. */
    String id() {
        return runId + '|' + chunk.part() + '|' + chunk.number();
    }
}
