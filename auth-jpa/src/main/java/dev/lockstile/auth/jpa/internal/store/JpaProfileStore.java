package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Profiles in a transaction. */
record JpaProfileStore(Rows rows, HostModel host) implements ProfileStore {

    @Override
    public ProfileId insert(NewProfile wanted) {
        return new ProfileId(rows.insert(new NewRows(rows, host).profile(wanted)));
    }

    @Override
    public boolean describe(Owned profile, Person person, String label, Instant now) {
        String text = "x.firstName = :first, x.lastName1 = :last1, x.lastName2 = :last2,"
                + " x.birthday = :birthday, x.gender = :gender, x.label = :label";
        return one(update(profile, now, text, "")
                .setParameter("first", person.firstName())
                .setParameter("last1", person.lastName1())
                .setParameter("last2", person.lastName2())
                .setParameter("birthday", person.birthday())
                .setParameter("gender", person.gender())
                .setParameter("label", label));
    }

    @Override
    public boolean present(Owned profile, @Nullable String picture, Instant now) {
        return one(update(profile, now, "x.picture = :picture", "").setParameter("picture", picture));
    }

    /** A legacy system may have written the same object in another way, so the text to be replaced is the column's. */
    @Override
    public boolean replaceSettings(Owned profile, SettingsJson seen, SettingsJson next, Instant now) {
        List<String> texts = rows.session()
                .createSelectionQuery(
                        "select x.settings from " + host.profile().name() + " x where "
                                + host.profile().id("x") + " = :id",
                        String.class)
                .setParameter("id", profile.id().key())
                .getResultList();
        String text = texts.isEmpty() ? null : texts.get(0);
        return text != null
                && SettingsJson.of(text).equals(seen)
                && one(update(profile, now, "x.settings = :next", " and x.settings = :seen")
                        .setParameter("next", next.text())
                        .setParameter("seen", text));
    }

    @Override
    public boolean assignRole(Owned profile, String role, Instant now) {
        return one(update(profile, now, "x.role = :role", "").setParameter("role", role));
    }

    @Override
    public boolean makeDefault(Owned profile, Instant now) {
        boolean made = one(update(profile, now, "x.isDefault = true", ""));
        if (made) {
            rows.update(host.profile().update("x.isDefault = false, x.modifiedAt = :now")
                            + host.user().id("x.user") + " = :user and "
                            + host.profile().id("x") + " <> :id and x.isDefault = true")
                    .setParameter("now", micros(now))
                    .setParameter("user", profile.user().key())
                    .setParameter("id", profile.id().key())
                    .executeUpdate();
        }
        return made;
    }

    @Override
    public boolean delete(Owned profile, Instant now) {
        return one(update(profile, now, "x.deletedAt = :now, x.deletedByCascade = false", " and x.isDefault = false"));
    }

    private MutationQuery update(Owned profile, Instant now, String assignments, String condition) {
        return rows.update(host.profile().update("x.modifiedAt = :now, " + assignments)
                        + host.profile().id("x") + " = :id and " + host.user().id("x.user")
                        + " = :user and x.deletedAt is null" + condition)
                .setParameter("now", micros(now))
                .setParameter("id", profile.id().key())
                .setParameter("user", profile.user().key());
    }

    private static boolean one(MutationQuery update) {
        return update.executeUpdate() == 1;
    }
}
