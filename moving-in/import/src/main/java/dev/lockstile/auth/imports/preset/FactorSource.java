package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.source.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The second factors in a source. */
interface FactorSource {

    /** {@return the kinds of rows it has} */
    List<Entity> entities();

    /**
     * {@return the factors of these users, by the text of the user's key} The same rows give the same drafts.
     *
     * @param owners keys of users
     */
    Map<String, List<FactorDraft>> of(Collection<Object> owners);
}
