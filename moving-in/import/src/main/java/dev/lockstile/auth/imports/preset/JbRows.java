package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.CellReader;
import dev.lockstile.auth.imports.internal.mapping.IdentifierReader;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.RowReader;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of each jb-drf-auth table means. */
final class JbRows {

    /** The old library signed people in by their e-mail. */
    private static final IdentifierColumns COLUMNS = IdentifierColumns.USUAL.signingInByEmail();

    private final Reading reading;
    private final IdentifierReader identifiers;

    JbRows(Reading reading) {
        this.reading = reading;
        this.identifiers = new IdentifierReader(reading.rules(), reading.region());
    }

    UserDraft user(SourceRow source) {
        CellReader row = new CellReader(source);
        RowTimes times = row.times(reading.now(), "created", "date_joined");
        UserInfo.Status status = new UserInfo.Status(
                row.active("is_active"), row.flag("is_staff"), row.flag("is_superuser"), times.deletedAt());
        UserInfo.Dates dates = new UserInfo.Dates(
                row.instantOr(times.createdAt(), "date_joined"),
                row.instant("last_login"),
                row.instant("terms_and_conditions"));
        String password = row.raw("password");
        boolean verified = row.marked("is_verified");
        return new UserDraft(
                row.origin(Entity.USERS),
                identifiers.read(row, COLUMNS, verified ? Proofs.EMAIL : Proofs.NONE),
                password == null ? null : Secret.of(password),
                Trust.ifVerified(verified),
                status,
                dates,
                row.settings("settings"),
                times,
                FirstProfile.UNKNOWN,
                null,
                row.findings(),
                List.of(),
                null,
                row.use());
    }

    ProfileDraft profile(SourceRow source) {
        CellReader row = new CellReader(source);
        Person person = new Person(
                row.text("first_name", 100),
                row.text("last_name_1", 150),
                row.text("last_name_2", 150),
                row.date("birthday"),
                row.text("gender", 50));
        ProfileInfo.Status status = new ProfileInfo.Status(
                row.role(orElse(row.text("role", 30), AbstractProfile.DEFAULT_ROLE)),
                row.flag("is_default"),
                row.flag("is_active"));
        String picture = row.text("picture", 500);
        return new ProfileDraft(
                row.origin(Entity.PROFILES),
                person,
                status,
                orElse(row.text("label", 80), ""),
                picture == null || picture.isBlank() ? null : picture,
                row.settings("settings"),
                row.times(reading.now(), "created"),
                row.findings());
    }

    DeviceDraft device(SourceRow source) {
        CellReader row = new CellReader(source);
        DeviceInfo info = new DeviceInfo(
                row.text("platform", 250),
                row.text("name", 250),
                row.text("token", 250),
                row.text("notification_token", 500));
        RowTimes times = row.times(reading.now(), "created");
        Instant linkedAt = row.instantOr(times.createdAt(), "linked_at");
        return new DeviceDraft(row.origin(Entity.DEVICES), info, linkedAt, times, row.findings());
    }

    SocialDraft social(SourceRow source) {
        CellReader row = new CellReader(source);
        SocialIdentity identity = identity(row);
        RowTimes times = row.times(reading.now(), "created");
        return new SocialDraft(row.origin(Entity.SOCIAL_ACCOUNTS), identity, times, row.findings());
    }

    /** The old library let a code be tried five times. */
    boolean isOpenCode(SourceRow source) {
        CellReader row = new CellReader(source);
        Instant until = row.instant("valid_until");
        boolean triesLeft = !(source.cell("attempts") instanceof Number tries) || tries.longValue() < 5;
        return !row.flag("is_used") && triesLeft && until != null && until.isAfter(reading.now());
    }

    private static @Nullable SocialIdentity identity(RowReader row) {
        String provider = row.text("provider", 30);
        String id = row.text("provider_user_id", 255);
        if (provider == null || provider.isBlank() || id == null || id.isBlank()) {
            return null;
        }
        return new SocialIdentity(
                provider,
                id,
                row.text("email", 254),
                row.flag("email_verified"),
                row.text("picture_url", 1000),
                row.instant("last_login_at"));
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
