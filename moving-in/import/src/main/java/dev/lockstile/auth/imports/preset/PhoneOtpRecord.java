package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.CellReader;
import dev.lockstile.auth.imports.internal.mapping.IdentifierReader;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.mapping.UserBuilder;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.RowReader;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Interprets a record of the phone-number user collection. */
record PhoneOtpRecord(Reading reading) {

    private static final Map<String, String> VISIBILITY = Map.of("F", "friends", "P", "public", "O", "private");

    UserDraft user(SourceRow source) {
        UserBuilder person = new UserBuilder(source, reading);
        CellReader row = person.row();
        person.identifiers(columns(row), Proofs.PHONE_ONLY)
                .trust(Trust.always(true))
                .createdAt("created_time")
                .modifiedAt("updated_time");
        if (row.cell("name") instanceof String) {
            person.fullName("name");
        }
        String picture = row.cell("profile_pic_url") instanceof String ? row.text("profile_pic_url", 500) : null;
        person.profile("", picture, settings(row));
        boolean live = isLive(row);
        person.active(live);
        if (!live && reading.options().onlyLive()) {
            person.skip("not_active_or_removed", "status_key");
        } else if (!person.hasOwn(IdentifierKind.PHONE)) {
            boolean mismatch = row.findings().stream()
                    .anyMatch(finding -> finding.reason().equals(IdentifierReader.COUNTRY_MISMATCH));
            person.quarantine(
                    mismatch ? IdentifierReader.COUNTRY_MISMATCH : QuarantineReason.PHONE_NOT_POSSIBLE.code(),
                    "phone_number");
        }
        if (!live) {
            row.note("imported_disabled", "status_key", "");
        }
        if (isUncertain(row, live)) {
            row.note("state_uncertain", "status_key", state(row));
        }
        return person.build(Entity.USERS);
    }

    /** An invalid name does not cost a user with a valid phone the account. */
    private static IdentifierColumns columns(RowReader row) {
        boolean name = row.cell("username") instanceof String text && !text.isBlank();
        if (!name) {
            row.note("username_dropped", "username", "missing, blank or no text");
        }
        boolean phone = row.cell("phone_number") instanceof String || row.cell("phone_number") instanceof Number;
        boolean email = row.cell("email") instanceof String;
        return new IdentifierColumns(
                email ? "email" : null, phone ? "phone_number" : null, "country_code", name ? "username" : null);
    }

    /** Compares like MongoDB: 1.0 equals 1, text does not, and a missing member is not false. */
    private static boolean isLive(RowReader row) {
        boolean status = row.cell("status_key") instanceof Number number && number.doubleValue() == 1;
        return status && Boolean.FALSE.equals(row.cell("is_removed"));
    }

    /** Neither active nor plainly removed or inactive: left to an administrator. */
    private static boolean isUncertain(RowReader row, boolean live) {
        boolean removed = row.flag("is_removed");
        boolean otherStatus = row.cell("status_key") instanceof Number number && number.doubleValue() != 1;
        return !live && !removed && !otherStatus;
    }

    /** Returns the types of the two flags, and their values where those are short. */
    private static String state(RowReader row) {
        return "status_key " + shown(row.cell("status_key")) + ", is_removed " + shown(row.cell("is_removed"));
    }

    private static String shown(@Nullable Object cell) {
        String text = String.valueOf(cell);
        String kind = cell == null ? "" : " (" + cell.getClass().getSimpleName() + ")";
        return text.length() > 10 ? "?" + kind : text + kind;
    }

    private static SettingsJson settings(RowReader row) {
        Map<String, Object> settings = new LinkedHashMap<>();
        Object letter = row.cell("profile_settings");
        settings.put("profile_visibility", VISIBILITY.getOrDefault(String.valueOf(letter), "friends"));
        settings.put("email_notifications", all(row.cell("email_notification")));
        settings.put("push_notifications", all(row.cell("push_notification")));
        if (row.cell("is_premium_member") instanceof Boolean premium) {
            settings.put("is_premium_member", premium);
        }
        return SettingsJson.of(JsonText.of(settings));
    }

    /** Reads the member {@code all} when it is a boolean, 0 or 1; else true, the source's default. */
    private static boolean all(@Nullable Object shape) {
        Object all = shape instanceof Map<?, ?> map ? map.get("all") : null;
        if (all instanceof Boolean flag) {
            return flag;
        }
        return !(all instanceof Number number) || number.doubleValue() != 0;
    }
}
