package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The projection that reads a user of alias {@code u} together with profiles of alias {@code p}, one row for each. */
final class UserProjection {

    private static final String USER =
            ", u.email, u.emailKey, u.emailVerifiedAt, u.phone, u.phoneKey, u.phoneVerifiedAt,"
                    + " u.username, u.usernameKey, u.active, u.staff, u.superuser, u.deletedAt, u.disabledUntil,"
                    + " u.joinedAt, u.lastLoginAt, u.termsAcceptedAt, u.admittedAt, u.settings, u.passwordHash, u.passwordChangedAt, ";

    private static final String PROFILE = ", p.firstName, p.lastName1, p.lastName2, p.birthday, p.gender,"
            + " p.role, p.isDefault, p.active, p.label, p.picture, p.settings";

    private UserProjection() {}

    /** What to select. */
    static String columns(HostModel host) {
        return host.user().id("u") + USER + factors(host) + ", "
                + host.profile().id("p") + PROFILE;
    }

    /** Whether the user has second factors: told with the user, so that a sign-in without one asks nothing more. */
    private static String factors(HostModel host) {
        return exists(host.totp(), " and f.confirmedAt is not null") + ", " + exists(host.passkey(), "");
    }

    private static String exists(@Nullable HostEntity<?> factor, String condition) {
        return factor == null
                ? "false"
                : "case when exists (select 1 from " + factor.name() + " f where f.user = u and f.deletedAt is null"
                        + condition + ") then true else false end";
    }

    /** The join that brings the profiles, those not deleted. */
    static String profiles(HostModel host) {
        return " left join " + host.profile().name() + " p on p.user = u and p.deletedAt is null";
    }

    /** The oldest profile first. */
    static String order(HostModel host) {
        return " order by p.createdAt, " + host.profile().id("p");
    }

    /** The user of all these rows; what stands before the user in a row is {@code skip} cells wide. */
    static StoredUser read(List<@Nullable Object[]> rows, int skip) {
        List<ProfileInfo> profiles = new ArrayList<>();
        StoredUser user = null;
        for (@Nullable Object[] row : rows) {
            ProjectedRow cells = new ProjectedRow(row, skip);
            user = user(cells, profiles);
            if (!cells.isNextEmpty()) {
                profiles.add(profile(cells, user.info().id()));
            }
        }
        if (user == null) {
            throw new IllegalArgumentException("a user needs at least one row");
        }
        return new StoredUser(
                user.info(), user.keys(), user.passwordHash(), user.passwordChangedAt(), profiles, user.factors());
    }

    private static Set<FactorKind> factors(boolean totp, boolean passkey) {
        Set<FactorKind> factors = EnumSet.noneOf(FactorKind.class);
        if (totp) {
            factors.add(FactorKind.TOTP);
        }
        if (passkey) {
            factors.add(FactorKind.PASSKEY);
        }
        return factors;
    }

    private static StoredUser user(ProjectedRow cells, List<ProfileInfo> profiles) {
        UserId id = new UserId(cells.required(Object.class));
        Named email = named(cells, true);
        Named phone = named(cells, true);
        Named username = named(cells, false);
        IdentifierStates identifiers =
                new IdentifierStates(email.identifierState(), phone.identifierState(), username.identifierState());
        IdentifierKeys keys = new IdentifierKeys(email.key(), phone.key(), username.key());
        UserInfo.Status status =
                new UserInfo.Status(cells.flag(), cells.flag(), cells.flag(), cells.instant(), cells.instant());
        UserInfo.Dates dates =
                new UserInfo.Dates(cells.requiredInstant(), cells.instant(), cells.instant(), cells.instant());
        SettingsJson settings = SettingsJson.of(cells.text());
        String hash = cells.text();
        Instant changedAt = cells.instant();
        return new StoredUser(
                new UserInfo(id, identifiers, status, dates, settings),
                keys,
                hash == null ? null : Secret.of(hash),
                changedAt,
                profiles,
                factors(cells.flag(), cells.flag()));
    }

    private static Named named(ProjectedRow cells, boolean provable) {
        String value = cells.text();
        String key = cells.text();
        return new Named(new IdentifierState(value, key != null, provable ? cells.instant() : null), key);
    }

    /** An identifier with its ownership key. */
    private record Named(
            IdentifierState identifierState, @Nullable String key) {}

    private static ProfileInfo profile(ProjectedRow cells, UserId user) {
        ProfileId id = new ProfileId(cells.required(Object.class));
        Person person =
                new Person(cells.text(), cells.text(), cells.text(), cells.optional(LocalDate.class), cells.text());
        ProfileInfo.Status status = new ProfileInfo.Status(cells.requiredText(), cells.flag(), cells.flag());
        String label = cells.text();
        return new ProfileInfo(
                id, user, person, status, label == null ? "" : label, cells.text(), SettingsJson.of(cells.text()));
    }
}
