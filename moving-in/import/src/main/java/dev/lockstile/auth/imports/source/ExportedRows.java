package dev.lockstile.auth.imports.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts a user of a realm export ({@code UserRepresentation}) to the rows of Keycloak's database, so that one preset
 * reads both.
 */
final class ExportedRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The tables with their columns, as Keycloak's database spells them. */
    static final Map<String, List<String>> TABLES = tables();

    private ExportedRows() {}

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("realm", List.of("id", "name"));
        all.put(
                "user_entity",
                List.of(
                        "id",
                        "email",
                        "email_verified",
                        "enabled",
                        "federation_link",
                        "first_name",
                        "last_name",
                        "realm_id",
                        "username",
                        "created_timestamp",
                        "service_account_client_link",
                        "not_before"));
        all.put(
                "credential",
                List.of("id", "user_id", "type", "user_label", "secret_data", "credential_data", "priority"));
        all.put("user_required_action", List.of("user_id", "required_action"));
        all.put("user_attribute", List.of("user_id", "name", "value"));
        all.put("user_role_mapping", List.of("user_id", "role_id"));
        all.put("user_group_membership", List.of("user_id", "group_id"));
        all.put("federated_identity", List.of("user_id", "identity_provider", "federated_user_id"));
        return all;
    }

    /** Returns the rows of a user in a table. */
    static List<Map<String, @Nullable Object>> of(String table, String realmId, JsonNode user) {
        return switch (table) {
            case "user_entity" -> List.of(person(realmId, user));
            case "credential" -> credentials(user);
            case "user_required_action" -> actions(user);
            case "user_attribute" -> attributes(user);
            case "user_role_mapping" -> roles(user);
            case "user_group_membership" -> values(user, user.path("groups"), "group_id");
            case "federated_identity" -> identities(user);
            default -> List.of();
        };
    }

    private static Map<String, @Nullable Object> person(String realmId, JsonNode user) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", text(user, "id"));
        row.put("email", text(user, "email"));
        row.put("email_verified", user.path("emailVerified").asBoolean(false));
        row.put("enabled", user.path("enabled").asBoolean(false));
        row.put("federation_link", text(user, "federationLink"));
        row.put("first_name", text(user, "firstName"));
        row.put("last_name", text(user, "lastName"));
        row.put("realm_id", realmId);
        row.put("username", text(user, "username"));
        row.put("created_timestamp", number(user, "createdTimestamp"));
        row.put("service_account_client_link", text(user, "serviceAccountClientId"));
        row.put("not_before", number(user, "notBefore"));
        return row;
    }

    /** Credentials without a priority have the order of the list. */
    private static List<Map<String, @Nullable Object>> credentials(JsonNode user) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        int place = 0;
        for (JsonNode one : user.path("credentials")) {
            place++;
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            String id = text(one, "id");
            row.put("id", id == null ? text(user, "id") + "#" + place : id);
            row.put("user_id", text(user, "id"));
            row.put("type", text(one, "type"));
            row.put("user_label", text(one, "userLabel"));
            row.put("secret_data", one.has("secretData") ? text(one, "secretData") : older(one, "value", "salt"));
            row.put(
                    "credential_data",
                    one.has("credentialData")
                            ? text(one, "credentialData")
                            : older(one, "hashIterations", "algorithm"));
            row.put("priority", one.has("priority") ? number(one, "priority") : Long.valueOf(place));
            all.add(row);
        }
        return all;
    }

    /**
     * Returns the parts of a hash that were members of the credential itself before version 8; null for a credential
     * without a hash, such as a password in clear text.
     */
    private static @Nullable String older(JsonNode credential, String... members) {
        if (!credential.has("hashedSaltedValue")) {
            return null;
        }
        ObjectNode parts = JSON.createObjectNode();
        for (String member : members) {
            parts.set(member, credential.path(member.equals("value") ? "hashedSaltedValue" : member));
        }
        return parts.toString();
    }

    /** A password that is marked as temporary has to be replaced, as after an import into Keycloak. */
    private static List<Map<String, @Nullable Object>> actions(JsonNode user) {
        List<Map<String, @Nullable Object>> all =
                new ArrayList<>(values(user, user.path("requiredActions"), "required_action"));
        for (JsonNode credential : user.path("credentials")) {
            if (credential.path("temporary").asBoolean(false)) {
                all.addAll(values(user, JSON.createArrayNode().add("UPDATE_PASSWORD"), "required_action"));
            }
        }
        return all;
    }

    private static List<Map<String, @Nullable Object>> attributes(JsonNode user) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        user.path("attributes")
                .properties()
                .forEach(attribute -> attribute.getValue().forEach(value -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("user_id", text(user, "id"));
                    row.put("name", attribute.getKey());
                    row.put("value", value.asString(""));
                    all.add(row);
                }));
        return all;
    }

    private static List<Map<String, @Nullable Object>> roles(JsonNode user) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(values(user, user.path("realmRoles"), "role_id"));
        user.path("clientRoles").forEach(names -> all.addAll(values(user, names, "role_id")));
        return all;
    }

    private static List<Map<String, @Nullable Object>> identities(JsonNode user) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        user.path("federatedIdentities").forEach(identity -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("user_id", text(user, "id"));
            row.put("identity_provider", text(identity, "identityProvider"));
            row.put("federated_user_id", text(identity, "userId"));
            all.add(row);
        });
        return all;
    }

    private static List<Map<String, @Nullable Object>> values(JsonNode user, JsonNode list, String column) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        list.forEach(value -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("user_id", text(user, "id"));
            row.put(column, value.asString(""));
            all.add(row);
        });
        return all;
    }

    private static @Nullable String text(JsonNode of, String member) {
        JsonNode found = of.path(member);
        return found.isMissingNode() || found.isNull() ? null : found.asString("");
    }

    private static @Nullable Long number(JsonNode of, String member) {
        JsonNode found = of.path(member);
        return found.isNumber() ? found.longValue() : null;
    }
}
