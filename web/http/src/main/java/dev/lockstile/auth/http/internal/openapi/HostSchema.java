package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.setting.ProfileSettings;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.UserSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes the host's own fields, and the settings of users and profiles that it has declared. */
public record HostSchema(HostFields fields, SettingKeys settings, SettingKeys profileSettings) {

    static final HostSchema NONE = new HostSchema(HostFields.NONE, SettingKeys.NONE, SettingKeys.NONE);

    /** The lists of what is answered; the others are of what is sent. */
    private static final Set<String> ANSWERED =
            Set.of("account", "profile", "settings", "profile_settings", "staff_settings", "staff_profile_settings");

    /** What the host has declared to the services. */
    public static HostSchema of(HostFields fields, UserSettings users, ProfileSettings profiles) {
        return new HostSchema(fields, users.keys(), profiles.keys());
    }

    /** True when that list of settings has any; {@code any_settings} are those of users and profiles. */
    boolean has(String list) {
        return list.equals("any_settings")
                ? has("staff_settings") || has("staff_profile_settings")
                : !listed(list).isEmpty();
    }

    /**
     * Adds the fields of that list to the properties of an object: {@code account}, {@code account_change} and so on.
     */
    void addTo(JsonObject schema, String where) {
        boolean isRequest = !ANSWERED.contains(where);
        boolean isNew = where.equals("registration") || where.equals("profile_new");
        JsonObject properties = new JsonObject().withAll(members(schema.value("properties")));
        List<Object> required = new ArrayList<>();
        for (HostField field : listed(where)) {
            properties.with(field.name(), isRequest ? input(field) : output(field));
            if (isNew && field.isRequired()) {
                required.add(field.name());
            }
        }
        schema.with("properties", properties);
        if (schema.value("required") instanceof List<?> present) {
            required.addAll(0, present);
        }
        if (!required.isEmpty()) {
            schema.with("required", required);
        }
    }

    private List<HostField> listed(String where) {
        return switch (where) {
            case "registration" -> fields.registration();
            case "account", "account_change" -> fields.account();
            case "profile", "profile_new", "profile_change" -> fields.profile();
            case "settings" -> shown(settings);
            case "settings_change" -> settings.changedByOwner();
            case "profile_settings" -> shown(profileSettings);
            case "profile_settings_change" -> profileSettings.changedByOwner();
            case "staff_settings", "staff_settings_change" -> settings.fields();
            case "staff_profile_settings", "staff_profile_settings_change" -> profileSettings.fields();
            default -> throw new IllegalStateException("no list of host fields: " + where);
        };
    }

    private static List<HostField> shown(SettingKeys keys) {
        return keys.shownToOwner().stream().<HostField>map(SettingKey::field).toList();
    }

    private static JsonObject input(HostField field) {
        return switch (field.type()) {
            case TEXT -> new JsonObject().with("type", "string").with("maxLength", field.max());
            case NUMBER ->
                new JsonObject()
                        .with("type", "integer")
                        .with("minimum", field.min())
                        .with("maximum", field.max());
            case FLAG -> new JsonObject().with("type", "boolean");
            case DATE -> new JsonObject().with("type", "string").with("format", "date");
        };
    }

    private static JsonObject output(HostField field) {
        String type = String.valueOf(input(field).value("type"));
        JsonObject schema = new JsonObject().with("type", List.of(type, "null"));
        return field.type() == HostField.Type.DATE ? schema.with("format", "date") : schema;
    }

    private static JsonObject members(@Nullable Object value) {
        JsonObject members = new JsonObject();
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, @Nullable Object> member : object.members().entrySet()) {
                members.with(member.getKey(), member.getValue());
            }
        }
        return members;
    }
}
