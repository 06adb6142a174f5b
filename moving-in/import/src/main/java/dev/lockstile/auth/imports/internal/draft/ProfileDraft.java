package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.RowTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile of the source system. Its picture is the source's reference, copied as text.
 *
 * @param origin the source row
 * @param person the names and other data of the person
 * @param status role, and whether it is the default profile and active
 * @param label of the profile; may be empty
 * @param picture the source's reference; null for none
 * @param settings of the profile
 * @param times when the row was created, changed and deleted
 * @param findings values that are not imported unchanged
 */
public record ProfileDraft(
        Origin origin,
        Person person,
        ProfileInfo.Status status,
        String label,
        @Nullable String picture,
        SettingsJson settings,
        RowTimes times,
        List<Finding> findings)
        implements OwnedRow {

    /**
     * Copies the findings.
     *
     * @param origin the source row
     * @param person the names and other data of the person
     * @param status role, and whether it is the default profile and active
     * @param label of the profile
     * @param picture the source's reference; null for none
     * @param settings of the profile
     * @param times when the row was created, changed and deleted
     * @param findings values that are not imported unchanged
     */
    public ProfileDraft {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "ProfileDraft[" + origin.legacyId() + "]";
    }
}
