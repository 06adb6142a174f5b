package dev.lockstile.auth.imports.internal.engine.update;

import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as texts, from which a rollback restores them. A text has a password hash only if an update replaced the
 * password and the text is then encrypted.
 */
public final class RowImages {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RowImages() {}

    /** @param hash the hash to restore; null when it has not changed, or must not be stored */
    static String of(NewUser row, @Nullable Secret hash, boolean hashChanged) {
        Map<String, Object> all = new LinkedHashMap<>();
        row.claims().forEach(claim -> all.put(claim.identifier().kind().name(), claim(claim)));
        put(all, "hash", hash == null ? null : hash.reveal());
        all.put("hash_changed", hashChanged);
        all.put("active", row.status().active());
        all.put("staff", row.status().staff());
        all.put("superuser", row.status().superuser());
        put(all, "joined", row.dates().joinedAt());
        put(all, "login", row.dates().lastLoginAt());
        put(all, "terms", row.dates().termsAcceptedAt());
        put(all, "admitted", row.dates().admittedAt());
        all.put("settings", row.settings().text());
        times(all, row.times());
        return JsonText.of(all);
    }

    static String of(NewProfile row) {
        Map<String, Object> all = new LinkedHashMap<>();
        Person person = row.person();
        put(all, "first", person.firstName());
        put(all, "last1", person.lastName1());
        put(all, "last2", person.lastName2());
        put(all, "birthday", person.birthday());
        put(all, "gender", person.gender());
        all.put("role", row.status().role());
        all.put("active", row.status().active());
        all.put("label", row.label());
        put(all, "picture", row.picture());
        all.put("settings", row.settings().text());
        times(all, row.times());
        return JsonText.of(all);
    }

    /** Returns true when the update replaced the password. */
    public static boolean hashChanged(String text) {
        return MAPPER.readTree(text).path("hash_changed").asBoolean(false);
    }

    /** Returns the user as before the update; a password that was not stored stays as it is now. */
    public static NewUser user(String text, NewUser now, boolean hashKept) {
        JsonNode all = MAPPER.readTree(text);
        List<IdentifierAssignment> claims = new ArrayList<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            if (all.has(kind.name())) {
                claims.add(claim(kind, all.path(kind.name())));
            }
        }
        String kept = textOrNull(all, "hash");
        Secret before = kept == null ? null : Secret.of(kept);
        boolean restoresHash = hashKept && all.path("hash_changed").asBoolean(false);
        RowTimes times = times(all);
        return new NewUser(
                claims,
                restoresHash ? before : now.passwordHash(),
                new UserInfo.Status(flag(all, "active"), flag(all, "staff"), flag(all, "superuser"), times.deletedAt()),
                new UserInfo.Dates(
                        required(all, "joined"),
                        instant(all, "login"),
                        instant(all, "terms"),
                        instant(all, "admitted")),
                SettingsJson.of(textOrNull(all, "settings")),
                times);
    }

    /** Returns the profile as before the update. */
    public static NewProfile profile(String text, NewProfile now) {
        JsonNode all = MAPPER.readTree(text);
        String birthday = textOrNull(all, "birthday");
        Person person = new Person(
                textOrNull(all, "first"),
                textOrNull(all, "last1"),
                textOrNull(all, "last2"),
                birthday == null ? null : LocalDate.parse(birthday),
                textOrNull(all, "gender"));
        return new NewProfile(
                now.user(),
                person,
                new ProfileInfo.Status(
                        all.path("role").asString(""), now.status().isDefault(), flag(all, "active")),
                all.path("label").asString(""),
                textOrNull(all, "picture"),
                SettingsJson.of(textOrNull(all, "settings")),
                times(all));
    }

    private static Map<String, Object> claim(IdentifierAssignment claim) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("value", claim.identifier().value());
        one.put("key", claim.identifier().key());
        one.put("owned", claim.owned());
        put(one, "proven", claim.verifiedAt());
        return one;
    }

    private static IdentifierAssignment claim(IdentifierKind kind, JsonNode one) {
        Identifier identifier = new Identifier(
                kind, one.path("value").asString(""), one.path("key").asString(""));
        return new IdentifierAssignment(identifier, flag(one, "owned"), instant(one, "proven"));
    }

    private static void times(Map<String, Object> all, RowTimes times) {
        put(all, "created", times.createdAt());
        put(all, "modified", times.modifiedAt());
        put(all, "deleted", times.deletedAt());
        all.put("cascade", times.deletedByCascade());
    }

    private static RowTimes times(JsonNode all) {
        return new RowTimes(
                required(all, "created"), required(all, "modified"), instant(all, "deleted"), flag(all, "cascade"));
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private static boolean flag(JsonNode all, String name) {
        return all.path(name).asBoolean(false);
    }

    private static Instant required(JsonNode all, String name) {
        return Objects.requireNonNull(instant(all, name), name);
    }

    private static @Nullable Instant instant(JsonNode all, String name) {
        String text = textOrNull(all, name);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String textOrNull(JsonNode all, String name) {
        JsonNode found = all.get(name);
        return found == null ? null : found.stringValue();
    }
}
