package dev.lockstile.auth.imports.draft;

import java.util.List;

/** A row that belongs to one user. */
public sealed interface OwnedRow permits ProfileDraft, DeviceDraft, SocialDraft, FactorDraft {

    /** The old row. */
    Origin origin();

    /** What was not taken over as it stood. */
    List<Finding> findings();
}
