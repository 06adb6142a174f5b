package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
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
     * {@return users whose time of change still is the one that was written, so that they are unchanged since, by
     * the text of the key}
     *
     * @param writtenAt the time of change by the text of the key
     */
    Map<String, NewUser> users(Map<String, Instant> writtenAt);

    /**
     * {@return profiles whose time of change still is the one that was written, by the text of the key}
     *
     * @param writtenAt the time of change by the text of the key
     */
    Map<String, NewProfile> profiles(Map<String, Instant> writtenAt);

    /**
     * {@return devices whose time of change still is the one that was written, by the text of the key; none where the
     * host keeps no devices}
     *
     * @param writtenAt the time of change by the text of the key
     */
    Map<String, NewDevice> devices(Map<String, Instant> writtenAt);

    /**
     * {@return all accounts at other sites of these users, of any user; none where the host keeps none}
     *
     * @param owners keys of the users
     */
    List<NewSocial> socials(Collection<UserId> owners);

    /**
     * {@return how many default profiles that are not deleted each of these users has; a user without one is left out}
     *
     * @param owners keys of the users
     */
    Map<UserId, Long> defaultProfiles(Collection<UserId> owners);
}
