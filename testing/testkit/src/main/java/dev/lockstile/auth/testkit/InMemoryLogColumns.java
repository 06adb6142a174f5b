package dev.lockstile.auth.testkit;

import dev.lockstile.auth.admin.AdminLists.Table;
import java.util.List;
import java.util.Map;

/** The columns of the lists of profiles, sessions, codes and messages, as a store with tables has them. */
final class InMemoryLogColumns {

    private static final String ID = "id";
    private static final String CREATED = "createdAt";

    private static final Map<Table, List<String>> COLUMNS = Map.of(
            Table.PROFILES,
            List.of(
                    ID,
                    "user",
                    "firstName",
                    "lastName1",
                    "lastName2",
                    "label",
                    "role",
                    "isDefault",
                    "active",
                    CREATED,
                    "deletedAt"),
            Table.SESSIONS,
            List.of(
                    ID,
                    "user",
                    "session",
                    "client",
                    "deviceLabel",
                    "remoteAddress",
                    CREATED,
                    "lastUsedAt",
                    "idleUntil",
                    "absoluteUntil",
                    "endedAt",
                    "endReason"),
            Table.CODES,
            List.of(
                    ID,
                    "user",
                    "purpose",
                    "channel",
                    "email",
                    "phone",
                    "attempts",
                    "maxAttempts",
                    CREATED,
                    "validUntil",
                    "usedAt",
                    "endedAt"),
            Table.EMAIL_LOG,
            List.of(ID, "user", "toEmail", "templateName", "provider", "status", "errorMessage", CREATED),
            Table.SMS_LOG,
            List.of(ID, "user", "phone", "templateName", "provider", "status", "errorMessage", CREATED));

    private InMemoryLogColumns() {}

    /** In their order; the key alone of another list. */
    static List<String> of(Table list) {
        return COLUMNS.getOrDefault(list, List.of(ID));
    }
}
