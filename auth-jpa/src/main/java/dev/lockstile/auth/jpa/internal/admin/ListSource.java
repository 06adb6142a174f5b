package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a list come from.
 *
 * @param entity null when the host keeps none
 * @param columns besides the key, which comes first
 * @param owner path of the key of the user whom a row belongs to; null when rows have no owner
 * @param ownerIsText true when that key is kept as text
 */
record ListSource(
        @Nullable HostEntity<?> entity,
        List<Column> columns,
        @Nullable String owner,
        boolean ownerIsText) {

    static ListSource of(AdminLists.Table list, HostModel host) {
        String user = host.user().id("x.user");
        Column owner = Column.of("user", user);
        return switch (list) {
            case USERS -> new ListSource(host.user(), users(host), host.user().id("x"), false);
            case PROFILES -> new ListSource(host.profile(), with(owner, profiles()), user, false);
            case DEVICES -> new ListSource(host.device(), with(owner, devices()), user, false);
            case SESSIONS -> new ListSource(host.session(), with(owner, sessions()), user, false);
            case CODES -> new ListSource(host.code(), codes(), "x.userRef", true);
            case SMS_LOG -> new ListSource(host.smsLog(), log("phone"), null, false);
            case EMAIL_LOG -> new ListSource(host.emailLog(), log("toEmail"), null, false);
            case LEGACY_LINKS -> new ListSource(host.legacyLink(), links(), "x.localRef", true);
        };
    }

    private static List<Column> users(HostModel host) {
        List<Column> names = UserCheck.NAMES.stream()
                .map(name -> Column.of(name, ofDefaultProfile(name, host)))
                .toList();
        List<Column> own = all(
                "email",
                UserCheck.EMAIL_KEY,
                "emailVerifiedAt",
                "phone",
                UserCheck.PHONE_KEY,
                "phoneVerifiedAt",
                "username",
                "active",
                "staff",
                "superuser",
                "joinedAt",
                "lastLoginAt",
                "deletedAt",
                "disabledUntil");
        return Stream.concat(own.stream(), names.stream()).toList();
    }

    /** One row at most, whatever the table holds. */
    private static String ofDefaultProfile(String name, HostModel host) {
        HostEntity<?> profile = host.profile();
        return "(select p." + name + " from " + profile.name() + " p where p.user = x and p.isDefault = true"
                + " and p.deletedAt is null order by " + profile.id("p") + " fetch first 1 row only)";
    }

    private static List<Column> profiles() {
        return all(
                "firstName",
                "lastName1",
                "lastName2",
                "label",
                "role",
                "isDefault",
                "active",
                "createdAt",
                "deletedAt");
    }

    private static List<Column> devices() {
        return List.of(
                Column.of("platform"),
                Column.of("name"),
                Column.masked("token"),
                Column.masked("notificationToken"),
                Column.of("linkedAt"),
                Column.of("deletedAt"));
    }

    private static List<Column> sessions() {
        List<Column> others = all(
                "client",
                "deviceLabel",
                "remoteAddress",
                "createdAt",
                "lastUsedAt",
                "idleUntil",
                "absoluteUntil",
                "endedAt",
                "endReason");
        return with(Column.of("session", "x.sessionId"), others);
    }

    private static List<Column> codes() {
        return List.of(
                Column.of("user", "x.userRef"),
                Column.of("purpose"),
                Column.of("channel"),
                Column.masked("email"),
                Column.masked("phone"),
                Column.of("attempts"),
                Column.of("maxAttempts"),
                Column.of("createdAt"),
                Column.of("validUntil"),
                Column.of("usedAt"),
                Column.of("endedAt"));
    }

    private static List<Column> log(String recipient) {
        return List.of(
                Column.masked(recipient),
                Column.of("templateName"),
                Column.of("provider"),
                Column.of("status"),
                Column.of("errorMessage"),
                Column.of("createdAt"));
    }

    private static List<Column> links() {
        return all("sourceSystem", "entity", "legacyId", "localRef", "runId", "createdAt");
    }

    private static List<Column> all(String... names) {
        return List.of(names).stream().map(Column::of).toList();
    }

    private static List<Column> with(Column first, List<Column> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
