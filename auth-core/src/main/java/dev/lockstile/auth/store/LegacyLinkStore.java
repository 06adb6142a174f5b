package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger of rows that came from a former system, in a transaction. */
public interface LegacyLinkStore {

    /** True when the host keeps the ledger; an import needs it. */
    boolean isKept();

    /** The entries under these keys, by key; keys that are not there are left out. One statement. */
    Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys);

    /** Adds an entry; one that is there already ends the work with {@link KeyTakenException}. */
    void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now);

    /** Adds entries, all or none; one that is there already ends the work with {@link KeyTakenException}. */
    void insertAll(List<NewLegacyLink> links, Instant now);

    /**
     * The entries that a run wrote, in the order of their keys.
     *
     * @param after the key of the last one of the page before; empty for the first page
     */
    List<KeyedLegacyLink> ofRun(String runId, String after, int limit);

    /** The entries that name rows of these textual keys, of whatever kind, whether the rows are still here or not. */
    List<KeyedLegacyLink> naming(Collection<String> localRefs);

    /** Removes entries, and the rows of the former system kept beside them; the rows here that they name stay. */
    void forget(Collection<String> linkKeys);

    /**
     * Removes a user who came with a run, deleted or not, with the profiles, devices and social accounts, unless anybody
     * has touched the user or one of these since, or the user has had a session or a code here. A conditional update of
     * the user decides, and holds the row until the transaction ends.
     *
     * @return false when the user is gone or has been used; nothing is changed then
     */
    boolean takeBack(ImportedAccount arrival);

    /** To whom the rows of those textual keys belong, deleted ones among them; rows that are gone are left out. */
    Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs);

    /**
     * Removes a profile or a device if nobody has changed it since it was written: one conditional statement. A default
     * profile stays.
     *
     * @return false when nothing was removed
     */
    boolean removePart(LinkedTable part, String localRef, Instant writtenAt);

    /** A user as an import would write one, deleted or not; empty when anybody has changed the row since that time. */
    Optional<NewUser> untouched(UserId id, Instant writtenAt);

    /**
     * Writes a user anew as an import does, if nobody has changed the row since: one conditional update. The time of
     * creation and that of the last change of password stay; a key that somebody else holds ends the work with
     * {@link KeyTakenException}.
     *
     * @param writtenAt the row's time of change as it was written; it is {@code next}'s from now on
     * @return false when the user is gone or was changed
     */
    boolean replace(UserId id, Instant writtenAt, NewUser next);

    /** A profile as an import would write one, deleted or not; empty when anybody has changed it since that time. */
    Optional<NewProfile> untouched(ProfileId id, Instant writtenAt);

    /** The same for a profile; the owner, the mark of the default one and the time of creation stay. */
    boolean replace(ProfileId id, Instant writtenAt, NewProfile next);

    /**
     * Empties what was filled into a user, if nobody has changed the row since: one conditional update. The time of change
     * stays.
     *
     * @param filled as {@link UserStore#complete} told it
     * @return false when the user is gone or was changed
     */
    boolean empty(UserId id, FilledColumns filled);

    /**
     * The same for the default profile of a user; the role becomes the usual one.
     *
     * @param filled as {@link ProfileStore#complete} told it
     */
    boolean emptyDefaultProfile(UserId owner, FilledColumns filled);

    /**
     * Notes in an entry what source row and what time of change it stands for now, if it still stands for the source row
     * seen. Nothing else of the entry changes.
     */
    boolean restate(BeforeImage seen, String fingerprint, Instant writtenAt);
}
