package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Profiles that an import wrote and that are unchanged since, read and written anew. */
record ImportedProfileRows(Rows rows, HostModel host) {

    private static final String CELLS = "r.firstName, r.lastName1, r.lastName2, r.birthday, r.gender,"
            + " r.role, r.isDefault, r.active, r.label, r.picture, r.settings,"
            + " r.createdAt, r.modifiedAt, r.deletedAt, r.deletedByCascade, ";
    private static final String WRITE = "x.firstName = :first, x.lastName1 = :last1, x.lastName2 = :last2,"
            + " x.birthday = :birthday, x.gender = :gender, x.role = :role, x.active = :active, x.label = :label,"
            + " x.picture = :picture, x.settings = :settings, x.modifiedAt = :modified, x.deletedAt = :deleted,"
            + " x.deletedByCascade = :cascade";

    Optional<NewProfile> untouched(ProfileId id, Instant writtenAt) {
        return untouched().one(id.key(), writtenAt);
    }

    /** Those of these profiles that are unchanged, by the text of their keys. */
    Map<String, NewProfile> untouched(Map<String, Instant> writtenAt) {
        return untouched().all(writtenAt);
    }

    private UntouchedRows<NewProfile> untouched() {
        return new UntouchedRows<>(
                rows, host.profile(), CELLS + host.user().id("r.user"), ImportedProfileRows::read, NewProfile::times);
    }

    boolean replace(ProfileId id, Instant writtenAt, NewProfile next) {
        Person person = next.person();
        return rows.update(host.profile().update(WRITE) + host.profile().id("x") + " = :id and x.modifiedAt = :written")
                        .setParameter("first", person.firstName())
                        .setParameter("last1", person.lastName1())
                        .setParameter("last2", person.lastName2())
                        .setParameter("birthday", person.birthday())
                        .setParameter("gender", person.gender())
                        .setParameter("role", next.status().role())
                        .setParameter("active", next.status().active())
                        .setParameter("label", next.label())
                        .setParameter("picture", next.picture())
                        .setParameter("settings", next.settings().text())
                        .setParameter("modified", micros(next.times().modifiedAt()))
                        .setParameter("deleted", micros(next.times().deletedAt()))
                        .setParameter("cascade", next.times().deletedByCascade())
                        .setParameter("id", id.key())
                        .setParameter("written", micros(writtenAt))
                        .executeUpdate()
                == 1;
    }

    private static NewProfile read(ProjectedRow cells) {
        Person person =
                new Person(cells.text(), cells.text(), cells.text(), cells.optional(LocalDate.class), cells.text());
        ProfileInfo.Status status = new ProfileInfo.Status(cells.requiredText(), cells.flag(), cells.flag());
        String label = cells.requiredText();
        String picture = cells.text();
        SettingsJson settings = SettingsJson.of(cells.text());
        RowTimes times = new RowTimes(cells.requiredInstant(), cells.requiredInstant(), cells.instant(), cells.flag());
        UserId owner = new UserId(cells.required(Object.class));
        return new NewProfile(owner, person, status, label, picture, settings, times);
    }
}
