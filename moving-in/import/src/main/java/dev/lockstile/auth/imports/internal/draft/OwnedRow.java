package dev.lockstile.auth.imports.internal.draft;

import java.util.List;

/** A row that belongs to one user. */
public sealed interface OwnedRow permits ProfileDraft, DeviceDraft, SocialDraft, FactorDraft {

    /** {@return the old row} */
    Origin origin();

    /** {@return what was not taken over as it stood} */
    List<Finding> findings();
}
