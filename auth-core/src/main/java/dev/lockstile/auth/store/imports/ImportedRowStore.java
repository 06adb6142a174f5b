package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Rows as an import wrote them, read whole to be compared with their source: one statement per verb, deleted rows among
 * them. Rows are named by the text of their keys, as in the ledger. Writes nothing.
 */
public interface ImportedRowStore {

    /**
     * Users whose time of change still is the one that was written, so that nobody has touched them since.
     *
     * @param writtenAt the time of change by the text of the key
     */
    Map<String, NewUser> users(Map<String, Instant> writtenAt);

    /** The same for profiles. */
    Map<String, NewProfile> profiles(Map<String, Instant> writtenAt);

    /** The same for devices; none where the host keeps no devices. */
    Map<String, NewDevice> devices(Map<String, Instant> writtenAt);

    /** All accounts at other sites of these users, whoever linked them; none where the host keeps none. */
    List<NewSocial> socials(Collection<UserId> owners);

    /** How many default profiles that are not deleted each of these users has; a user without one is left out. */
    Map<UserId, Long> defaultProfiles(Collection<UserId> owners);
}
