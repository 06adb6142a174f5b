package dev.lockstile.auth.imports.draft;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileStatus;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.RowTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An old profile. The picture is the old reference, copied as text. */
public record ProfileDraft(
        Origin origin,
        Person person,
        ProfileStatus status,
        String label,
        @Nullable String picture,
        SettingsJson settings,
        RowTimes times,
        List<Finding> findings)
        implements OwnedRow {

    public ProfileDraft {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "ProfileDraft[" + origin.legacyId() + "]";
    }
}
