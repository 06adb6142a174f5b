package dev.lockstile.auth.imports.internal.draft;

import java.util.List;

/** A source row that belongs to one user. */
public sealed interface OwnedRow permits ProfileDraft, DeviceDraft, SocialDraft, FactorDraft {

    /** {@return the source row} */
    Origin origin();

    /** {@return values that are not imported unchanged} */
    List<Finding> findings();
}
