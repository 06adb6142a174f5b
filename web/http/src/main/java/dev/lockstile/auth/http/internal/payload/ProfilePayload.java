package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import java.util.List;
import java.util.Map;

/**
 * A profile as its owner sees it.
 *
 * @param host the host's own fields
 */
public record ProfilePayload(HostData host) {

    /** One profile. */
    public JsonObject of(ProfileInfo profile) {
        return all(List.of(profile)).get(0);
    }

    /** Several in their order. */
    public List<JsonObject> all(List<ProfileInfo> profiles) {
        Map<ProfileId, HostValues> own =
                host.ofProfiles(profiles.stream().map(ProfileInfo::id).toList());
        return profiles.stream()
                .map(profile -> plain(profile).withAll(HostPayload.of(own.getOrDefault(profile.id(), HostValues.NONE))))
                .toList();
    }

    private static JsonObject plain(ProfileInfo profile) {
        Person person = profile.person();
        return new JsonObject()
                .with("id", KeyPayload.json(profile.id().key()))
                .with("first_name", person.firstName())
                .with("last_name_1", person.lastName1())
                .with("last_name_2", person.lastName2())
                .with("birthday", person.birthday())
                .with("gender", person.gender())
                .with("role", profile.status().role())
                .with("label", profile.label())
                .with("is_default", profile.status().isDefault())
                .with("is_active", profile.status().active())
                .with("picture", profile.picture())
                .with("display_name", person.displayName())
                .with("full_name", person.fullName())
                .with("settings", new RawJson(profile.settings().text()));
    }
}
