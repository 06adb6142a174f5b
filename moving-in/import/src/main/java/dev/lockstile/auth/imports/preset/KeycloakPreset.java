package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.password.ImportHints;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads Keycloak's own tables: the people of {@code user_entity}, and of {@code credential} the password, two columns
 * of JSON that are handed on as one. Accounts of services are left out.
 */
final class KeycloakPreset extends Preset {

    /** The name of this preset. */
    static final String NAME = "keycloak";

    /** What the row of a person is given besides its columns. */
    private static final String CREDENTIAL = "credential";

    /** Whether an administrator gave the password, which the person has to replace at the first sign-in. */
    private static final String TEMPORARY = "required_action";

    private static final SystemTable USERS = new SystemTable(
            List.of("user_entity"),
            "id",
            List.of("username", "email", "email_verified", "enabled"),
            List.of("first_name", "last_name", "created_timestamp", "service_account_client_link"));
    private static final SystemTable CREDENTIALS = new SystemTable(
            List.of("credential"),
            "id",
            List.of("user_id", "type", "secret_data", "credential_data"),
            List.of("priority"));
    private static final SystemPreset PEOPLE = new SystemPreset(
                    NAME,
                    USERS,
                    List.of("user_attribute", "user_role_mapping", "user_group_membership", "federated_identity"),
                    ImportHints.of("keycloak"),
                    KeycloakPreset::person)
            .with(
                    Set.of(FactorWord.RELYING_PARTY),
                    reading -> new KeycloakFactors(reading.options().factors().relyingParty()));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    Set<FactorWord> factorWords() {
        return PEOPLE.factorWords();
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        SystemTable.Found users = USERS.in(source);
        SourceTable credentials = CREDENTIALS.in(source).table();
        Realm realm =
                new KeycloakRealms(source, users.table()).find(reading.options().realm());
        return PEOPLE.people(
                source,
                users,
                new PeopleTable() {
                    @Override
                    public Entity entity() {
                        return Entity.USERS;
                    }

                    @Override
                    public SourceTable rows() {
                        return users.table();
                    }

                    @Override
                    public long count() {
                        return source.count(users.table().name());
                    }

                    @Override
                    public List<UserDraft> users(@Nullable Object after, int limit) {
                        List<SourceRow> page = source.page(users.table(), after, limit);
                        Map<String, String> passwords = passwords(source, credentials, page);
                        Map<String, Set<String>> actions = KeycloakActions.of(source, page);
                        return page.stream()
                                .map(row -> PEOPLE.draft(with(row, passwords, actions), reading, realm))
                                .toList();
                    }
                },
                reading);
    }

    /** By the owner's id, as one JSON text. Of several passwords the one with the lowest priority figure is used. */
    private static Map<String, String> passwords(Source source, SourceTable table, List<SourceRow> owners) {
        String owner = table.columns().stream()
                .filter("user_id"::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
        List<SourceRow> rows = source.matching(
                table, owner, owners.stream().map(SourceRow::key).toList());
        Map<String, String> found = new HashMap<>();
        rows.stream()
                .filter(row -> "password".equals(row.cell("type")))
                .sorted((a, b) -> Long.compare(priority(a), priority(b)))
                .forEach(row -> found.putIfAbsent(
                        String.valueOf(row.cell("user_id")),
                        "{\"credentialData\":" + json(row, "credential_data") + ",\"secretData\":"
                                + json(row, "secret_data") + "}"));
        return found;
    }

    private static long priority(SourceRow row) {
        return row.cell("priority") instanceof Number number ? number.longValue() : Long.MAX_VALUE;
    }

    private static String json(SourceRow row, String column) {
        Object cell = row.cell(column);
        return cell == null ? "{}" : cell.toString();
    }

    /** The hash is a part of the row, so that a changed password is a changed row. Times are milliseconds there. */
    private static SourceRow with(SourceRow row, Map<String, String> passwords, Map<String, Set<String>> actions) {
        Map<String, @Nullable Object> cells = new TreeMap<>();
        row.columns().forEach(column -> cells.put(column, row.cell(column)));
        Set<String> asked = new TreeSet<>(actions.getOrDefault(row.key().toString(), Set.of()));
        cells.put(TEMPORARY, asked.remove(KeycloakActions.NEW_PASSWORD));
        cells.put(CREDENTIAL, passwords.get(row.key().toString()));
        if (!asked.isEmpty()) {
            cells.put(KeycloakActions.CELL, String.join(" ", asked));
        }
        cells.computeIfPresent(
                "created_timestamp",
                (name, cell) -> cell instanceof Number millis ? Instant.ofEpochMilli(millis.longValue()) : cell);
        return new SourceRow(row.key(), row.place(), cells);
    }

    private static PersonBuilder person(PersonBuilder person) {
        boolean verified = person.row().marked("email_verified");
        person.identifiers(new IdentifierColumns("email", null, null, "username"), verified ? Proofs.ALL : Proofs.NONE)
                .password(CREDENTIAL)
                .temporaryPassword(person.row().flag(TEMPORARY))
                .trust(KeycloakActions.demandProof(person.row()) ? Trust.ifVerified(verified) : Trust.always(verified))
                .named(person.row().text("first_name", 255), person.row().text("last_name", 255))
                .createdAt("created_timestamp");
        KeycloakActions.tell(person, person.row().active("enabled"));
        if (person.row().flag(TEMPORARY)) {
            person.row().note("temporary_password", TEMPORARY, KeycloakActions.NEW_PASSWORD);
        }
        return person.row().cell("service_account_client_link") == null
                ? person
                : person.skip("service_account", "service_account_client_link");
    }
}
